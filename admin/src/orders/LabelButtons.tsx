import PrintIcon from '@mui/icons-material/LocalPrintshopOutlined';
import { usePrinted } from '../awbs/usePrinted.js';
import { useMessage } from '../i18n/useMessage.js';
import { OpenFileButton } from './OpenFileButton.js';
import { LABELS_AT_ONCE, labelsOf } from './openFile.js';

/** Labels of many AWBs as one PDF, or as many as that takes; what was opened is marked as printed. */
export const LabelButtons = ({ awbNumbers }: { awbNumbers: readonly string[] }) => {
  const message = useMessage();
  const { mark } = usePrinted();
  return Array.from({ length: Math.ceil(awbNumbers.length / LABELS_AT_ONCE) }, (_, part) => {
    const numbers = awbNumbers.slice(part * LABELS_AT_ONCE, (part + 1) * LABELS_AT_ONCE);
    return (
      <OpenFileButton
        key={part}
        variant="contained"
        icon={<PrintIcon />}
        label={message('bulk.labels', { count: numbers.length })}
        file={async () => {
          const labels = await labelsOf(numbers)();
          mark(numbers, true);
          return labels;
        }}
      />
    );
  });
};
