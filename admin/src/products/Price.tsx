import { Money } from '../common/Money.js';
import { useMessage } from '../i18n/useMessage.js';

interface PriceProps {
  readonly amount: string | null;
  readonly currency: string;
  readonly digits?: 2 | 4;
}

/** A price, or the sign for none. */
export const Price = ({ amount, currency, digits = 4 }: PriceProps) => {
  const message = useMessage();
  return amount ? <Money amount={amount} currency={currency} digits={digits} /> : <>{message('common.none')}</>;
};

interface PriceRangeProps {
  readonly from: string | null;
  readonly to: string | null;
  readonly currency: string;
  readonly digits?: 2 | 4;
}

/** One price, or from the lowest to the highest of several offers. */
export const PriceRange = ({ from, to, currency, digits = 4 }: PriceRangeProps) =>
  from === to || to === null ? (
    <Price amount={from} currency={currency} digits={digits} />
  ) : (
    <>
      <Price amount={from} currency={currency} digits={digits} />
      {' – '}
      <Price amount={to} currency={currency} digits={digits} />
    </>
  );
