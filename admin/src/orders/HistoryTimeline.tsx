import { Box, Button, ButtonBase, Collapse, Typography } from '@mui/material';
import { useState } from 'react';
import { CopyText } from '../common/CopyText.js';
import { ExactTime } from '../common/Moment.js';
import { useActor } from '../common/useActor.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import type { MarketplaceCall } from '../provider/magflowDataProvider.js';
import type { StateTone } from '../theme/theme.js';
import { callsBehind } from './callsBehind.js';
import { OrderChanges } from './OrderChanges.js';
import type { HistoryEntry } from './orderRecord.js';

const toneOf = (type: string): StateTone => {
  if (/InDoubt|Refused/.test(type)) return 'red';
  if (/Requested|Started/.test(type)) return 'grey';
  if (/Received/.test(type)) return 'blue';
  if (/^(Awb)/.test(type)) return 'violet';
  if (/^(Invoice|Storno)/.test(type)) return 'brown';
  if (/Acknowledged|StatusChanged$/.test(type)) return 'green';
  return 'amber';
};

/** What was said to the marketplace before this became a fact. */
const Calls = ({ calls }: { calls: readonly MarketplaceCall[] }) => {
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  return calls.map(({ id, route, http_status, outcome, duration_ms }) => (
    <Typography key={id} variant="caption" component="div" data-call={route} sx={{ color: 'text.secondary' }}>
      <Box component="span" sx={{ fontFamily: 'monospace' }}>
        {route}
      </Box>{' '}
      {http_status ?? message('order.calls.no_answer')} ·{' '}
      <Box component="span" sx={{ color: outcome === 'ok' ? 'inherit' : 'error.main' }}>
        {word('order.calls.outcomes', outcome)}
      </Box>{' '}
      · {formats.integer(duration_ms)} ms
    </Typography>
  ));
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
    ['summary', entry.summary],
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
                {message(`orders.history.technical_of.${name}`)}
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                <CopyText text={value} />
              </Box>
            </Box>
          ))}
        </Box>
      </Collapse>
    </>
  );
};

interface TimelineProps {
  readonly entries: readonly HistoryEntry[];
  readonly calls: readonly MarketplaceCall[];
  /** The moment shown; null is now. */
  readonly chosen: number | null;
  readonly onChoose: (revision: number) => void;
}

/** Every fact of an order, newest on top: what, when, who, why, and what changed. A click shows the order as it was then. */
export const HistoryTimeline = ({ entries, calls, chosen, onChoose }: TimelineProps) => {
  const message = useMessage();
  const word = useWord();
  const actorOf = useActor();
  const behind = callsBehind(entries, calls);
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
            {entry.revision > 0 && <OrderChanges changes={entry.changes} />}
            <Calls calls={behind.get(entry.event_id) ?? []} />
            <Technical entry={entry} />
          </Box>
        );
      })}
    </Box>
  );
};
