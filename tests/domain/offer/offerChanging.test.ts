import { describe, it } from '@jest/globals';
import type { ConflictStrategy, OfferEvent, OfferWish } from '../../../src/domain/offer/offer.js';
import { offerDecider } from '../../../src/domain/offer/offerDecider.js';
import { specFor } from '../../support/deciderSpec.js';
import { offerFacts, offerKey, offerReceived } from '../../support/offerSamples.js';

const given = specFor(offerDecider);
const at = new Date('2026-03-02T10:00:00Z');
const iso = at.toISOString();
const of = { ...offerKey, operationId: 'op-1', at: iso };
const before = { priceNet: '148.7603', stock: 12, status: 'active' } as const;

const request = (wish: OfferWish, keepsStock = false) =>
  ({ type: 'RequestOfferChange', data: { ...offerKey, operationId: 'op-1', wish, keepsStock }, at }) as const;
const requested = (wish: OfferWish): OfferEvent => ({ type: 'OfferChangeRequested', data: { ...of, wish, before } });
const attempted: OfferEvent = { type: 'OfferChangeAttemptStarted', data: { ...of, attemptId: 'a-1' } };
const confirmed = (wish: OfferWish): OfferEvent => ({
  type: 'OfferChangeConfirmed',
  data: { ...of, wish, shown: { ...before, ...wish }, call: null },
});

describe('asking to change an offer', () => {
  it('is a wish that remembers what was known', () =>
    given(offerReceived())
      .when(request({ priceNet: '139.5', stock: 3, status: 'inactive' }))
      .then(requested({ priceNet: '139.5000', stock: 3, status: 'inactive' })));
  it('is a wish though nothing would change by what we know, which may be old', () =>
    given(offerReceived())
      .when(request({ stock: 12 }))
      .then(requested({ stock: 12 })));
  it('is refused for an offer that was never read', () =>
    given()
      .when(request({ stock: 1 }))
      .thenRefused('offer-unknown'));
  it('is refused while a change is under way, and quiet when it is the same', () => {
    given(offerReceived(), requested({ stock: 3 }))
      .when(request({ stock: 3 }))
      .thenNothing();
    given(offerReceived(), requested({ stock: 3 }))
      .when({ ...request({ stock: 4 }), data: { ...request({ stock: 4 }).data, operationId: 'op-2' } })
      .thenRefused('offer-change-in-progress');
  });
  it.each(['0', '-1', '139.66941'])('refuses %s as a price', (priceNet) =>
    given(offerReceived()).when(request({ priceNet })).thenRefused('price-impossible'),
  );
  it.each(['119.9999', '220.0001'])('refuses %s, outside the limits of the offer', (priceNet) =>
    given(offerReceived()).when(request({ priceNet })).thenRefused('price-out-of-range'),
  );
  it.each(['120', '220.0000'])('takes %s, a limit itself', (priceNet) =>
    given(offerReceived())
      .when(request({ priceNet }))
      .then(requested({ priceNet: `${Number(priceNet)}.0000` })),
  );
  it('knows no limits where the marketplace told none', () =>
    given(offerReceived({ minPriceNet: null, maxPriceNet: null }))
      .when(request({ priceNet: '1' }))
      .then(requested({ priceNet: '1.0000' })));
  it.each([-1, 65_536])('refuses %s as a stock', (stock) =>
    given(offerReceived()).when(request({ stock })).thenRefused('stock-impossible'),
  );
  it('refuses the stock of goods that the marketplace stores, and takes their price', () => {
    given(offerReceived())
      .when(request({ stock: 1 }, true))
      .thenRefused('stock-not-editable');
    given(offerReceived())
      .when(request({ priceNet: '130' }, true))
      .then(requested({ priceNet: '130.0000' }));
  });
});

