import { CopyText } from '../common/CopyText.js';
import { AwbStateChip } from '../common/StateChip.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderRow } from './orderRecord.js';
import { isAwbInDoubt } from './orderRules.js';

/** The AWB of an order in a list; one in doubt asks for a person and is said first. */
export const AwbOfRow = ({ row }: { row: Pick<OrderRow, 'awb_number' | 'sync_status'> }) => {
  const message = useMessage();
  const isInDoubt = isAwbInDoubt(row);
  return (
    <>
      {isInDoubt && <AwbStateChip state="in_doubt" />}
      {row.awb_number ? <CopyText text={row.awb_number} /> : !isInDoubt && message('common.none')}
    </>
  );
};
