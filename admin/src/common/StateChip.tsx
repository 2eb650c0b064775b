import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import AutorenewIcon from '@mui/icons-material/Autorenew';
import BlockIcon from '@mui/icons-material/Block';
import FiberNewIcon from '@mui/icons-material/RadioButtonChecked';
import HelpIcon from '@mui/icons-material/HelpOutlined';
import HourglassIcon from '@mui/icons-material/HourglassEmptyOutlined';
import InventoryIcon from '@mui/icons-material/Inventory2Outlined';
import KeyboardReturnIcon from '@mui/icons-material/KeyboardReturn';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import RemoveIcon from '@mui/icons-material/RemoveCircleOutlineOutlined';
import { Box, type SvgIconProps } from '@mui/material';
import type { ComponentType, ReactNode } from 'react';
import { useWord } from '../i18n/useMessage.js';
import type { AwbState, StatusName } from '../orders/orderRecord.js';
import type { OperationState } from '../operations/operationRecord.js';
import type { StateTone } from '../theme/theme.js';

type Icon = ComponentType<SvgIconProps>;
type Look = readonly [tone: StateTone, icon: Icon];

interface StateChipProps {
  readonly tone: StateTone;
  readonly icon: Icon;
  readonly children: ReactNode;
  /** Doubt asks for a person: it is outlined. */
  readonly outlined?: boolean;
  readonly struck?: boolean;
}

/** A state: word, colour and icon together, never colour alone. */
export const StateChip = ({ tone, icon: Glyph, children, outlined = false, struck = false }: StateChipProps) => (
  <Box
    component="span"
    sx={({ palette }) => ({
      display: 'inline-flex',
      alignItems: 'center',
      gap: 0.5,
      height: 22,
      px: 0.75,
      borderRadius: '6px',
      fontSize: '0.75rem',
      fontWeight: 600,
      whiteSpace: 'nowrap',
      color: palette.states[tone].text,
      backgroundColor: outlined ? 'transparent' : palette.states[tone].fill,
      border: `1px solid ${outlined ? palette.states[tone].text : 'transparent'}`,
      textDecoration: struck ? 'line-through' : 'none',
    })}
  >
    <Glyph sx={{ fontSize: 14 }} aria-hidden />
    {children}
  </Box>
);

const ORDER: Readonly<Record<StatusName, Look>> = {
  new: ['blue', FiberNewIcon],
  in_progress: ['amber', AutorenewIcon],
  prepared: ['violet', InventoryIcon],
  finalized: ['green', CheckCircleIcon],
  canceled: ['grey', BlockIcon],
  returned: ['brown', KeyboardReturnIcon],
};

const UNKNOWN: Look = ['grey', HelpIcon];

export const OrderStatusChip = ({ status }: { status: StatusName }) => {
  const word = useWord();
  const [tone, icon] = ORDER[status] ?? UNKNOWN;
  return (
    <StateChip tone={tone} icon={icon} struck={status === 'canceled'}>
      {word('status', status)}
    </StateChip>
  );
};

const AWB: Readonly<Record<AwbState, Look>> = {
  requested: ['amber', HourglassIcon],
  generated: ['green', CheckCircleIcon],
  refused: ['red', ErrorIcon],
  in_doubt: ['red', HelpIcon],
};

export const AwbStateChip = ({ state }: { state: AwbState }) => {
  const word = useWord();
  const [tone, icon] = AWB[state] ?? UNKNOWN;
  return (
    <StateChip tone={tone} icon={icon} outlined={state === 'in_doubt'}>
      {word('awb_state', state)}
    </StateChip>
  );
};

const OPERATION: Readonly<Record<OperationState, Look>> = {
  queued: ['grey', HourglassIcon],
  running: ['amber', AutorenewIcon],
  succeeded: ['green', CheckCircleIcon],
  partial: ['amber', ErrorIcon],
  failed: ['red', ErrorIcon],
  cancelled: ['grey', RemoveIcon],
  in_doubt: ['red', HelpIcon],
};

export const OperationStateChip = ({ state }: { state: OperationState }) => {
  const word = useWord();
  const [tone, icon] = OPERATION[state] ?? UNKNOWN;
  return (
    <StateChip tone={tone} icon={icon} outlined={state === 'in_doubt'}>
      {word('operations.states', state)}
    </StateChip>
  );
};

const PHASE: Readonly<Record<string, Look>> = {
  requested: ['grey', HourglassIcon],
  queued: ['grey', HourglassIcon],
  running: ['amber', AutorenewIcon],
  completed: ['green', CheckCircleIcon],
  succeeded: ['green', CheckCircleIcon],
  partial: ['amber', ErrorIcon],
  failed: ['red', ErrorIcon],
  cancelled: ['grey', RemoveIcon],
  skipped: ['grey', RemoveIcon],
};

export const SyncPhaseChip = ({ phase }: { phase: string }) => {
  const word = useWord();
  const [tone, icon] = PHASE[phase] ?? UNKNOWN;
  return (
    <StateChip tone={tone} icon={icon}>
      {word('sync.phase', phase)}
    </StateChip>
  );
};

/** Whether a thing works: true, false, or nobody has tried. */
export const HealthChip = ({ ok, children }: { ok: boolean | null; children: ReactNode }) => {
  const [tone, icon]: Look = ok === null ? ['grey', HelpIcon] : ok ? ['green', CheckCircleIcon] : ['red', ErrorIcon];
  return (
    <StateChip tone={tone} icon={icon}>
      {children}
    </StateChip>
  );
};
