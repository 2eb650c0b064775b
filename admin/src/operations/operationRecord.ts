import type { Schemas } from '../api/client.js';
import type { LiveMessage } from '../live/liveMessage.js';

export type OperationRecord = Schemas['Operation'];
export type OperationState = OperationRecord['state'];

export const FINAL_STATES: readonly OperationState[] = ['succeeded', 'partial', 'failed', 'cancelled'];

/** In doubt nothing runs any more; it waits for a person. */
export const isAtRest = ({ state }: OperationRecord): boolean => state === 'in_doubt' || FINAL_STATES.includes(state);

const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 3_000;
const PAUSE_PER_ITEM_MS = 3;

/** How long to wait before its results are read again while it runs: a thousand of them are no small answer. */
export const pauseOf = (operation: OperationRecord | undefined): number =>
  Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, (operation?.progress.total ?? 0) * PAUSE_PER_ITEM_MS));

/** What a command answers when its outcome did not come within the wait. */
export type PendingOperation = Schemas['Accepted'];

/** Whether it may tell of a step or the end of one. */
export const movesOperations = ({ type, data }: LiveMessage): boolean =>
  data['operation_id'] !== undefined || type === 'notification' || type === 'offer_changed';

const listed = (path: string, q: string): string => `${path}?filter=${encodeURIComponent(JSON.stringify({ q }))}`;

/** Where the panel shows what an operation's links name. */
const PLACES = {
  order: (id: string) => `/orders/${id}`,
  offer: (id: string) => listed('/products/offers', id),
  awb: (number: string) => listed('/emag/awb/all', number),
  invoice: (number: string) => listed('/emag/invoices/issued', number),
  retry_of: (id: string) => `/operations/${id}`,
  retried_by: (id: string) => `/operations/${id}`,
} as const;

type LinkName = keyof typeof PLACES | 'sync_run';

interface OperationLink {
  readonly name: LinkName;
  readonly to: string;
  readonly text: string;
}

const UUID_LENGTH = 36;
const lastOf = (path: string): string => decodeURIComponent(path.split('/').at(-1) ?? '');
const isKnown = (name: string): name is keyof typeof PLACES => name in PLACES;

/** The sync runs that it started. */
export const syncRunsOf = ({ links }: OperationRecord): readonly string[] =>
  Object.entries(links).flatMap(([name, path]) => (name.startsWith('sync_run') ? [lastOf(path)] : []));

/** What it was about and what came of it, as places of the panel. */
export const linksOf = (operation: OperationRecord): readonly OperationLink[] => [
  ...Object.entries(operation.links).flatMap(([name, path]) => {
    if (!isKnown(name)) return [];
    const id = lastOf(path);
    return [{ name, to: PLACES[name](id), text: id.length === UUID_LENGTH ? id.slice(0, 8) : id }];
  }),
  ...syncRunsOf(operation).map((id) => ({ name: 'sync_run' as const, to: listed('/emag', id), text: id.slice(0, 8) })),
];