describe('the outcome of a change', () => {
  const wish = { priceNet: '139.6694' };
  const read = { facts: offerFacts({ priceNet: '139.6694', buyButtonRank: 2 }), digest: 'd2' };

  it('records in one step what was read and that it was confirmed', () =>
    given(offerReceived(), requested(wish), attempted)
      .when({ type: 'ConfirmOfferChange', data: { ...offerKey, operationId: 'op-1', read, call: null }, at })
      .then(
        {
          type: 'OfferChanged',
          data: { ...offerKey, changed: { priceNet: '139.6694', buyButtonRank: 2 }, digest: 'd2', at: iso },
        },
        confirmed(wish),
      ));
  it('is quiet when it comes twice', () =>
    given(offerReceived(), requested(wish), attempted, confirmed(wish))
      .when({ type: 'ConfirmOfferChange', data: { ...offerKey, operationId: 'op-1', read, call: null }, at })
      .thenNothing());
  it('keeps what the marketplace says when it refuses', () => {
    const refusal = { code: 'refused', text: 'Stock should be 0 or more' };
    given(offerReceived(), requested(wish), attempted)
      .when({
        type: 'RecordOfferChangeRefused',
        data: { ...offerKey, operationId: 'op-1', ...refusal, read: null, call: null },
        at,
      })
      .then({ type: 'OfferChangeRefused', data: { ...of, ...refusal, call: null } });
  });
  it('lets an attempt be claimed once', () =>
    given(offerReceived(), requested(wish), attempted)
      .when({
        type: 'StartOfferChangeAttempt',
        data: { ...offerKey, operationId: 'op-1', attemptId: 'a-2', replaces: null },
        at,
      })
      .thenRefused('wish-not-open'));
});

describe('a reading of the marketplace', () => {
  const wish = { priceNet: '139.6694', stock: 3 };
  const known: OfferEvent = {
    type: 'OfferChanged',
    data: { ...offerKey, changed: wish, digest: 'd2', at: iso },
  };
  const later = '2026-03-02T11:00:00.000Z';
  const observe = (
    change: Parameters<typeof offerFacts>[0],
    conflictStrategy: ConflictStrategy = 'emag_priority',
    readStartedAt = later,
  ) =>
    ({
      type: 'ObserveOffer',
      data: {
        ...offerKey,
        facts: offerFacts(change),
        digest: 'd3',
        readStartedAt,
        syncRunId: null,
        conflictStrategy,
        operationId: 'op-2',
      },
      at: new Date(later),
    }) as const;
  const changed = (facts: Parameters<typeof offerFacts>[0]): OfferEvent => ({
    type: 'OfferChanged',
    data: { ...offerKey, changed: facts ?? {}, digest: 'd3', at: later },
  });
  const settled = [offerReceived(), requested(wish), attempted, known, confirmed(wish)];
  const theirs = { priceNet: '150.0000', stock: 3 };

  it('says nothing while a change is under way', () =>
    given(offerReceived(), requested(wish), attempted)
      .when(observe({ stock: 99 }))
      .thenNothing());
  it('says nothing when it began before the change ended', () =>
    given(...settled)
      .when(observe({ stock: 99 }, 'emag_priority', '2026-03-02T09:59:59.999Z'))
      .thenNothing());
  it.each(['emag_priority', 'newest_wins'] as const)('replaces by %s what was set here', (strategy) =>
    given(...settled)
      .when(observe(theirs, strategy))
      .then(changed({ priceNet: '150.0000' })),
  );
  it('brings about a wish by local_priority, once', () => {
    const again: OfferEvent = {
      type: 'OfferChangeRequested',
      data: {
        ...offerKey,
        operationId: 'op-2',
        at: later,
        wish: { priceNet: '139.6694' },
        before: { priceNet: '150.0000', stock: 3, status: 'active' },
      },
    };
    given(...settled)
      .when(observe(theirs, 'local_priority'))
      .then(again);
    given(...settled, again)
      .when(observe(theirs, 'local_priority'))
      .thenNothing();
  });
  it('is not contradicted again by local_priority once the marketplace refused', () =>
    given(...settled, {
      type: 'OfferChangeRefused',
      data: { ...of, code: 'refused', text: 'no', call: null },
    })
      .when(observe(theirs, 'local_priority'))
      .then(changed({ priceNet: '150.0000' })));
  it('leaves by manual the decision to a person', () =>
    given(...settled)
      .when(observe(theirs, 'manual'))
      .then(changed({ priceNet: '150.0000' }), {
        type: 'OfferConflictFound',
        data: {
          ...offerKey,
          ours: { priceNet: '139.6694' },
          shown: { priceNet: '150.0000', stock: 3, status: 'active' },
          at: later,
        },
      }));
  it.each(['local_priority', 'manual'] as const)('takes another stock by %s: orders move it', (strategy) =>
    given(...settled)
      .when(observe({ priceNet: '139.6694', stock: 1 }, strategy))
      .then(changed({ stock: 1 })),
  );
});
