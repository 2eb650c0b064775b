import { randomUUID } from 'node:crypto';
import { offerStream } from '../../domain/offer/offer.js';
import type { Clock } from '../ports/clock.js';
import type { Marketplace } from '../ports/marketplace.js';
import type { OfferService } from '../services.js';
import type { OfferAggregates } from '../sync/offerSync.js';

export interface OfferServiceDeps {
  readonly offers: OfferAggregates;
  readonly marketplace: Marketplace;
  readonly clock: Clock;
}

/** Appends wishes. What comes of them is the reactor's business. */
export const createOfferService = ({ offers, marketplace, clock }: OfferServiceDeps): OfferService => ({
  async requestChange(key, wish, context) {
    const { info } = await marketplace.account(key.account);
    const operationId = context.operationId ?? randomUUID();
    const handled = await offers.handle(
      offerStream(key),
      {
        type: 'RequestOfferChange',
        data: { ...key, operationId, wish, keepsStock: info.fulfilment === 'fbe' },
        at: clock.now(),
      },
      {
        cause: operationId,
        metadata: {
          correlationId: context.correlationId,
          actor: context.actor,
          ...(context.traceparent && { traceparent: context.traceparent }),
        },
        expectedRevision: context.expectedRevision,
      },
    );
    return { operationId, revision: handled.revision, position: handled.position };
  },
});
