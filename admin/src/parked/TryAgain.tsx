import ReplayIcon from '@mui/icons-material/ReplayOutlined';
import { Button } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { asProblem } from '../api/problem.js';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { useProblemSentence } from '../common/ProblemNotice.js';

interface TryAgainProps {
  readonly verb: string;
  /** What will happen. */
  readonly asks: string;
  /** The list that it leaves when it works. */
  readonly resource: string;
  /** What became of it, in a sentence. */
  readonly act: () => Promise<string>;
}

/** Gives what stopped at an error another try, once the person confirmed. */
export const TryAgain = ({ verb, asks, resource, act }: TryAgainProps) => {
  const notify = useNotify();
  const sentenceOf = useProblemSentence();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const run = useMutation({
    mutationFn: act,
    onSuccess: (sentence) => notify(sentence, { type: 'info' }),
    onError: (error) => notify(sentenceOf(asProblem(error)), { type: 'error' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [resource] }),
  });
  return (
    <>
      <Button size="small" startIcon={<ReplayIcon />} disabled={run.isPending} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      <ConfirmDialog open={isAsking} verb={verb} onConfirm={() => run.mutate()} onClose={() => setAsking(false)}>
        {asks}
      </ConfirmDialog>
    </>
  );
};
