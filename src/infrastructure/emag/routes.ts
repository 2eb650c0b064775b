import type { Bucket } from '../config/limits.js';

/** How a body travels (reference §2.2). `none`: nothing is sent. */
export type BodyForm = 'flat' | 'list' | 'data-list' | 'object' | 'query' | 'none';

export interface Route {
  /** As the journal and the metrics name it. */
  readonly name: string;
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly bucket: Bucket;
  readonly form: BodyForm;
  readonly timeoutMs: number;
  readonly isWrite: boolean;
}

const read = (name: string, bucket: Bucket = 'general', timeoutMs = 30_000): Route => ({
  name,
  path: name,
  method: 'POST',
  bucket,
  form: 'flat',
  timeoutMs,
  isWrite: false,
});

const write = (name: string, bucket: Bucket, form: BodyForm, timeoutMs = 30_000): Route => ({
  name,
  path: name,
  method: 'POST',
  bucket,
  form,
  timeoutMs,
  isWrite: true,
});

const LARGE_READ_MS = 90_000;

/** What we call, with the bucket of reference §5 and the time limits of §3.7. */
export const ROUTES = {
  vat: read('vat/read'),
  orderRead: read('order/read', 'orders', LARGE_READ_MS),
  orderCount: read('order/count', 'orders'),
  orderSave: write('order/save', 'orders', 'list'),
  orderAcknowledge: write('order/acknowledge', 'orders', 'none'),
  attachmentSave: write('order/attachments/save', 'orders', 'list'),
  offerRead: read('product_offer/read', 'general', LARGE_READ_MS),
  offerCount: read('product_offer/count'),
  offerSave: write('offer/save', 'general', 'list'),
  offerStock: { ...write('offer_stock', 'general', 'object'), method: 'PATCH' },
  courierAccounts: read('courier_accounts/read'),
  addresses: read('addresses/read'),
  localities: read('locality/read'),
  returnRead: read('rma/read'),
  returnCount: read('rma/count'),
  categoryRead: read('category/read'),
  categoryCount: read('category/count'),
  findByEans: { ...read('documentation/find_by_eans', 'ean'), method: 'GET', form: 'query' },
  awbSave: write('awb/save', 'general', 'object', 60_000),
  awbRead: read('awb/read'),
  awbPdf: { ...read('awb/read_pdf'), method: 'GET', form: 'query' },
  awbZpl: { ...read('awb/read_zpl'), method: 'GET', form: 'query' },
} as const satisfies Record<string, Route>;

export type RouteKey = keyof typeof ROUTES;

/** Other body forms for a server that wants its saves wrapped; by route name. */
export type BodyForms = Readonly<Partial<Record<string, BodyForm>>>;

/** `order/acknowledge` carries the order in its path. */
export const acknowledgeRoute = (orderId: string): Route => ({
  ...ROUTES.orderAcknowledge,
  path: `${ROUTES.orderAcknowledge.path}/${orderId}`,
});

/** `offer_stock` carries the offer in its path. */
export const offerStockRoute = (offerId: string): Route => ({
  ...ROUTES.offerStock,
  path: `${ROUTES.offerStock.path}/${offerId}`,
});

/** The one read whose language stands in the query string (reference §2.1). */
export const categoryRoute = (language: string | null): Route =>
  language === null ? ROUTES.categoryRead : { ...ROUTES.categoryRead, path: `category/read?language=${language}` };

export interface EncodedRequest {
  readonly query: string;
  readonly body: string | null;
}

/** @param payload what the route is about: filters of a read, the one entity of a save */
export const encodeRequest = (form: BodyForm, payload: Readonly<Record<string, unknown>>): EncodedRequest => {
  switch (form) {
    case 'none':
      return { query: '', body: null };
    case 'query': {
      const query = new URLSearchParams();
      // A list repeats its key, which PHP wants to end in brackets.
      for (const [key, value] of Object.entries(payload))
        for (const one of [value].flat()) query.append(key, String(one));
      return { query: `?${query}`, body: null };
    }
    case 'list':
      return { query: '', body: JSON.stringify([payload]) };
    case 'data-list':
      return { query: '', body: JSON.stringify({ data: [payload] }) };
    case 'flat':
    case 'object':
      return { query: '', body: JSON.stringify(payload) };
  }
};
