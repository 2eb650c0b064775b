import { useCallback } from 'react';
import { useStore } from 'react-admin';

const KEPT = 2_000;
const NONE: readonly string[] = [];

interface PrintedLabels {
  isPrinted(awbNumber: string): boolean;
  mark(awbNumbers: readonly string[], isPrinted: boolean): void;
}

/** Which labels this browser has printed; nobody else need know. */
export const usePrinted = (): PrintedLabels => {
  const [printed, setPrinted] = useStore<readonly string[]>('magflow.printed', NONE);
  const mark = useCallback(
    (awbNumbers: readonly string[], isPrinted: boolean) =>
      setPrinted((before) => {
        const others = before.filter((one) => !awbNumbers.includes(one));
        return isPrinted ? [...others, ...awbNumbers].slice(-KEPT) : others;
      }),
    [setPrinted],
  );
  return { isPrinted: (awbNumber) => printed.includes(awbNumber), mark };
};
