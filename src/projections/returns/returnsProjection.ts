import {
  returnDecider,
  type ReturnEvent,
  type ReturnKey,
  type ReturnState,
} from '../../domain/returns/returnRequest.js';
import { accountInStream } from '../eventAccount.js';
import type { Projection } from '../projection.js';
import { seenNow, wasSeen, type Seen } from '../revisionGuard.js';
import { searchVector } from '../searchTerms.js';
import { returnView } from './returnView.js';

interface SeenReturn extends Seen {
  readonly key: ReturnKey;
  readonly facts: NonNullable<ReturnState['facts']>;
  readonly person: NonNullable<ReturnState['person']>;
  readonly digest: string | null;
  readonly lastSyncedAt: string;
}

const STREAM = /^return-([a-z0-9_]{1,24})-(.+)$/;

const keyOfStream = (stream: string): ReturnKey | null => {
  const [, account, returnId] = STREAM.exec(stream) ?? [];
  return account !== undefined && returnId !== undefined ? { account, returnId } : null;
};

/** Requests to return products, one row a request. */
export const returnsProjection: Projection<SeenReturn> = {
  name: 'returns',
  version: 1,
  streamPrefixes: ['return-'],
  accountOf: accountInStream,
  table: {
    name: 'returns',
    columns: [
      { name: 'account', type: 'text not null' },
      { name: 'return_id', type: 'text not null' },
      { name: 'return_number', type: 'bigint not null' },
      { name: 'order_id', type: 'text not null' },
      { name: 'status', type: 'text not null' },
      { name: 'requested_at', type: 'timestamptz not null' },
      { name: 'terms', type: 'tsvector not null' },
      { name: 'digest', type: 'text' },
      { name: 'revision', type: 'bigint not null' },
      { name: 'position', type: 'bigint not null' },
      { name: 'request', type: 'json not null' },
    ],
    indexes: [
      { name: 'requested', definition: '(requested_at, key)' },
      { name: 'account_requested', definition: '(account, requested_at, key)' },
      { name: 'status_requested', definition: '(status, requested_at, key)' },
      { name: 'account_status', definition: '(account, status, requested_at, key)' },
      { name: 'number', definition: '(return_number, key)' },
      { name: 'order', definition: '(order_id, requested_at, key)' },
      { name: 'terms', definition: 'using gin (terms)' },
    ],
  },
  children: [],
  counters: [
    {
      name: 'return_totals',
      by: [
        { name: 'account', type: 'text' },
        { name: 'status', type: 'text' },
      ],
      sums: ['returns'],
      indexes: [],
    },
  ],

  keyOf: ({ stream }) => (keyOfStream(stream) ? stream.slice('return-'.length) : undefined),

  evolve(state, recorded) {
    if (wasSeen(state, recorded)) return state;
    const key = state?.key ?? keyOfStream(recorded.stream);
    if (!key) return state;
    const event = { type: recorded.type, data: recorded.data } as ReturnEvent;
    const { facts, person, digest } = returnDecider.evolve(state ?? returnDecider.initialState, event);
    if (!facts || !person) return state;
    return { key, facts, person, digest, lastSyncedAt: event.data.at, ...seenNow(recorded) };
  },

  row(state) {
    const { key, facts, person } = state;
    const products = facts.lines.flatMap(({ offerId, name }) => [offerId, name]);
    return {
      account: key.account,
      return_id: key.returnId,
      return_number: /^\d{1,18}$/.test(key.returnId) ? key.returnId : '0',
      order_id: facts.orderId,
      status: facts.status,
      requested_at: facts.requestedAt,
      terms: searchVector({
        texts: [key.returnId, facts.orderId, person.name, person.company, ...products],
        phones: [person.phone],
      }),
      digest: state.digest,
      revision: state.revision,
      position: state.position,
      request: returnView(key, state),
    };
  },

  childRows: () => [],

  contributions: ({ key, facts }) => [{ counter: 'return_totals', by: [key.account, facts.status], sums: [1] }],
};
