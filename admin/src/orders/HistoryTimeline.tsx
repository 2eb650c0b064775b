import { Box, Button, ButtonBase, Collapse, Typography } from '@mui/material';
import { useState } from 'react';
import { CopyText } from '../common/CopyText.js';
import { ExactTime } from '../common/Moment.js';
import { useActor } from '../common/useActor.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import type { StateTone } from '../theme/theme.js';
import { useFieldLabel } from './fieldLabel.js';
import type { HistoryChange, HistoryEntry } from './orderRecord.js';
import { useShownValue } from './shownValue.js';

const SHOWN = 4;
/** Wishes under way and counters are told by the event itself; AWB and invoice by their numbers. */
const QUIET =
  /^\/(status|sync_status|modified_at|received_at|work|deadlines|awbs|invoice|invoice_url|invoice_uploaded_at)(\/|$)/;
const TOLD = /^\/(awbs\/\d+\/marketplace_status|invoice\/marketplace_(state|text))(\/name)?$/;
const isTold = ({ path }: HistoryChange): boolean => path !== '' && (TOLD.test(path) || !QUIET.test(path));

const toneOf = (type: string): StateTone => {
  if (/InDoubt|Refused/.test(type)) return 'red';
  if (/Requested|Started/.test(type)) return 'grey';
  if (/Received/.test(type)) return 'blue';
  if (/^(Awb)/.test(type)) return 'violet';
  if (/^(Invoice|Storno)/.test(type)) return 'brown';
  if (/Acknowledged|StatusChanged$/.test(type)) return 'green';
  return 'amber';
};

const Change = ({ change }: { change: HistoryChange }) => {
  const label = useFieldLabel();
  const shown = useShownValue();
  return (
    <Typography variant="body2" component="li" sx={{ overflowWrap: 'anywhere' }}>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {label(change.path)}:{' '}
      </Box>
      {change.from !== null && change.from !== undefined && (
        <Box component="s" sx={{ color: 'text.secondary', mr: 0.75 }}>
          {shown(change.path, change.from)}
        </Box>
      )}
      <strong>{shown(change.path, change.to)}</strong>
    </Typography>
  );
};

const Changes = ({ changes }: { changes: readonly HistoryChange[] }) => {
  const message = useMessage();
  const [showsAll, setShowsAll] = useState(false);
  const facts = changes.filter(isTold);
  if (facts.length === 0) return null;
  const shown = showsAll ? facts : facts.slice(0, SHOWN);
  return (
    <>
      <Box component="ul" sx={{ m: 0, mt: 0.25, pl: 0, listStyle: 'none' }}>
        {shown.map((change) => (
          <Change key={change.path} change={change} />
        ))}
      </Box>
      {facts.length > shown.length && (
        <Button size="small" onClick={() => setShowsAll(true)} sx={{ minHeight: 0, p: 0 }}>
          {message('orders.history.more_changes', { count: facts.length - shown.length })}
        </Button>
      )}
    </>
  );
};

const Technical = ({ entry }: { entry: HistoryEntry }) => {
  const message = useMessage();
  const [isOpen, setOpen] = useState(false);
  const lines = [
    ['revision', String(entry.revision)],
    ['position', entry.position],
    ['event', entry.event_id],
    ['correlation', entry.correlation_id],
    ...(entry.causation_id ? [['causation', entry.causation_id] as const] : []),
  ] as const;
  return (
    <>
      <Button
        size="small"
        onClick={() => setOpen(!isOpen)}
        aria-expanded={isOpen}
        sx={{ minHeight: 0, p: 0, fontSize: '0.75rem', fontWeight: 500, color: 'text.secondary' }}
      >
        {message('orders.history.technical')}
      </Button>
      <Collapse in={isOpen} unmountOnExit>
        <Box component="dl" sx={{ m: 0, fontSize: '0.6875rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {lines.map(([name, value]) => (
            <Box key={name} sx={{ display: 'flex', gap: 1 }}>
              <Box component="dt" sx={{ minWidth: 72 }}>
                {name}
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                <CopyText text={value} />
              </Box>
            </Box>
          ))}
          <Box>{entry.summary}</Box>
        </Box>
      </Collapse>
    </>
  );
};

interface TimelineProps {
  readonly entries: readonly HistoryEntry[];
  /** The moment shown; null is now. */
  readonly chosen: number | null;
  readonly onChoose: (revision: number) => void;
}

/** Every fact of an order, newest on top: what, when, who, why, and what changed. A click shows the order as it was then. */
export const HistoryTimeline = ({ entries, chosen, onChoose }: TimelineProps) => {
  const message = useMessage();
  const word = useWord();
  const actorOf = useActor();
  const causeOf = (entry: HistoryEntry): HistoryEntry | undefined => {
    const cause =
      entries.find(({ event_id }) => event_id === entry.causation_id) ??
      entries.find(({ correlation_id }) => correlation_id === entry.correlation_id);
    return cause && cause.revision < entry.revision ? cause : undefined;
  };

  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {[...entries].reverse().map((entry) => {
        const cause = causeOf(entry);
        const isChosen = entry.revision === chosen;
        return (
          <Box
            component="li"
            key={entry.event_id}
            data-event={entry.type}
            data-revision={entry.revision}
            sx={({ palette }) => ({
              position: 'relative',
              pl: 2.5,
              pr: 0.5,
              py: 0.75,
              borderRadius: '6px',
              backgroundColor: isChosen ? palette.states.amber.fill : 'transparent',
              '&::before': {
                content: '""',
                position: 'absolute',
                left: 5,
                top: 14,
                width: 8,
                height: 8,
                borderRadius: '50%',
                border: `2px solid ${palette.states[toneOf(entry.type)].text}`,
                backgroundColor: palette.background.paper,
                zIndex: 1,
              },
              '&:not(:last-child)::after': {
                content: '""',
                position: 'absolute',
                left: 10,
                top: 24,
                bottom: -12,
                width: '1px',
                backgroundColor: 'divider',
              },
            })}
          >
            <ButtonBase
              onClick={() => onChoose(entry.revision)}
              aria-label={`${message('orders.history.show_at')}: ${word('event', entry.type)}`}
              aria-pressed={isChosen}
              sx={{
                textAlign: 'left',
                justifyContent: 'flex-start',
                borderRadius: '4px',
                '&:hover': { textDecoration: 'underline' },
              }}
            >
              <Typography variant="body2" sx={{ fontWeight: 650 }}>
                {word('event', entry.type)}
              </Typography>
            </ButtonBase>
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              <ExactTime at={entry.occurred_at} /> · {message('orders.history.by', { who: actorOf(entry.actor) })}
              {cause && ` · ${message('orders.history.because', { cause: word('event', cause.type) })}`}
            </Typography>
            {entry.revision > 0 && <Changes changes={entry.changes} />}
            <Technical entry={entry} />
          </Box>
        );
      })}
    </Box>
  );
};
