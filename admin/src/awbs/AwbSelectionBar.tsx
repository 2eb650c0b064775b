import PrintIcon from '@mui/icons-material/LocalPrintshopOutlined';
import { Button } from '@mui/material';
import { useListContext } from 'react-admin';
import { SelectionToolbar } from '../common/SelectionToolbar.js';
import { useMessage } from '../i18n/useMessage.js';
import { OpenFileButton } from '../orders/OpenFileButton.js';
import { labelsOf } from '../orders/openFile.js';
import type { AwbRow } from './awbRecord.js';
import { usePrinted } from './usePrinted.js';

/** Labels of the selected AWBs as one PDF, marked as printed once it is open. */
export const AwbSelectionBar = () => {
  const message = useMessage();
  const { mark } = usePrinted();
  const { data = [], selectedIds = [] } = useListContext<AwbRow>();
  if (selectedIds.length === 0) return null;
  const numbers = data.flatMap(({ id, awb_number }) => (awb_number && selectedIds.includes(id) ? [awb_number] : []));
  return (
    <SelectionToolbar label={message('awbs.selected', { smart_count: selectedIds.length })}>
      <OpenFileButton
        variant="contained"
        icon={<PrintIcon />}
        label={message('bulk.labels', { count: numbers.length })}
        file={async () => {
          const labels = await labelsOf(numbers)();
          mark(numbers, true);
          return labels;
        }}
      />
      <Button variant="outlined" onClick={() => mark(numbers, true)}>
        {message('awbs.mark_printed')}
      </Button>
    </SelectionToolbar>
  );
};
