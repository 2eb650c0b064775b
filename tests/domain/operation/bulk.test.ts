import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RuleViolation } from '../../../src/domain/decider.js';
import {
  bulkCounts,
  bulkDecider,
  bulkStateOf,
  retriable,
  type Bulk,
  type BulkCommand,
  type BulkEvent,
  type BulkItem,
  type BulkOutcome,
  type BulkResult,
} from '../../../src/domain/operation/bulk.js';
import { specFor } from '../../support/deciderSpec.js';

const given = specFor(bulkDecider);
const at = new Date('2026-03-02T10:00:00Z');
const iso = '2026-03-02T10:00:00.000Z';
const operationId = 'bulk-1';
const item = (orderId: string): BulkItem => ({ account: 'main', orderId, awb: null, refusal: null });
const items = [item('1'), item('2'), item('3')];
const kind = 'bulk_generate_awbs';
const outcome = (place: number, result: BulkResult, code: string | null = null): BulkOutcome => ({
  item: place,
  result,
  operationId: `op-${place}`,
  code,
  text: null,
});

const requested: BulkEvent = { type: 'BulkRequested', data: { operationId, at: iso, kind, items, retryOf: null } };
const started: BulkEvent = { type: 'BulkStarted', data: { operationId, at: iso } };
const told = (...outcomes: BulkOutcome[]): BulkEvent => ({
  type: 'BulkItemsEnded',
  data: { operationId, at: iso, outcomes },
});
const ended = (succeeded: number, failed: number, inDoubt = 0, notDone = 0): BulkEvent => ({
  type: 'BulkEnded',
  data: { operationId, at: iso, kind, counts: { total: 3, succeeded, failed, inDoubt, notDone } },
});
const record = (...outcomes: BulkOutcome[]): BulkCommand => ({
  type: 'RecordBulkOutcomes',
  data: { operationId, outcomes },
  at,
});
const stop: BulkCommand = { type: 'StopBulk', data: { operationId }, at };
const retry = (retryOperationId: string, late = 0): BulkCommand => ({
  type: 'RetryBulk',
  data: { operationId, retryOperationId, late },
  at,
});

const stateAfter = (...history: BulkEvent[]): string => {
  const bulk = history.reduce(bulkDecider.evolve, bulkDecider.initialState);
  return bulk.phase === 'unknown' ? 'unknown' : bulkStateOf(bulk.phase, bulkCounts(bulk));
};

describe('asking for a bulk', () => {
  const ask: BulkCommand = { type: 'RequestBulk', data: { operationId, kind, items, retryOf: null }, at };

  it('is one event with all its items', () => given().when(ask).then(requested));
  it('twice is once', () => given(requested).when(ask).thenNothing());
  it('starts once', () => {
    const start: BulkCommand = { type: 'StartBulk', data: { operationId }, at };
    given(requested).when(start).then(started);
    given(requested, started).when(start).thenNothing();
    given().when(start).thenRefused('operation-unknown');
  });
});

describe('an outcome', () => {
  const [one, two, three] = [outcome(0, 'succeeded'), outcome(1, 'failed', 'awb-exists'), outcome(2, 'succeeded')];

  it('is told as it comes', () => given(requested, started).when(record(one)).then(told(one)));
  it('that is the last ends the whole', () =>
    given(requested, started, told(one, two)).when(record(three)).then(told(three), ended(2, 1)));
  it('is told once, whoever tells it again or otherwise', () =>
    given(requested, started, told(one))
      .when(record(one, outcome(0, 'failed')))
      .thenNothing());
  it('of no item of this bulk is nothing', () =>
    given(requested, started)
      .when(record(outcome(3, 'succeeded'), outcome(-1, 'failed')))
      .thenNothing());
  it('of a bulk that nobody asked for is refused', () => given().when(record(one)).thenRefused('operation-unknown'));
});

describe('a doubt', () => {
  const settled = [outcome(0, 'succeeded'), outcome(1, 'succeeded')];
  const doubt = outcome(2, 'in_doubt', 'awb-in-doubt');
  const rest = [requested, started, told(...settled, doubt), ended(2, 0, 1)];

  it('lets everything else end, and the whole rests in doubt', () => {
    given(requested, started, told(...settled))
      .when(record(doubt))
      .then(told(doubt), ended(2, 0, 1));
    expect(stateAfter(...rest)).toBe('in_doubt');
  });
  it('that is settled ends the whole again', () => {
    const found = outcome(2, 'succeeded');
    given(...rest)
      .when(record(found))
      .then(told(found), ended(3, 0));
    expect(stateAfter(...rest, told(found), ended(3, 0))).toBe('succeeded');
  });
  it('is not told twice, and not after its settlement', () => {
    given(...rest)
      .when(record(doubt))
      .thenNothing();
    given(requested, started, told(outcome(2, 'succeeded')))
      .when(record(doubt))
      .thenNothing();
  });
  it('is nothing to retry', () =>
    given(...rest)
      .when(retry('bulk-2'))
      .thenRefused('nothing-to-retry'));
});

