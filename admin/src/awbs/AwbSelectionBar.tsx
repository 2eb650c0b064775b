import { Button } from '@mui/material';
import { SelectionToolbar } from '../common/SelectionToolbar.js';
import { useSelectedRows } from '../common/useSelectedRows.js';
import { useMessage } from '../i18n/useMessage.js';
import { LabelButtons } from '../orders/LabelButtons.js';
import type { AwbRow } from './awbRecord.js';
import { usePrinted } from './usePrinted.js';

/** Labels of the selected AWBs, those of other pages too; one without a number has none yet. */
export const AwbSelectionBar = () => {
  const message = useMessage();
  const { mark } = usePrinted();
  const { rows } = useSelectedRows<AwbRow>();
  if (rows.length === 0) return null;
  const numbers = rows.flatMap(({ awb_number }) => awb_number ?? []);
  return (
    <SelectionToolbar label={message('awbs.selected', { smart_count: rows.length })}>
      <LabelButtons awbNumbers={numbers} />
      {numbers.length > 0 && (
        <Button variant="outlined" onClick={() => mark(numbers, true)}>
          {message('awbs.mark_printed')}
        </Button>
      )}
    </SelectionToolbar>
  );
};
