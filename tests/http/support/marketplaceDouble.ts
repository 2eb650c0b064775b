import { randomUUID } from 'node:crypto';
import type { EventStore, RecordedEvent } from '../../../src/application/ports/eventStore.js';
import type { OfferEvent } from '../../../src/domain/offer/offer.js';
import type { OrderEvent } from '../../../src/domain/order/orderEvents.js';

type OfferChangeRequested = Extract<OfferEvent, { type: 'OfferChangeRequested' }>;

export type MarketplaceMood = 'accepts' | 'refuses' | 'is_silent' | 'leaves_in_doubt';

/** Stands for worker and marketplace together: sees a wish in the log and says what became of it. */
export class MarketplaceDouble {
  mood: MarketplaceMood = 'accepts';
  readonly wishes: string[] = [];
  private readonly stopped = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly store: EventStore) {}

  start(): void {
    this.running = this.follow();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.running;
  }

  /** Answers a wish that it was silent about. */
  async acknowledge(orderId: string): Promise<void> {
    const { events } = await this.store.read(`order-main-${orderId}`);
    const wish = events.find(({ type }) => type === 'AcknowledgeRequested');
    const mood = this.mood;
    this.mood = 'accepts';
    if (wish) await this.answer(wish);
    this.mood = mood;
  }

  private async follow(): Promise<void> {
    const messages = this.store.subscribe({ from: 'end', signal: this.stopped.signal });
    for await (const message of messages) if (message.kind === 'event') await this.answer(message.event);
  }

  private async answer({ type, data, stream, id, metadata }: RecordedEvent): Promise<void> {
    if (!type.endsWith('Requested') || type.startsWith('SyncRun') || type.startsWith('Bulk')) return;
    this.wishes.push(type);
    if (this.mood === 'is_silent') return;
    const outcome =
      type === 'OfferChangeRequested'
        ? this.offerOutcome({ type, data } as OfferChangeRequested)
        : this.outcomeOf({ type, data } as OrderEvent);
    if (!outcome) return;
    await this.store.append(
      stream,
      [
        {
          id: randomUUID(),
          type: outcome.type,
          data: outcome.data,
          metadata: {
            correlationId: metadata.correlationId,
            causationId: id,
            actor: { kind: 'job', id: 'reactor' },
            occurredAt: new Date().toISOString(),
            schemaVersion: 1,
          },
        },
      ],
      'any',
    );
  }

  private offerOutcome({ data }: OfferChangeRequested): OfferEvent {
    const { account, offerId, operationId, wish, before } = data;
    const base = { account, offerId, operationId, at: new Date().toISOString(), call: null };
    return this.mood === 'refuses'
      ? { type: 'OfferChangeRefused', data: { ...base, code: 'refused', text: 'Stock should be 0 or more' } }
      : { type: 'OfferChangeConfirmed', data: { ...base, wish, shown: { ...before, ...wish } } };
  }

  private outcomeOf(wish: OrderEvent): OrderEvent | null {
    if (!('operationId' in wish.data)) return null;
    const { account, orderId, operationId } = wish.data;
    const base = { account, orderId, operationId, at: new Date().toISOString() };
    const refusal = { code: 'refused', text: 'Comanda nu poate fi modificată', call: null };
    switch (wish.type) {
      case 'AcknowledgeRequested':
        return this.mood === 'refuses'
          ? { type: 'AcknowledgeRefused', data: { ...base, ...refusal } }
          : { type: 'OrderAcknowledged', data: { ...base, call: null } };
      case 'StatusChangeRequested':
        return this.mood === 'refuses'
          ? { type: 'StatusChangeRefused', data: { ...base, ...refusal } }
          : { type: 'StatusChanged', data: { ...base, newStatus: wish.data.newStatus, call: null } };
      case 'DocumentAttachRequested':
        return this.mood === 'refuses'
          ? { type: 'InvoiceAttachRefused', data: { ...base, number: null, ...refusal } }
          : {
              type: 'InvoiceAttached',
              data: { ...base, number: null, url: wish.data.url, name: wish.data.name, call: null },
            };
      case 'AwbRequested':
        if (this.mood === 'leaves_in_doubt') {
          return { type: 'AwbInDoubt', data: { ...base, reason: 'no answer', call: null } };
        }
        return this.mood === 'refuses'
          ? { type: 'AwbRefused', data: { ...base, ...refusal } }
          : {
              type: 'AwbGenerated',
              data: {
                ...base,
                awbNumber: '4EMG12345678901',
                reservationId: '900001',
                parcels: [{ emagId: '55501', barcode: '4EMG12345678901001' }],
                courierAccountId: '101',
                courierName: 'Sameday',
                call: null,
              },
            };
      default:
        return null;
    }
  }
}
