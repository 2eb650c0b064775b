import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { invoiceTotals } from '../../../src/domain/invoice/invoiceLines.js';
import { subtract, sum } from '../../../src/domain/money/money.js';
import { orderAmounts } from '../../../src/domain/order/orderAmounts.js';
import type { OrderLine } from '../../../src/domain/order/orderFacts.js';
import { facts, line } from '../../support/orderSamples.js';

describe('the lines of an invoice', () => {
  it('split gross into VAT and net, line by line', () =>
    expect(invoiceTotals(facts())).toMatchObject({
      lines: [
        { kind: 'product', quantity: 2, unitPriceNet: '148.7603', net: '297.52', vat: '62.48', gross: '360.00' },
        { kind: 'shipping', net: '16.52', vat: '3.47', gross: '19.99' },
      ],
      vatByRate: [{ vatRate: '0.21', net: '314.04', vat: '65.95', gross: '379.99' }],
      totalNet: '314.04',
      totalVat: '65.95',
      totalGross: '379.99',
    }));

  it('show each voucher once per VAT rate, negative', () => {
    const split = (vatRate: string, net: string, vat: string) => ({
      voucherId: '9',
      name: 'Reducere',
      net,
      vat,
      vatRate,
      offeredBy: null,
    });
    const order = facts({
      lines: [
        line({ voucherSplits: [split('0.21', '-8.2645', '-1.7355')] }),
        line({ lineId: '2', vatRate: '0.11', voucherSplits: [split('0.11', '-4.5045', '-0.4955')] }),
      ],
    });
    expect(invoiceTotals(order).lines.filter(({ kind }) => kind === 'voucher')).toMatchObject([
      { vatRate: '0.21', net: '-8.26', vat: '-1.74', gross: '-10.00' },
      { vatRate: '0.11', net: '-4.50', vat: '-0.50', gross: '-5.00' },
    ]);
  });

  const price = fc.integer({ min: 1, max: 99_999_999 }).map((units) => (units / 10_000).toFixed(4));
  const rate = fc.constantFrom('0.21', '0.11', '0.19', '0.09', '0');
  const anyLine: fc.Arbitrary<OrderLine> = fc
    .record({ unitPriceNet: price, vatRate: rate, quantity: fc.integer({ min: 1, max: 50 }), off: fc.option(price) })
    .map(({ off, ...rest }) =>
      line({
        ...rest,
        voucherSplits: off
          ? [
              {
                voucherId: '1',
                name: null,
                net: `-${off}`,
                vat: `-${(Number(off) * 0.19).toFixed(4)}`,
                vatRate: null,
                offeredBy: null,
              },
            ]
          : [],
      }),
    );

  it('always add up: net + VAT = gross, and the gross is the order total', () =>
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 12 }), price, (lines, shipping) => {
        const order = facts({ lines, shipping });
        const invoice = invoiceTotals(order);
        for (const one of [...invoice.lines, ...invoice.vatByRate]) {
          expect(sum([one.net, one.vat])).toBe(one.gross);
        }
        expect(invoice.totalGross).toBe(orderAmounts(order).total);
        expect(subtract(invoice.totalGross, invoice.totalVat)).toBe(invoice.totalNet);
        expect(sum(invoice.vatByRate.map(({ gross }) => gross))).toBe(invoice.totalGross);
      }),
    ));
});
