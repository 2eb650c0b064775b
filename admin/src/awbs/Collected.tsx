import { Money } from '../common/Money.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { AwbRow } from './awbRecord.js';

/** What the courier collects, in the order's currency; nothing where MagFlow did not ask for the AWB. */
export const Collected = ({ awb: { cod, currency } }: { awb: Pick<AwbRow, 'cod' | 'currency'> }) => {
  const message = useMessage();
  const formats = useFormats();
  if (cod === null) return message('common.none');
  return currency === null ? formats.amount(cod) : <Money amount={cod} currency={currency} />;
};
