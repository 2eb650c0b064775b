import OkIcon from '@mui/icons-material/CheckCircleOutlined';
import FailingIcon from '@mui/icons-material/ErrorOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { useWord } from '../i18n/useMessage.js';
import { StateChip } from './StateChip.js';

const LOOKS = {
  ok: ['green', OkIcon],
  warning: ['amber', WarningIcon],
  failing: ['red', FailingIcon],
} as const;

const isKnown = (status: string): status is keyof typeof LOOKS => status in LOOKS;

/** How a part of MagFlow stands, or the whole; whatever is neither well nor failing is a warning. */
export const PartStatus = ({ status, of }: { status: string; of: 'system_state' | 'part_state' }) => {
  const word = useWord();
  const [tone, icon] = LOOKS[isKnown(status) ? status : 'warning'];
  return (
    <StateChip tone={tone} icon={icon}>
      {word(`dashboard.${of}`, status)}
    </StateChip>
  );
};
