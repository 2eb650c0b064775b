import { describe, expect, it } from '@jest/globals';
import { orderAmounts } from '../../../src/domain/order/orderAmounts.js';
import { facts, line } from '../../support/orderSamples.js';

const split = {
  voucherId: '888001',
  name: 'Card cadou',
  net: '-8.2645',
  vat: '-1.7355',
  vatRate: '0.21',
  offeredBy: 'eMAG',
};

describe('the amounts of an order', () => {
  it('round the gross unit price, then multiply', () =>
    expect(orderAmounts(facts({ shipping: '0' }))).toEqual({
      linesNet: '297.52',
      linesVat: '62.48',
      linesGross: '360.00',
      deposits: '0.00',
      shipping: '0.00',
      vouchers: '0.00',
      total: '360.00',
      cod: '360.00',
    }));

  it('match the reference example: 360 + 19.99 shipping - 10 voucher = 369.99 to collect', () => {
    const order = facts({
      lines: [line({ voucherSplits: [split] })],
      vouchers: [{ voucherId: '888001', name: 'Card cadou', net: '-8.2645', vat: '-1.7355', vatRate: '0.21' }],
    });
    expect(orderAmounts(order)).toMatchObject({ vouchers: '-10.00', total: '369.99', cod: '369.99' });
  });

  it('count order-level vouchers only where there are no splits', () =>
    expect(
      orderAmounts(
        facts({ vouchers: [{ voucherId: '1', name: null, net: '-8.2645', vat: '-1.7355', vatRate: '0.21' }] }),
      ),
    ).toMatchObject({ vouchers: '-10.00', total: '369.99' }));

  it('leave out cancelled lines and add deposits', () => {
    const deposit = { name: 'Taxa SGR metal', quantity: 12, unitPriceNet: '0.5', vatRate: '0', voucherSplits: [] };
    const order = facts({ lines: [line({ deposits: [deposit] }), line({ lineId: '2', isActive: false })] });
    expect(orderAmounts(order)).toMatchObject({ linesGross: '360.00', deposits: '6.00', total: '385.99' });
  });

  it('collect nothing for what is paid', () =>
    expect(orderAmounts(facts({ paymentMethod: 'card', isPaid: true }))).toMatchObject({
      total: '379.99',
      cod: '0.00',
    }));
});
