import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { documentOf } from '../../../src/application/order/invoiceInputs.js';
import type { InvoiceDocument } from '../../../src/domain/invoice/invoiceDocument.js';
import { isReversed, stornoTotals, type StornoScope } from '../../../src/domain/invoice/stornoLines.js';
import { negate, subtract, sum } from '../../../src/domain/money/money.js';
import type { OrderFacts } from '../../../src/domain/order/orderFacts.js';
import { facts, line } from '../../support/orderSamples.js';
import { SELLER } from '../../support/reactorBench.js';

const invoiceOf = (change: Partial<OrderFacts>): InvoiceDocument =>
  documentOf(facts(change), SELLER, { series: 'MF', sequence: 1, number: 'MF0000001' }, '2026-03-02T10:00:00.000Z');

const stornoOf = (
  invoice: InvoiceDocument,
  earlier: readonly InvoiceDocument[],
  scope: StornoScope,
): InvoiceDocument => ({
  ...invoice,
  ...stornoTotals(invoice, earlier, scope),
});

const all: StornoScope = { lines: null, shipping: true };
const split = (net: string, vat: string) => ({
  voucherId: '1',
  name: 'Card cadou',
  net,
  vat,
  vatRate: '0.21',
  offeredBy: 'eMAG',
});

describe('a storno', () => {
  it('of the whole mirrors the invoice', () => {
    const invoice = invoiceOf({});
    const storno = stornoOf(invoice, [], all);
    expect(storno.lines.map(({ kind, quantity, net, vat, gross }) => [kind, quantity, net, vat, gross])).toEqual([
      ['product', -2, '-297.52', '-62.48', '-360.00'],
      ['shipping', -1, '-16.52', '-3.47', '-19.99'],
    ]);
    expect([storno.totalNet, storno.totalVat, storno.totalGross]).toEqual(['-314.04', '-65.95', '-379.99']);
    expect(storno.vatByRate).toEqual([{ vatRate: '0.21', net: '-314.04', vat: '-65.95', gross: '-379.99' }]);
    expect(isReversed(invoice, [storno])).toBe(true);
  });

  it('of one piece leaves the rest, and the rest is the rest', () => {
    const invoice = invoiceOf({});
    const one = stornoOf(invoice, [], { lines: [{ line: 0, quantity: 1 }], shipping: false });
    expect(one.lines).toMatchObject([
      { quantity: -1, unitPriceNet: '148.7603', net: '-148.76', vat: '-31.24', gross: '-180.00' },
    ]);
    expect(isReversed(invoice, [one])).toBe(false);
    const rest = stornoOf(invoice, [one], all);
    expect(rest.lines.map(({ kind, gross }) => [kind, gross])).toEqual([
      ['product', '-180.00'],
      ['shipping', '-19.99'],
    ]);
    expect(isReversed(invoice, [one, rest])).toBe(true);
  });

  it('takes deposits with their pieces, and shipping only when told', () => {
    const deposits = [{ name: 'Taxa SGR', quantity: 4, unitPriceNet: '0.5', vatRate: '0', voucherSplits: [] }];
    const invoice = invoiceOf({ lines: [line({ quantity: 4, deposits })] });
    const part = stornoOf(invoice, [], { lines: [{ line: 0, quantity: 3 }], shipping: true });
    expect(part.lines.map(({ kind, quantity, gross }) => [kind, quantity, gross])).toEqual([
      ['product', -3, '-540.00'],
      ['deposit', -3, '-1.50'],
      ['shipping', -1, '-19.99'],
    ]);
  });

  it('gives a voucher back in the proportion of the goods', () => {
    const invoice = invoiceOf({ shipping: '0', lines: [line({ voucherSplits: [split('-8.2645', '-1.7355')] })] });
    const part = stornoOf(invoice, [], { lines: [{ line: 0, quantity: 1 }], shipping: false });
    expect(part.lines.map(({ kind, quantity, unitPriceNet, gross }) => [kind, quantity, unitPriceNet, gross])).toEqual([
      ['product', -1, '148.7603', '-180.00'],
      ['voucher', -1, '-4.1300', '5.00'],
    ]);
    expect(part.totalGross).toBe('-175.00');
  });

  it('adds up with all others to the invoice, line by line, to the last ban', () => {
    const rates = ['0.21', '0.11', '0.09', '0'];
    const price = fc.integer({ min: 1, max: 9_999_999 }).map((units) => (units / 10_000).toFixed(4));
    const product = fc.record({
      unitPriceNet: price,
      vatRate: fc.constantFrom(...rates),
      quantity: fc.integer({ min: 1, max: 9 }),
      voucher: fc.option(price),
    });
    const cuts = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(product, { minLength: 1, maxLength: 5 }), cuts, (products, partial) => {
        const invoice = invoiceOf({
          lines: products.map(({ voucher, ...change }, index) =>
            line({
              ...change,
              lineId: String(index + 1),
              voucherSplits: voucher === null ? [] : [{ ...split(`-${voucher}`, '-0.01'), vatRate: change.vatRate }],
            }),
          ),
        });
        const stornos: InvoiceDocument[] = [];
        const left = products.map(({ quantity }) => quantity);
        for (const cut of partial) {
          const lines = left.flatMap((quantity, index) => {
            const wanted = Math.min(quantity, cut[index] ?? 0);
            left[index] = quantity - wanted;
            return wanted > 0 ? [{ line: index, quantity: wanted }] : [];
          });
          if (lines.length > 0) stornos.push(stornoOf(invoice, stornos, { lines, shipping: false }));
        }
        if (!isReversed(invoice, stornos)) stornos.push(stornoOf(invoice, stornos, all));
        expect(isReversed(invoice, stornos)).toBe(true);
        for (const storno of stornos) {
          for (const one of storno.lines) expect(subtract(one.gross, sum([one.net, one.vat]))).toBe('0.00');
          expect(sum([storno.totalNet, storno.totalVat])).toBe(storno.totalGross);
        }
        for (const amount of ['totalNet', 'totalVat', 'totalGross'] as const) {
          expect(sum(stornos.map((storno) => storno[amount]))).toBe(negate(invoice[amount]));
        }
      }),
      { numRuns: 200 },
    );
  });
});
