import { describe, expect, it } from '@jest/globals';
import { invoiceSeriesDecider, type InvoiceSeriesEvent } from '../../../src/domain/invoiceSeries/invoiceSeries.js';
import { specFor } from '../../support/deciderSpec.js';

const given = specFor(invoiceSeriesDecider);
const at = new Date('2026-03-02T10:00:00Z');
const claim = (orderId: string, firstNumber = 1) =>
  ({
    type: 'ClaimInvoiceNumber',
    data: { series: 'MF', firstNumber, account: 'main', orderId, purpose: 'invoice' },
    at,
  }) as const;
const claimed = (orderId: string, sequence: number): InvoiceSeriesEvent => ({
  type: 'InvoiceNumberClaimed',
  data: {
    series: 'MF',
    sequence,
    number: `MF${String(sequence).padStart(7, '0')}`,
    account: 'main',
    orderId,
    purpose: 'invoice',
    at: at.toISOString(),
  },
});

describe('claiming an invoice number', () => {
  it('begins with the number of the settings', () => given().when(claim('1', 41)).then(claimed('1', 41)));
  it('continues without a gap, whatever the settings say later', () =>
    given(claimed('1', 41)).when(claim('2', 7)).then(claimed('2', 42)));
  it('gives an order its number once', () => given(claimed('1', 1)).when(claim('1')).thenNothing());
  it('refuses a series that is no name', () =>
    expect(() =>
      invoiceSeriesDecider.decide(
        { ...claim('1'), data: { ...claim('1').data, series: 'a/b' } },
        invoiceSeriesDecider.initialState,
      ),
    ).toThrow(expect.objectContaining({ code: 'series-invalid' })));
});
