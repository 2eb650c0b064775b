import { Box, Button, Card, Stack, TextField, Typography, type TextFieldProps } from '@mui/material';
import { useState, type FormEvent, type ReactNode } from 'react';
import { asProblem, type ApiProblem } from '../api/problem.js';
import { ProblemNotice } from '../common/ProblemNotice.js';

interface CredentialFormProps {
  readonly verb: string;
  /** Whether what was typed can be sent. */
  readonly isReady: boolean;
  /** Its refusal is shown above the verb. */
  readonly onSubmit: () => Promise<unknown>;
  /** A sentence for refusals that need no code and no trace. */
  readonly sentenceOf?: (problem: ApiProblem) => string | null;
  readonly children: ReactNode;
  /** Beside the verb. */
  readonly aside?: ReactNode;
}

/** Fields, the verb, and why it was refused. */
export const CredentialForm = ({
  verb,
  isReady,
  onSubmit,
  sentenceOf = () => null,
  children,
  aside,
}: CredentialFormProps) => {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await onSubmit();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };

  const sentence = problem && sentenceOf(problem);
  return (
    <Stack component="form" onSubmit={submit} spacing={2} noValidate>
      {children}
      {sentence && (
        <Typography role="alert" variant="body2" color="error">
          {sentence}
        </Typography>
      )}
      {problem && !sentence && <ProblemNotice error={problem} />}
      <Button type="submit" variant="contained" size="medium" disabled={isBusy || !isReady}>
        {verb}
      </Button>
      {aside}
    </Stack>
  );
};

interface AuthFormProps extends Omit<CredentialFormProps, 'aside'> {
  readonly title: string;
  readonly hint: string;
  readonly note?: string;
}

/** The card that stands alone before somebody is in. */
export const AuthForm = ({ title, hint, note, ...form }: AuthFormProps) => (
  <Box
    component="main"
    sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2, backgroundColor: 'background.default' }}
  >
    <title>{`${title} · MagFlow`}</title>
    <Card sx={{ width: '100%', maxWidth: 400, p: 3 }}>
      <Typography sx={{ color: 'primary.main', fontWeight: 750, mb: 2 }}>MagFlow</Typography>
      <Typography variant="h1">{title}</Typography>
      <Typography variant="body2" sx={{ mt: 1, mb: 3, color: 'text.secondary' }}>
        {hint}
      </Typography>
      <CredentialForm
        {...form}
        aside={
          note && (
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              {note}
            </Typography>
          )
        }
      />
    </Card>
  </Box>
);

type AuthFieldProps = Pick<TextFieldProps, 'label' | 'type' | 'autoComplete' | 'autoFocus'> & {
  readonly name: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  /** What is wrong with it, as far as this page can tell. */
  readonly fault?: string | null;
};

export const AuthField = ({ onType, fault, ...field }: AuthFieldProps) => (
  <TextField
    {...field}
    required
    error={Boolean(fault)}
    helperText={fault}
    onChange={({ target }) => onType(target.value)}
  />
);
