import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import CloseIcon from '@mui/icons-material/Close';
import DoubtIcon from '@mui/icons-material/HelpOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import HourglassIcon from '@mui/icons-material/HourglassEmptyOutlined';
import { Box, Collapse, IconButton, LinearProgress, Link, Paper, Typography } from '@mui/material';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { CopyText } from '../common/CopyText.js';
import { useProblemSentence } from '../common/ProblemNotice.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { actsStore, type Act } from './actsStore.js';
import { useActOutcomes } from './useActOutcomes.js';

const FOLD_MS = 6_000;
const ICONS = { asked: HourglassIcon, done: CheckIcon, refused: ErrorIcon, in_doubt: DoubtIcon } as const;
const TONES = { asked: 'amber', done: 'green', refused: 'red', in_doubt: 'red' } as const;

const useActText = (): ((act: Act) => string) => {
  const message = useMessage();
  const word = useWord();
  const sentenceOf = useProblemSentence();
  return ({ kind, state, result, problem }) => {
    if (state === 'asked') return message('acts.waiting');
    if (state === 'in_doubt') return message('acts.doubt');
    if (state === 'refused') {
      if (!problem) return message('acts.refused');
      const sentence = sentenceOf(problem);
      return problem.code === 'network' || sentence === problem.message ? sentence : `${sentence} ${problem.message}`;
    }
    switch (kind) {
      case 'acknowledge':
        return message('acts.acknowledged');
      case 'status':
        return message('acts.changed', { status: result ? word('status', result) : '' });
      case 'awb':
        return message('acts.awb_made', { number: result ?? '' });
      case 'invoice':
        return message('acts.invoice_made', { number: result ?? '' });
      case 'storno':
        return message('acts.storno_made', { number: result ?? '' });
      case 'attachment':
        return message('acts.attached');
      case 'resolve':
        return message('acts.resolved');
    }
  };
};

const ActLine = ({ act }: { act: Act }) => {
  const message = useMessage();
  const textOf = useActText();
  const Icon = ICONS[act.state];
  return (
    <Box sx={{ display: 'flex', gap: 1, px: 1.5, py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Icon
        sx={({ palette }) => ({ fontSize: 18, mt: 0.25, color: palette.states[TONES[act.state]].text })}
        titleAccess={message(`acts.${act.state}`)}
      />
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2">
          <strong>{message(`acts.${act.kind}`)}</strong>{' '}
          <Link component={RouterLink} to={`/orders/${act.account}-${act.orderId}`} color="inherit">
            {act.orderId}
          </Link>
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {textOf(act)}
        </Typography>
        {act.problem && (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            <CopyText text={[act.problem.message, act.problem.code, act.problem.traceId].filter(Boolean).join(' · ')}>
              {message('problem.code')} {act.problem.code}
            </CopyText>
          </Typography>
        )}
      </Box>
    </Box>
  );
};

/** What was asked of the marketplace, bottom right on every page: asked, done, refused, in doubt. */
export const ActsPanel = () => {
  const message = useMessage();
  const acts = useSyncExternalStore(actsStore.subscribe, actsStore.all);
  const [foldedAt, setFoldedAt] = useState<number | null>(null);
  useActOutcomes();

  const ended = acts.filter(({ state }) => state !== 'asked').length;
  const isAllDone = acts.every(({ state }) => state === 'done');

  // What went well steps aside; what needs a person stays open.
  useEffect(() => {
    if (!isAllDone) return undefined;
    const timer = setTimeout(() => setFoldedAt(acts.length), FOLD_MS);
    return () => clearTimeout(timer);
  }, [isAllDone, acts.length]);

  if (acts.length === 0) return null;
  // A further act opens it again.
  const isOpen = foldedAt !== acts.length;

  return (
    <Paper variant="outlined" role="status" aria-live="polite" sx={{ boxShadow: 6 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', px: 1.5, py: 0.5 }}>
        <Typography variant="h3" component="h2" sx={{ mr: 'auto' }}>
          {message('acts.title')}{' '}
          <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
            {message('acts.progress', { done: ended, total: acts.length })}
          </Typography>
        </Typography>
        <IconButton
          size="small"
          onClick={() => setFoldedAt(isOpen ? acts.length : null)}
          aria-label={message('acts.hide')}
          aria-expanded={isOpen}
        >
          <ExpandIcon fontSize="small" sx={{ transform: isOpen ? 'none' : 'rotate(180deg)' }} />
        </IconButton>
        <IconButton size="small" onClick={() => actsStore.clear()} aria-label={message('acts.clear')}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      {ended < acts.length && (
        <LinearProgress
          variant={acts.length > 1 ? 'determinate' : 'indeterminate'}
          value={(ended * 100) / acts.length}
          aria-label={message('acts.waiting')}
          sx={{ height: 2 }}
        />
      )}
      <Collapse in={isOpen}>
        <Box sx={{ maxHeight: 280, overflowY: 'auto' }}>
          {[...acts].reverse().map((act) => (
            <ActLine key={act.id} act={act} />
          ))}
        </Box>
      </Collapse>
    </Paper>
  );
};
