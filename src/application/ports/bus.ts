/** An integration event as consumers see it, on Kafka and on the embedded bus alike. No personal data. */
export interface BusMessage {
  readonly topic: string;
  /** CloudEvents id = event id. */
  readonly id: string;
  /** `magflow.` + event type. */
  readonly type: string;
  readonly source: string;
  readonly subject: string;
  readonly time: string;
  /** The stream: order per key holds. */
  readonly key: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface WorkGroupOptions {
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Called once per message in order of its key, by one member of the group; may be called again after a crash, so it
   * must be idempotent by `message.id`. A throw is retried with back-off, then the message goes to the dead letters
   * (`<topic>.<group>.dlq`) with the cause, and the group moves on.
   */
  readonly handle: (message: BusMessage) => Promise<void>;
  /** Messages that are none of the group's business are passed over unhandled; absent: all are its business. */
  readonly concerns?: (message: BusMessage) => boolean;
  readonly attempts?: number;
}

export interface BroadcastOptions {
  /** Names this process, unique among those running. */
  readonly instance: string;
  readonly topics: readonly string[];
  /** Every process hears every message from now on, or from after `fromPosition`; at least once, ordered by key. */
  readonly fromPosition?: bigint;
  readonly handle: (message: BusMessage) => void | Promise<void>;
}

export interface Consumer {
  /** Resolves once messages published from now on will be heard. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

export interface DeadLetter {
  readonly id: string;
  readonly topic: string;
  readonly group: string;
  readonly cause: string;
  readonly attempts: number;
  readonly failedAt: string;
  readonly message: BusMessage;
}

export interface Bus {
  readonly kind: 'embedded' | 'kafka';
  workGroup(options: WorkGroupOptions): Promise<Consumer>;
  broadcast(options: BroadcastOptions): Promise<Consumer>;
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** Puts a dead letter back to its group, once. */
  redrive(id: string): Promise<void>;
  /** Throws when what carries the messages cannot be reached now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export const TOPICS = {
  orders: 'magflow.orders.v1',
  offers: 'magflow.offers.v1',
  invoices: 'magflow.invoices.v1',
  sync: 'magflow.sync.v1',
} as const;

/** What only we listen to: heard from the event log itself, whichever bus there is, and carried by no broker. */
export const LOG_TOPICS = { operations: 'log.operations', accounts: 'log.accounts' } as const;
