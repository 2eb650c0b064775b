import type { RecordedEvent } from '../../../src/application/ports/eventStore.js';
import type { Projection } from '../../../src/projections/projection.js';

interface Tally {
  readonly key: string;
  readonly events: number;
  readonly sum: number;
  readonly last: string;
}

/** Deliberately not idempotent: counts whatever it is given, so that a loss or a repetition shows. */
export const countingProjection = (change: Partial<Projection<Tally>> = {}): Projection<Tally> => ({
  name: 'tally',
  version: 1,
  streamPrefixes: ['tally-'],
  table: {
    name: 'tally',
    columns: [
      { name: 'events', type: 'integer not null' },
      { name: 'sum', type: 'integer not null check (sum < 1000000)' },
      { name: 'last', type: 'text not null' },
    ],
    indexes: [{ name: 'sum', definition: '(sum)' }],
  },
  children: [],
  counters: [
    { name: 'tally_totals', by: [{ name: 'parity', type: 'text' }], sums: ['streams', 'amount'], indexes: [] },
  ],
  keyOf: ({ stream }) => stream,
  evolve: (state, event: RecordedEvent) => {
    const { n } = event.data as { n: number };
    if (event.type === 'Broken') throw new Error('cannot be understood');
    return {
      key: event.stream,
      events: (state?.events ?? 0) + 1,
      sum: (state?.sum ?? 0) + n,
      last: event.revision.toString(),
    };
  },
  row: ({ events, sum, last }) => ({ events, sum, last }),
  childRows: () => [],
  contributions: ({ sum }) => [{ counter: 'tally_totals', by: [sum % 2 === 0 ? 'even' : 'odd'], sums: [1, sum] }],
  ...change,
});

export const counted = (n: number) => ({ type: 'Counted', data: { n } });
export const broken = { type: 'Broken', data: { n: 1 } };
