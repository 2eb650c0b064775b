import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'react-admin';
import { asProblem } from '../api/problem.js';
import { useFieldSentence } from '../i18n/useFieldSentence.js';
import { useMessage } from '../i18n/useMessage.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { SettingsRecord } from './settingsRecord.js';

const KEY = ['settings'];

export const useSettings = () => {
  const provider = useDataProvider<MagflowDataProvider>();
  return useQuery({ queryKey: KEY, queryFn: () => provider.settings() });
};

/** Saves over what was read. When somebody else saved meanwhile nothing is written, and theirs is read. */
export const useSaveSettings = (etag: string | null) => {
  const message = useMessage();
  const notify = useNotify();
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (changes: Partial<SettingsRecord>) => provider.saveSettings(changes, etag),
    onSuccess: () => notify(message('common.saved'), { type: 'success' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }),
  });
};

export const isMovedOn = (error: unknown): boolean => Boolean(error) && asProblem(error).status === 412;

/** What the server says of fields: it names them by pointers such as `/seller/iban` or `/invoice_series/0/series`. */
export const useProblemsByPointer = (error: unknown): Readonly<Record<string, string>> => {
  const sentenceOf = useFieldSentence();
  return error
    ? Object.fromEntries(asProblem(error).errors.map(({ pointer, detail }) => [pointer ?? '', sentenceOf(detail)]))
    : {};
};
