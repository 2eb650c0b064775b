import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import type { LabelFormat, Marketplace } from '../../src/application/ports/marketplace.js';
import { received } from '../support/orderSamples.js';
import { startTestApp, type TestApp } from './support/testApp.js';

const labels = '/api/v1/emag/phase2/awb/labels';
let app: TestApp;
const asked: string[] = [];

/** One page, as wide as its parcel's number: what comes out can be told apart. */
const labelOf = async (emagId: string, format: LabelFormat): Promise<Uint8Array> => {
  asked.push(`${emagId} ${format}`);
  if (emagId === '666') return Buffer.from('%PDF-1.7 and nothing more');
  if (format === 'ZPL') return Buffer.from(`^XA^FD${emagId}^FS^XZ`);
  const pdf = await PDFDocument.create();
  pdf.addPage([Number(emagId), 300]);
  return pdf.save();
};

const generated = async (orderId: string, awbNumber: string, emagIds: readonly string[]): Promise<void> => {
  await app.receive({ account: 'main', orderId }, received({ status: 'finalized' }));
  const of = { account: 'main', orderId, operationId: randomUUID(), at: '2026-03-02T10:00:00.000Z' };
  await app.receive(
    { account: 'main', orderId },
    {
      type: 'AwbGenerated',
      data: {
        ...of,
        awbNumber,
        reservationId: '61',
        parcels: emagIds.map((emagId) => ({ emagId, barcode: `${awbNumber}-${emagId}` })),
        courierAccountId: null,
        courierName: null,
        call: null,
      },
    },
  );
};

beforeAll(async () => {
  app = await startTestApp();
  const { marketplace } = app.deps;
  const account: Marketplace['account'] = async (key) => ({ ...(await marketplace.account(key)), readLabel: labelOf });
  await app.close();
  app = await startTestApp({ marketplace: { accounts: () => marketplace.accounts(), account } });
  await generated('801', '4EMG1', ['101', '102']);
  await generated('802', '4EMG2', ['103']);
  await generated('803', '4EMG3', []);
  await generated('804', '4EMG4', ['666']);
  await generated(
    '805',
    '4EMG5',
    Array.from({ length: 1_001 }, (_, index) => String(index)),
  );
});
afterAll(() => app.close());

const widthsOf = async (path: string): Promise<number[]> => {
  const answer = await fetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${app.tokenOf('auditor')}` } });
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const pdf = await PDFDocument.load(await answer.arrayBuffer());
  return pdf.getPages().map((page) => page.getWidth());
};

describe('labels', () => {
  it('of many AWBs are one PDF, each parcel once, in the order asked for', async () => {
    expect(await widthsOf(`${labels}?awb=4EMG2&awb=4EMG1&awb=4EMG2&format=A6`)).toEqual([103, 101, 102]);
    expect(asked.sort()).toEqual(['101 A6', '102 A6', '103 A6']);
  });

  it('of one AWB are those of all its parcels', async () =>
    expect(await widthsOf('/api/v1/emag/phase2/awb/4EMG1/label')).toEqual([101, 102]));

  it('for printers follow one another', async () => {
    const answer = await app.call('GET', `${labels}?awb=4EMG1,4EMG2&format=ZPL`);
    expect(answer.headers.get('content-type')).toBe('application/zpl');
    expect(answer.text.trim().split('\n')).toEqual(['101', '102', '103'].map((emagId) => `^XA^FD${emagId}^FS^XZ`));
  });

  it('name what is unknown, and what has no label here', async () => {
    const unknown = await app.call('GET', `${labels}?awb=4EMG1&awb=4EMG8&awb=4EMG9`);
    expect(unknown.status).toBe(404);
    expect(unknown.json()).toMatchObject({ code: 'awb-unknown', awb_numbers: ['4EMG8', '4EMG9'] });
    const manual = await app.call('GET', `${labels}?awb=4EMG1&awb=4EMG3`);
    expect(manual.status).toBe(404);
    expect(manual.json()).toMatchObject({ code: 'label-unknown', awb_numbers: ['4EMG3'] });
  });

  it('are refused as a whole when one cannot be joined, or they are too many', async () => {
    const broken = await app.call('GET', `${labels}?awb=4EMG1&awb=4EMG4`);
    expect([broken.status, broken.json()['code']]).toEqual([502, 'marketplace-unreadable']);
    const many = await app.call('GET', `${labels}?awb=4EMG5`);
    expect([many.status, many.json()['code']]).toEqual([422, 'request-impossible']);
  });

  it.each([
    [''],
    ['?awb='],
    ['?awb=nodigits'],
    ['?awb=4EMG1&format=A3'],
    [`?${Array.from({ length: 101 }, (_, index) => `awb=4EMG${index}`).join('&')}`],
  ])('are not understood as %s', async (query) => {
    expect((await app.call('GET', `${labels}${query}`)).status).toBe(400);
  });

  it('are nobody’s without a token', async () =>
    expect((await app.call('GET', `${labels}?awb=4EMG1`, { as: null })).status).toBe(401));
});
