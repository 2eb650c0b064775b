import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import { asProblem, type ApiProblem } from '../api/problem.js';
import type { MessageKey } from '../i18n/romanian.js';
import { useMessage } from '../i18n/useMessage.js';
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
  'read-model-behind': { text: 'problem.behind' },
  'awb-in-doubt': { text: 'problem.awb_in_doubt' },
};

const sentence = (problem: ApiProblem, message: ReturnType<typeof useMessage>): string => {
  if (problem.code === 'network') return message('problem.network');
  return problem.message;
};

/** The server's own sentence with our advice, its code and its trace id to copy. */
export const ProblemNotice = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const message = useMessage();
  const problem = asProblem(error);
  const advice = ADVICE[problem.code];
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
        {sentence(problem, message)}
      </Typography>
      {problem.errors.map(({ pointer, parameter, detail }) => (
        <Typography key={`${pointer ?? parameter}${detail}`} variant="body2">
          {pointer ?? parameter}: {detail}
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
