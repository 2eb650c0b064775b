import { Counter, Histogram, type Registry } from 'prom-client';
import { RevisionConflict, type DomainEventShape, type EventStore } from '../../application/ports/eventStore.js';

const outcomeOf = (error: unknown): string => (error instanceof RevisionConflict ? 'conflict' : 'failed');

/** The same store, whose appends and reads are timed and counted. */
export const meteredEventStore = (store: EventStore, registry: Registry): EventStore => {
  const durations = new Histogram({
    name: 'magflow_eventstore_seconds',
    help: 'How long calls to the event store took, by what became of them.',
    labelNames: ['operation', 'outcome'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const events = new Counter({
    name: 'magflow_eventstore_events_total',
    help: 'Events appended to streams of the event store, and read from them.',
    labelNames: ['direction'],
    registers: [registry],
  });

  const timed = async <T>(operation: string, call: () => Promise<T>): Promise<T> => {
    const stopwatch = durations.startTimer({ operation });
    try {
      const result = await call();
      stopwatch({ outcome: 'ok' });
      return result;
    } catch (error) {
      stopwatch({ outcome: outcomeOf(error) });
      throw error;
    }
  };

  return {
    async append(stream, added, expected) {
      const result = await timed('append', () => store.append(stream, added, expected));
      events.inc({ direction: 'appended' }, added.length);
      return result;
    },
    async read<E extends DomainEventShape>(stream: string, options?: Parameters<EventStore['read']>[1]) {
      const result = await timed('read', () => store.read<E>(stream, options));
      events.inc({ direction: 'read' }, result.events.length);
      return result;
    },
    // Not counted: catching up passes tens of thousands of events a second, and its progress is a figure of its own.
    subscribe: (options) => store.subscribe(options),
    lastPosition: () => store.lastPosition(),
    storeId: () => store.storeId(),
    close: () => store.close(),
  };
};
