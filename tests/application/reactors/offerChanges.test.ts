import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Aggregates } from '../../../src/application/aggregates.js';
import { createOfferService } from '../../../src/application/offer/offerService.js';
import { systemClock } from '../../../src/application/ports/clock.js';
import { MarketplaceError } from '../../../src/application/ports/marketplace.js';
import { offerHandler } from '../../../src/application/reactors/offerFlow.js';
import { ReactorRunner } from '../../../src/application/reactors/reactorRunner.js';
import { offerStream, type OfferWish } from '../../../src/domain/offer/offer.js';
import { offerDecider } from '../../../src/domain/offer/offerDecider.js';
import { InMemoryEventStore } from '../../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { eventually } from '../../support/eventually.js';
import { FakeMarketplace } from '../../support/fakeMarketplace.js';
import { newEvent } from '../../support/integrationEvents.js';
import { offerFacts, offerKey, offerReceived } from '../../support/offerSamples.js';
import { digest } from '../../support/reactorBench.js';

const stream = offerStream(offerKey);

describe('changing an offer', () => {
  let store: InMemoryEventStore;
  let marketplace: FakeMarketplace;
  const workers: { runner: ReactorRunner; done: Promise<void> }[] = [];

  const offers = () => new Aggregates(store, offerDecider);
  const startWorker = (): void => {
    const runner = new ReactorRunner(
      store,
      { load: () => Promise.resolve(null), save: () => Promise.resolve() },
      [
        offerHandler({
          offers: offers(),
          digest,
          marketplace,
          clock: systemClock,
          findOutMs: 100,
          background: (work) => void work(),
          readAfterMs: [0, 5],
        }),
      ],
      { warn: () => undefined, info: () => undefined },
    );
    workers.push({ runner, done: runner.run() });
  };
  const wish = (change: OfferWish) =>
    createOfferService({ offers: offers(), marketplace, clock: systemClock }).requestChange(offerKey, change, {
      actor: { kind: 'user', id: 'ana' },
      correlationId: 'op-1',
      operationId: 'op-1',
    });
  const ended = (type: 'OfferChangeConfirmed' | 'OfferChangeRefused') =>
    eventually(
      async () => (await store.read(stream)).events,
      (events) => events.some((event) => event.type === type),
    );

  beforeEach(async () => {
    store = new InMemoryEventStore();
    marketplace = new FakeMarketplace();
    marketplace.offers.set(offerKey.offerId, offerFacts());
    await store.append(stream, [newEvent(offerReceived())], 'no_stream');
  });
  afterEach(async () => {
    for (const { runner, done } of workers.splice(0)) {
      await runner.stop();
      await done;
    }
    await store.close();
  });

  it('is wish, attempt, reading and fact', async () => {
    startWorker();
    await wish({ priceNet: '139.6694', stock: 3 });
    const events = await ended('OfferChangeConfirmed');
    expect(events.map(({ type }) => type)).toEqual([
      'OfferReceived',
      'OfferChangeRequested',
      'OfferChangeAttemptStarted',
      'OfferChanged',
      'OfferChangeConfirmed',
    ]);
    expect(events[3]?.data).toMatchObject({ changed: { priceNet: '139.6694', stock: 3 } });
    expect(events[4]?.data).toMatchObject({ shown: { priceNet: '139.6694', stock: 3, status: 'active' } });
    expect(marketplace.ledger.offersChanged).toEqual([{ offerId: '501234', priceNet: '139.6694', stock: 3 }]);
  });

  it('passes on what the marketplace says when it refuses', async () => {
    marketplace.fates.push('refused');
    startWorker();
    await wish({ priceNet: '139.6694' });
    const events = await ended('OfferChangeRefused');
    expect(events.at(-1)?.data).toMatchObject({ code: 'refused', text: 'The marketplace says no' });
  });

  it('is refused when the marketplace accepts it and shows another price', async () => {
    marketplace.changeOffer = () => {
      marketplace.offers.set(offerKey.offerId, offerFacts({ priceNet: '145.0000' }));
      return Promise.resolve({
        kind: 'done',
        call: { route: 'offer/save', httpStatus: 200, durationMs: 1, requestId: 'r' },
      });
    };
    startWorker();
    await wish({ priceNet: '139.6694' });
    const events = await ended('OfferChangeRefused');
    expect(events.at(-2)).toMatchObject({ type: 'OfferChanged', data: { changed: { priceNet: '145.0000' } } });
    expect(events.at(-1)?.data).toMatchObject({
      code: 'change-not-applied',
      text: 'The marketplace accepted the change and did not apply it. It shows the price 145.0000, the stock 12 and the status active',
    });
  });

  it('holds though an order took one piece before the offer was read again', async () => {
    const accept = marketplace.changeOffer.bind(marketplace);
    marketplace.changeOffer = async (offerId, change) => {
      const outcome = await accept(offerId, change);
      marketplace.offers.set(offerKey.offerId, offerFacts({ stock: 2 }));
      return outcome;
    };
    startWorker();
    await wish({ stock: 3 });
    const events = await ended('OfferChangeConfirmed');
    expect(events.at(-1)?.data).toMatchObject({ wish: { stock: 3 }, shown: { stock: 2 } });
  });

  it('is found out by reading when the answer was lost, and not sent again', async () => {
    marketplace.fates.push('answer_lost');
    startWorker();
    await wish({ priceNet: '139.6694' });
    await ended('OfferChangeConfirmed');
    expect(marketplace.ledger.offersChanged).toHaveLength(1);
  });

  it('is sent again when the reading shows that nothing happened', async () => {
    marketplace.fates.push('lost_before');
    startWorker();
    await wish({ stock: 3 });
    await ended('OfferChangeConfirmed');
    expect(marketplace.ledger).toMatchObject({ calls: 2, offersChanged: [{ offerId: '501234', stock: 3 }] });
  });

  it('is not sent again when the stock is neither the old nor the new one', async () => {
    marketplace.changeOffer = () => {
      marketplace.offers.set(offerKey.offerId, offerFacts({ stock: 2 }));
      return Promise.resolve({
        kind: 'unknown',
        code: 'marketplace-failing',
        text: 'reset',
        call: { route: 'offer_stock', httpStatus: null, durationMs: 1, requestId: 'r' },
      });
    };
    startWorker();
    await wish({ stock: 3 });
    const events = await ended('OfferChangeRefused');
    expect(events.at(-1)?.data).toMatchObject({ code: 'outcome-unknown' });
    expect(events.at(-2)).toMatchObject({ type: 'OfferChanged', data: { changed: { stock: 2 } } });
  });

  it('ends though the offer can no longer be understood', async () => {
    marketplace.readOffer = () => Promise.reject(new MarketplaceError('unreadable', 'no status', false));
    startWorker();
    await wish({ status: 'inactive' });
    const events = await ended('OfferChangeRefused');
    expect(events.at(-1)?.data).toMatchObject({ code: 'outcome-unknown', text: expect.stringContaining('no status') });
    expect(marketplace.ledger.calls).toBe(1);
  });

  it('happens once though two workers see the wish', async () => {
    startWorker();
    startWorker();
    await wish({ status: 'inactive' });
    await ended('OfferChangeConfirmed');
    expect(marketplace.ledger.calls).toBe(1);
  });
});
