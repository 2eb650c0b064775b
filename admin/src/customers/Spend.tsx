import { Money } from '../common/Money.js';
import { useMessage } from '../i18n/useMessage.js';
import type { CustomerRow } from './customerRecord.js';

/** What was spent, a line a currency: currencies are never added. */
export const Spend = ({ spend }: Pick<CustomerRow, 'spend'>) => {
  const message = useMessage();
  if (spend.length === 0) return <>{message('common.none')}</>;
  return (
    <>
      {spend.map(({ currency, amount }) => (
        <div key={currency}>
          <Money amount={amount} currency={currency} />
        </div>
      ))}
    </>
  );
};
