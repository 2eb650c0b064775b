import type pg from 'pg';
import type {
  BroadcastOptions,
  Bus,
  BusMessage,
  Consumer,
  DeadLetter,
  WorkGroupOptions,
} from '../../application/ports/bus.js';
import type { EventStore } from '../../application/ports/eventStore.js';
import { followLog } from '../relay/followLog.js';
import { IntegrationMapper } from '../relay/integrationMapper.js';
import { prefixesOf } from '../relay/messageLog.js';
import { attemptWork } from './attempts.js';
import type { BusLog } from './busLog.js';
import { openLetters, sendBack } from './deadLetterTable.js';
import { DeadLetterUnknown } from './deadLetterUnknown.js';
import { EmbeddedWorkGroup } from './embeddedWorkGroup.js';

export interface EmbeddedBusDeps {
  readonly store: EventStore;
  readonly pool: pg.Pool;
  readonly log: BusLog;
  /** Upper bound of the pause after a first failure of a handler. */
  readonly firstDelayMs?: number;
}

const FIRST_DELAY_MS = 200;
const BROADCAST_ATTEMPTS = 3;

/** The bus of an installation without a broker: a view of the event log, offsets and dead letters in PostgreSQL. */
export class EmbeddedBus implements Bus {
  readonly kind = 'embedded';
  private readonly consumers = new Set<Consumer>();

  constructor(private readonly deps: EmbeddedBusDeps) {}

  workGroup(options: WorkGroupOptions): Promise<Consumer> {
    const { store, pool, log, firstDelayMs = FIRST_DELAY_MS } = this.deps;
    return Promise.resolve(this.keep(new EmbeddedWorkGroup({ store, pool, log, firstDelayMs }, options)));
  }

  async broadcast(options: BroadcastOptions): Promise<Consumer> {
    // A position read beforehand, not `end`: nothing appended while the subscription opens is missed.
    const from = options.fromPosition ?? (await this.deps.store.lastPosition());
    const stopped = new AbortController();
    const running = this.tellAll(options, from, stopped.signal);
    return this.keep({
      ready: Promise.resolve(),
      close: async () => {
        stopped.abort();
        await running;
      },
    });
  }

  deadLetters(): Promise<readonly DeadLetter[]> {
    return openLetters(this.deps.pool);
  }

  async redrive(id: string): Promise<void> {
    if (!(await sendBack(this.deps.pool, id))) throw new DeadLetterUnknown(id);
  }

  async check(): Promise<void> {
    await this.deps.store.lastPosition();
  }

  async close(): Promise<void> {
    await Promise.all([...this.consumers].map((consumer) => consumer.close()));
  }

  private keep(consumer: Consumer): Consumer {
    const kept: Consumer = {
      ready: consumer.ready,
      close: async () => {
        this.consumers.delete(kept);
        await consumer.close();
      },
    };
    this.consumers.add(kept);
    return kept;
  }

  private async tellAll(options: BroadcastOptions, from: bigint, signal: AbortSignal): Promise<void> {
    const { store, log } = this.deps;
    const { topics, instance } = options;
    let mapper: IntegrationMapper | null = null;
    let last = from;
    while (!signal.aborted) {
      try {
        const messages = followLog(store, {
          from: last,
          streamPrefixes: prefixesOf(topics),
          signal,
          onTrouble: (error) => log.warn({ err: error, instance }, 'The subscription broke and is taken up again'),
        });
        for await (const message of messages) {
          if (message.kind === 'caught_up') continue;
          if (message.kind === 'checkpoint') {
            last = message.position;
            continue;
          }
          mapper ??= new IntegrationMapper(store, await store.storeId());
          const mapped = await mapper.map(message.event);
          if (mapped && topics.includes(mapped.topic)) await this.tell(options, mapped, signal);
          last = message.event.position;
        }
      } catch (error) {
        if (!signal.aborted) log.warn({ err: error, instance }, 'The broadcast stopped and starts again');
      }
    }
  }

  /** What a process cannot do with a broadcast concerns nobody else: a few attempts, then it goes on, saying so. */
  private async tell(options: BroadcastOptions, message: BusMessage, signal: AbortSignal): Promise<void> {
    const { firstDelayMs = FIRST_DELAY_MS, log } = this.deps;
    const told = await attemptWork(async () => options.handle(message), {
      attempts: BROADCAST_ATTEMPTS,
      firstDelayMs,
      signal,
    });
    if (!told.ok)
      log.error({ instance: options.instance, id: message.id, cause: told.cause }, 'A broadcast was skipped');
  }
}
