import { describe, expect, it } from '@jest/globals';
import type { OrderEvent } from '../../../src/domain/order/orderEvents.js';
import type { OrderFacts } from '../../../src/domain/order/orderFacts.js';
import { deliveryStateOf, orderView, withActions } from '../../../src/projections/orderList/orderView.js';
import { evolveSeenOrder, unseenOrder } from '../../../src/projections/orderList/seenOrder.js';
import { iso, key, line, parcelRequest, received } from '../../support/orderSamples.js';

const of = { ...key, operationId: 'op1', at: iso };
const now = new Date('2026-03-02T12:00:00Z');

const orderAfter = (change: Partial<OrderFacts>, ...events: OrderEvent[]) =>
  [received(change), ...events].reduce(evolveSeenOrder, unseenOrder);

const actionsOf = (change: Partial<OrderFacts>, ...events: OrderEvent[]) => {
  const order = orderAfter(change, ...events);
  const { allowed_actions, allowed_statuses } = withActions(orderView(order, key, { revision: 0n }), order, now);
  return [allowed_actions, allowed_statuses];
};

const parcel = parcelRequest({ courierAccountId: '11', cod: '379.99', insuredValue: '0.00' });
const awbRequested: OrderEvent = { type: 'AwbRequested', data: { ...of, parcel, force: false, reason: null } };
const awbGenerated: OrderEvent = {
  type: 'AwbGenerated',
  data: {
    ...of,
    awbNumber: '4EMG001',
    reservationId: '9',
    parcels: [{ emagId: '77', barcode: '4EMG001001' }],
    courierAccountId: '11',
    courierName: 'Sameday',
    call: null,
  },
};

describe('an order as the contract shows it', () => {
  it('adds up to the last ban: lines, deposits, shipping, voucher splits', () => {
    const voucher = {
      voucherId: '5',
      name: 'Reducere',
      net: '-10.0000',
      vat: '-2.1000',
      vatRate: '0.21',
      offeredBy: 'seller',
    };
    const deposit = { name: 'SGR', quantity: 2, unitPriceNet: '0.50', vatRate: '0', voucherSplits: [] };
    const view = orderView(
      orderAfter({
        lines: [
          line({ voucherSplits: [voucher], deposits: [deposit] }),
          line({ lineId: '2', isActive: false, unitPriceNet: '1000.0000' }),
        ],
      }),
      key,
      { revision: 0n },
    );
    expect(view.amounts).toEqual({
      lines_net: '297.52',
      lines_vat: '62.48',
      lines_gross: '360.00',
      deposits: '1.00',
      shipping: '19.99',
      vouchers: '-12.10',
      total: '368.89',
      cod: '368.89',
    });
    expect(view.total_amount).toBe('368.89');
    expect(view.products).toMatchObject([
      {
        id: '712345001',
        is_active: true,
        unit_price_net: '148.7603',
        unit_price_gross: '180.00',
        vat_rate: '0.21',
        total_net: '297.52',
        total_vat: '62.48',
        total_gross: '360.00',
      },
      { id: '2', is_active: false },
    ]);
    expect(view.vouchers).toEqual([
      { id: '5', name: 'Reducere', amount_net: '-10.00', amount_vat: '-2.10', amount: '-12.10' },
    ]);
  });

  it('shows an AWB and who issued it', () => {
    const view = orderView(orderAfter({ status: 'prepared' }, awbRequested, awbGenerated), key, { revision: 2n });
    expect(view).toMatchObject({ revision: 2, awb_number: '4EMG001', courier_name: 'Sameday', sync_status: 'synced' });
    expect(view.awbs).toEqual([
      {
        order_id: '6112345678',
        account_type: 'main',
        awb_number: '4EMG001',
        reservation_id: '9',
        barcodes: ['4EMG001001'],
        emag_ids: ['77'],
        courier_account_id: '11',
        courier_name: 'Sameday',
        parcels: 1,
        envelopes: 0,
        weight: '1',
        cod: '379.99',
        status: 'generated',
        marketplace_status: null,
        currency: 'RON',
        delivery_state: 'issued',
        issued_at: iso,
        is_manual: false,
        operation_id: 'op1',
      },
    ]);
  });

  it.each([
    [null, 'finalized', 'issued'],
    ['REG', 'finalized', 'issued'],
    ['TRN', 'finalized', 'in_transit'],
    // No code but DLV is published: what is unknown is on its way.
    ['X17', 'finalized', 'in_transit'],
    ['DLV', 'finalized', 'delivered'],
    ['DLV', 'returned', 'returned'],
  ] as const)('takes a parcel of status %s of an order that is %s as %s', (code, order, expected) =>
    expect(deliveryStateOf(code === null ? null : { code, name: '', description: '' }, order)).toBe(expected),
  );

  it('takes the link of an invoice that somebody else attached', () => {
    const attachments = [{ name: 'Factura', url: 'https://files.example/f.pdf', kind: 1 }];
    expect(orderView(orderAfter({ attachments }), key, { revision: 0n })).toMatchObject({
      invoice_number: null,
      invoice_url: 'https://files.example/f.pdf',
    });
  });
});

describe('what may be done with an order', () => {
  it('new: acknowledge it', () => expect(actionsOf({})).toEqual([['acknowledge'], []]));
  it('new and incomplete: nothing', () => expect(actionsOf({ isComplete: false })).toEqual([[], []]));
  it('fulfilled by the marketplace: only its invoice', () => {
    expect(actionsOf({ fulfilment: 'fbe' })).toEqual([[], []]);
    expect(actionsOf({ fulfilment: 'fbe', status: 'finalized' })).toEqual([['invoice'], []]);
  });
  it('in progress: move it, ship it', () =>
    expect(actionsOf({ status: 'in_progress' })).toEqual([
      ['status', 'awb'],
      [2, 3, 4, 0],
    ]));
  it('prepared: and invoice it', () =>
    expect(actionsOf({ status: 'prepared' })).toEqual([
      ['status', 'awb', 'invoice'],
      [3, 4, 0],
    ]));
  it('with an AWB under way or there: no second one', () => {
    expect(actionsOf({ status: 'in_progress' }, awbRequested)[0]).toEqual(['status']);
    expect(actionsOf({ status: 'in_progress' }, awbRequested, awbGenerated)[0]).toEqual(['status']);
  });
  it('with an AWB in doubt: not before that is resolved', () =>
    expect(
      actionsOf({ status: 'in_progress' }, awbRequested, {
        type: 'AwbInDoubt',
        data: { ...of, reason: 'no answer', call: null },
      })[0],
    ).toEqual(['status']));
  it('without a courier allowed: no AWB', () =>
    expect(actionsOf({ status: 'in_progress', enforcedCouriers: [] })[0]).toEqual(['status']));
  it('finalised: reversible for 48 hours only', () => {
    expect(actionsOf({ status: 'finalized', finalizedAt: '2026-02-28T13:00:00.000Z' })[1]).toEqual([3, 4, 0, 5]);
    expect(actionsOf({ status: 'finalized', finalizedAt: '2026-02-28T11:00:00.000Z' })[1]).toEqual([4, 5]);
  });
});
