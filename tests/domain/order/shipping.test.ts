import { describe, expect, it } from '@jest/globals';
import { orderDecider } from '../../../src/domain/order/order.js';
import type { OrderEvent } from '../../../src/domain/order/orderEvents.js';
import { specFor } from '../../support/deciderSpec.js';
import { at, iso, key, parcelRequest, received } from '../../support/orderSamples.js';

const given = specFor(orderDecider);
const operationId = 'op-1';
const parcel = parcelRequest({ courierAccountId: '30011', cod: '379.99' });
const request = (change: Partial<{ operationId: string; force: boolean; reason: string | null }> = {}) =>
  ({ type: 'RequestAwb', data: { ...key, operationId, parcel, force: false, reason: null, ...change }, at }) as const;
const requested: OrderEvent = {
  type: 'AwbRequested',
  data: { ...key, operationId, at: iso, parcel, force: false, reason: null },
};
const attempted: OrderEvent = {
  type: 'AwbAttemptStarted',
  data: { ...key, operationId, attemptId: 'a-1', at: iso, statusBefore: 'in_progress' },
};
const issued = {
  awbNumber: '4EMG1',
  reservationId: '61234567',
  parcels: [{ emagId: '88776655', barcode: '4EMG1001' }],
  courierAccountId: '30011',
  courierName: 'Sameday',
};
const generated: OrderEvent = { type: 'AwbGenerated', data: { ...key, operationId, at: iso, ...issued, call: null } };
const inDoubt: OrderEvent = {
  type: 'AwbInDoubt',
  data: { ...key, operationId, at: iso, reason: 'order-is-finalized', call: null },
};
const open = received({ status: 'in_progress' });

describe('asking for an AWB', () => {
  it('is a wish for an order in progress', () => given(open).when(request()).then(requested));
  it('is refused before the acknowledgement', () =>
    given(received()).when(request()).thenRefused('order-not-shippable'));
  it('is refused for an order that the marketplace ships', () =>
    given(received({ status: 'in_progress', fulfilment: 'fbe' }))
      .when(request())
      .thenRefused('order-not-shippable'));
  it('is refused when the marketplace allows none', () =>
    given(received({ status: 'in_progress', enforcedCouriers: [] }))
      .when(request())
      .thenRefused('awb-not-allowed'));
  it('is refused with a courier outside the enforced ones', () =>
    given(received({ status: 'in_progress', enforcedCouriers: ['30012'] }))
      .when(request())
      .thenRefused('courier-not-allowed'));
  it('is the same wish when the same operation asks again', () =>
    given(open, requested, attempted, generated).when(request()).thenNothing());
  it('is refused while another is under way, naming its operation', () => {
    expect(() => orderDecider.decide(request({ operationId: 'op-2' }), given(open, requested).state)).toThrow(
      expect.objectContaining({ code: 'awb-in-progress', details: { operation_id: 'op-1' } }),
    );
  });
  it('is refused while one is in doubt', () =>
    given(open, requested, attempted, inDoubt)
      .when(request({ operationId: 'op-2' }))
      .thenRefused('awb-in-doubt'));
  it('is refused when one is live, naming it', () => {
    expect(() =>
      orderDecider.decide(request({ operationId: 'op-2' }), given(open, requested, attempted, generated).state),
    ).toThrow(expect.objectContaining({ code: 'awb-exists', details: { awb_number: '4EMG1' } }));
  });
  it('may be forced with a reason, on a finalised order too', () =>
    given(received({ status: 'finalized' }), requested, attempted, generated)
      .when(request({ operationId: 'op-2', force: true, reason: 'a second parcel' }))
      .then({
        type: 'AwbRequested',
        data: { ...key, operationId: 'op-2', at: iso, parcel, force: true, reason: 'a second parcel' },
      }));
  it('is not forced without a reason', () =>
    given(open, requested, attempted, generated)
      .when(request({ operationId: 'op-2', force: true }))
      .thenRefused('force-needs-reason'));
});

describe('what became of an AWB', () => {
  const record = { type: 'RecordAwbGenerated', data: { ...key, operationId, ...issued, call: null }, at } as const;

  it('is a fact after the attempt', () => given(open, requested, attempted).when(record).then(generated));
  it('is quiet twice', () => given(open, requested, attempted, generated).when(record).thenNothing());
  it('settles one in doubt when the answer comes late', () =>
    given(open, requested, attempted, inDoubt).when(record).then(generated));
  it('is not believed without a wish', () => given(open).when(record).thenRefused('wish-not-open'));
});

describe('resolving an AWB in doubt', () => {
  const number = { type: 'ResolveAwb', data: { ...key, resolution: { awbNumber: '4EMG7' } }, at } as const;
  const none = {
    type: 'ResolveAwb',
    data: { ...key, resolution: { noneExists: true, reason: 'asked the courier' } },
    at,
  } as const;

  it('enters the number', () =>
    given(open, requested, attempted, inDoubt)
      .when(number)
      .then({
        type: 'AwbResolved',
        data: { ...key, operationId, at: iso, awbNumber: '4EMG7', noneExists: false, reason: null },
      }));
  it('declares that none exists, and a new one may be asked for', () => {
    const resolved: OrderEvent = {
      type: 'AwbResolved',
      data: { ...key, operationId, at: iso, awbNumber: null, noneExists: true, reason: 'asked the courier' },
    };
    given(open, requested, attempted, inDoubt).when(none).then(resolved);
    given(open, requested, attempted, inDoubt, resolved)
      .when(request({ operationId: 'op-2' }))
      .then({ ...requested, data: { ...requested.data, operationId: 'op-2' } } as OrderEvent);
  });
  it('is refused when nothing is in doubt', () => given(open).when(number).thenRefused('awb-not-in-doubt'));
});

describe('an AWB of a bulk', () => {
  const ofBulk: OrderEvent = { ...requested, data: { ...requested.data, bulkId: 'bulk-1' } } as OrderEvent;

  it('says so when its doubt is settled, for the bulk waits for it', () => {
    given(open, ofBulk, attempted, inDoubt)
      .when({ type: 'ResolveAwb', data: { ...key, resolution: { awbNumber: '4EMG7' } }, at })
      .then({
        type: 'AwbResolved',
        data: { ...key, operationId, at: iso, bulkId: 'bulk-1', awbNumber: '4EMG7', noneExists: false, reason: null },
      });
    given(open, ofBulk, attempted, inDoubt)
      .when({ type: 'RecordAwbGenerated', data: { ...key, operationId, ...issued, call: null }, at })
      .then({ ...generated, data: { ...generated.data, bulkId: 'bulk-1' } } as OrderEvent);
  });
  it('needs not say so when there was none', () =>
    given(open, ofBulk, attempted)
      .when({ type: 'RecordAwbGenerated', data: { ...key, operationId, ...issued, call: null }, at })
      .then(generated));
});
