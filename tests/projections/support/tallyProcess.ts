import { createPool } from '../../../src/infrastructure/postgres/pool.js';
import type { EventStore, RecordedEvent, SubscriptionMessage } from '../../../src/application/ports/eventStore.js';
import { ProjectionRunner } from '../../../src/projections/runner.js';
import { countingProjection } from './countingProjection.js';

/*
 * A projector to be killed. The log is made up and always the same: event n of EVENTS adds one to stream n mod 7.
 * With FAILPOINT the process kills itself when it reaches that point for the N-th time.
 */
const EVENTS = Number(process.env['EVENTS']);
const STREAMS = 7;

const eventAt = (n: number): RecordedEvent => ({
  id: `e${n}`,
  stream: `tally-${n % STREAMS}`,
  revision: BigInt(Math.floor(n / STREAMS)),
  position: BigInt(n + 1),
  type: 'Counted',
  data: { n: 1 },
  metadata: { correlationId: 'c', actor: { kind: 'job', id: 'j' }, occurredAt: '', schemaVersion: 1 },
  recordedAt: '2026-03-02T10:00:00.000Z',
});

const store: Pick<EventStore, 'subscribe' | 'lastPosition' | 'storeId' | 'read'> = {
  async *subscribe({ from, signal }): AsyncGenerator<SubscriptionMessage> {
    for (let n = from === 'start' ? 0 : Number(from); n < EVENTS && !signal?.aborted; n += 1) {
      yield { kind: 'event', event: eventAt(n) };
    }
    yield { kind: 'caught_up' };
    await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
  },
  lastPosition: () => Promise.resolve(BigInt(EVENTS)),
  storeId: () => Promise.resolve('made-up'),
  read: () => Promise.resolve({ events: [], revision: -1n }),
};

const point = process.env['FAILPOINT'];
let remaining = Number(process.env['N'] ?? 1);
const pool = createPool(process.env['DATABASE_URL'] ?? '', { name: 'tally' });
const runner = new ProjectionRunner({
  store: store as EventStore,
  pool,
  projections: [countingProjection()],
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  maxBatch: 50,
  superviseMs: 20,
  failpoints: {
    reach: (name) => {
      if (name === point && (remaining -= 1) === 0) process.kill(process.pid, 'SIGKILL');
    },
  },
});
await runner.start();
for (;;) {
  const { rows } = await pool.query<{ position: string }>('select position from read.checkpoints');
  if (BigInt(rows[0]?.position ?? '-1') >= BigInt(EVENTS)) break;
  await new Promise((resolve) => setTimeout(resolve, 10));
}
await runner.stop();
await pool.end();