describe('stopping', () => {
  it('is asked for once, while it runs', () => {
    given(requested, started)
      .when(stop)
      .then({ type: 'BulkStopRequested', data: { operationId, at: iso } });
    given(requested, started, { type: 'BulkStopRequested', data: { operationId, at: iso } })
      .when(stop)
      .thenNothing();
    given(requested, started, told(outcome(0, 'failed')), ended(0, 3))
      .when(stop)
      .thenNothing();
  });

  it.each([
    [['not_done', 'not_done', 'not_done'], 'cancelled'],
    [['failed', 'not_done', 'not_done'], 'cancelled'],
    [['succeeded', 'failed', 'not_done'], 'partial'],
    [['succeeded', 'succeeded', 'failed'], 'partial'],
    [['failed', 'failed', 'failed'], 'failed'],
    [['succeeded', 'succeeded', 'succeeded'], 'succeeded'],
  ] as const)('with %j it is %s', (results, state) => {
    const outcomes = results.map((result, place) => outcome(place, result));
    expect(stateAfter(requested, started, told(...outcomes), ended(0, 0))).toBe(state);
  });
});

describe('retrying', () => {
  const over = [
    requested,
    started,
    told(outcome(0, 'succeeded'), outcome(1, 'failed'), outcome(2, 'not_done')),
    ended(1, 1, 0, 1),
  ];
  const retried: BulkEvent = { type: 'BulkRetried', data: { operationId, at: iso, retryOperationId: 'bulk-2' } };

  it('takes what failed and what was not done', () => {
    given(...over)
      .when(retry('bulk-2'))
      .then(retried);
    expect(retriable(given(...over).state).map(({ orderId }) => orderId)).toEqual(['2', '3']);
  });
  it('is the same retry when asked twice, and only one', () => {
    given(...over, retried)
      .when(retry('bulk-2'))
      .thenNothing();
    given(...over, retried)
      .when(retry('bulk-3'))
      .thenRefused('operation-running');
  });
  it('waits for the end', () => given(requested, started).when(retry('bulk-2')).thenRefused('operation-running'));
  it('needs something that failed', () =>
    given(requested, started, told(...[0, 1, 2].map((place) => outcome(place, 'succeeded'))), ended(3, 0))
      .when(retry('bulk-2'))
      .thenRefused('nothing-to-retry'));
  it('also takes what failed late in the bulk that it took over from', () =>
    given(requested, started, told(...[0, 1, 2].map((place) => outcome(place, 'succeeded'))), ended(3, 0))
      .when(retry('bulk-2', 1))
      .then(retried));
});

describe('whatever is told in whatever order', () => {
  const anyOutcome = fc
    .tuple(
      fc.integer({ min: -1, max: 6 }),
      fc.constantFrom<BulkResult[]>('succeeded', 'failed', 'in_doubt', 'not_done'),
    )
    .map(([place, result]) => outcome(place, result));
  const anyCommand: fc.Arbitrary<BulkCommand> = fc.oneof(
    fc.constant<BulkCommand>({ type: 'StartBulk', data: { operationId }, at }),
    fc.array(anyOutcome, { maxLength: 4 }).map((outcomes) => record(...outcomes)),
    fc.constant(stop),
    fc.constantFrom('bulk-2', 'bulk-3').map((id) => retry(id)),
  );

  it('each item ends once, nothing is lost, and the end is told exactly when nothing runs', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(anyCommand, { maxLength: 40 }), (size, commands) => {
        const list = Array.from({ length: size }, (_, place) => item(String(place)));
        let bulk: Bulk = bulkDecider.evolve(bulkDecider.initialState, {
          type: 'BulkRequested',
          data: { operationId, at: iso, kind, items: list, retryOf: null },
        });
        const final = new Map<number, BulkResult>();
        for (const command of commands) {
          let events: readonly BulkEvent[] = [];
          try {
            events = bulkDecider.decide(command, bulk);
          } catch (error) {
            if (!(error instanceof RuleViolation)) throw error;
          }
          for (const event of events) {
            if (event.type === 'BulkItemsEnded') {
              for (const { item: place, result } of event.data.outcomes) {
                expect(final.has(place)).toBe(false);
                expect(place >= 0 && place < size).toBe(true);
                if (result !== 'in_doubt') final.set(place, result);
              }
            }
            bulk = bulkDecider.evolve(bulk, event);
          }
          const counts = bulkCounts(bulk);
          const settled = counts.succeeded + counts.failed + counts.notDone;
          expect(settled).toBe(final.size);
          expect(counts.total).toBe(size);
          expect(bulk.phase === 'ended').toBe(settled + counts.inDoubt === size);
          for (const [place, result] of final) expect(bulk.outcomes.get(place)?.result).toBe(result);
        }
      }),
    ));
});
