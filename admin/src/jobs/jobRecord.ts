import type { Schemas } from '../api/client.js';

/** react-admin's `id` is the job's name. */
export type JobRecord = Schemas['Job'] & { readonly id: string };
export type JobRunRecord = Schemas['JobRun'];

export const isUnderWay = ({ state }: Pick<JobRunRecord, 'state'>): boolean =>
  state === 'queued' || state === 'running';

/** One line of what a run found or did. */
export interface RunLine {
  readonly text: string;
  readonly isFailed: boolean;
  readonly operationId: string | null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const plain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

const lineOf = (group: string, entry: unknown): RunLine => {
  if (!isRecord(entry)) return { text: `${group}: ${String(entry)}`, isFailed: false, operationId: null };
  const { ok, operation_id: operationId, error } = entry;
  const parts = Object.entries(entry).flatMap(([name, value]) => {
    if (name === 'operation_id' || name === 'error') return [];
    if (name === 'name' || name === 'account' || name === 'state' || name === 'detail')
      return plain(value) ? [value] : [];
    return plain(value) ? [`${name} ${value}`] : [];
  });
  const reason = isRecord(error) ? (error['text'] ?? error['code']) : error;
  return {
    text: [...parts, ...(plain(reason) ? [reason] : [])].join(' · '),
    isFailed: ok === false || plain(reason),
    operationId: typeof operationId === 'string' ? operationId : null,
  };
};

/** A run's result as lines, what failed first. Each job has a result of its own: lists of accounts, checks, counts. */
export const linesOf = ({ result }: JobRunRecord): readonly RunLine[] => {
  if (!isRecord(result)) return [];
  const lines = Object.entries(result).flatMap(([group, value]) => {
    if (Array.isArray(value)) return value.map((entry) => lineOf(group, entry));
    if (isRecord(value)) return [lineOf(group, value)];
    return plain(value) ? [{ text: `${group}: ${value}`, isFailed: false, operationId: null }] : [];
  });
  return [...lines.filter(({ isFailed }) => isFailed), ...lines.filter(({ isFailed }) => !isFailed)];
};
