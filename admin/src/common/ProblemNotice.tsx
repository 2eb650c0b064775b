import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import { asProblem, type ApiProblem } from '../api/problem.js';
import { useFieldSentence } from '../i18n/useFieldSentence.js';
import type { MessageKey } from '../i18n/sentences.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { CopyText } from './CopyText.js';

interface Advice {
  readonly text: MessageKey;
  readonly to?: string;
  readonly label?: MessageKey;
}

const ADVICE: Readonly<Record<string, Advice>> = {
  'seller-incomplete': { text: 'problem.seller_incomplete', to: '/settings', label: 'problem.open_settings' },
  'marketplace-credentials-refused': { text: 'problem.credentials', to: '/accounts', label: 'problem.open_accounts' },
  'marketplace-ip-refused': { text: 'problem.ip', to: '/accounts', label: 'problem.open_accounts' },
  forbidden: { text: 'problem.forbidden_hint' },
  'read-model-behind': { text: 'problem.behind' },
  'awb-in-doubt': { text: 'problem.awb_in_doubt' },
};

/** Our word for a known code, in the person's language; the server's own sentence where there is none. */
export const useProblemSentence = (): ((problem: ApiProblem) => string) => {
  const message = useMessage();
  const word = useWord();
  return (problem) => {
    if (problem.code === 'network') return message('problem.network');
    const known = word('code', problem.code);
    return known === problem.code ? problem.message : known;
  };
};

/** The server's own sentence with our advice, its code and its trace id to copy. */
export const ProblemNotice = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const message = useMessage();
  const sentenceOf = useProblemSentence();
  const aboutField = useFieldSentence();
  const problem = asProblem(error);
  const sentence = sentenceOf(problem);
  const advice = ADVICE[problem.code];
  // Of one invalid field the server's sentence says no more than its line below.
  const isTold = problem.errors.some(
    ({ pointer, parameter, detail }) => `${pointer ?? parameter}: ${detail}` === problem.message,
  );
  const details = [problem.message, problem.code, problem.traceId].filter(Boolean).join(' · ');
  return (
    <Alert
      severity="error"
      variant="outlined"
      action={
        onRetry && (
          <Button size="small" color="inherit" onClick={onRetry}>
            {message('problem.retry')}
          </Button>
        )
      }
      sx={({ palette }) => ({ borderColor: palette.states.red.line, backgroundColor: palette.states.red.fill })}
    >
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {sentence}
      </Typography>
      {sentence !== problem.message && !isTold && (problem.status !== 0 || problem.code === 'client') && (
        <Typography variant="body2">{problem.message}</Typography>
      )}
      {problem.errors.map(({ pointer, parameter, detail }) => (
        <Typography key={`${pointer ?? parameter}${detail}`} variant="body2">
          {pointer ?? parameter}: {aboutField(detail)}
        </Typography>
      ))}
      {advice && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {message(advice.text)}{' '}
          {advice.to && advice.label && (
            <Link component={RouterLink} to={advice.to}>
              {message(advice.label)}
            </Link>
          )}
        </Typography>
      )}
      <Box sx={{ mt: 0.5, color: 'text.secondary', fontSize: '0.75rem' }}>
        <CopyText text={details}>
          {message('problem.code')} {problem.code}
          {problem.traceId ? ` · ${message('problem.trace')} ${problem.traceId}` : ''}
        </CopyText>
      </Box>
    </Alert>
  );
};
