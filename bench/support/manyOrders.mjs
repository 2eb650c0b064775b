import { readFileSync } from 'node:fs';

/**
 * The lives of any number of orders, as different from each other as real ones, made from the stored samples of events:
 * two accounts, six statuses, three ways to pay, names, phones and goods of a shop that has been open for years.
 */

const sample = (type) =>
  JSON.parse(readFileSync(new URL(`../../tests/samples/events/${type}.v1.json`, import.meta.url), 'utf8')).data;

const received = sample('OrderReceived');
const awbGenerated = sample('AwbGenerated');
const invoiceNumbered = sample('InvoiceNumbered');
const invoiceIssued = sample('InvoiceIssued');

const FIRST_NAMES =
  'Ana Maria Elena Ioana Andreea Cristina Mihaela Gabriela Daniela Alexandra Ștefan Andrei Mihai Ion Gheorghe Vasile Radu Vlad Cătălin Răzvan'.split(
    ' ',
  );
const SYLLABLES = 'Pop Ion Stan Mun Dum Rad Mar Ene Bog Con Dob Fil Gri Haj Lup Nae Opr Pas Rus Tud'.split(' ');
const ENDINGS = 'escu eanu aru oiu easa ici anu aș ean escu'.split(' ');
const CITIES = 'București Cluj-Napoca Iași Timișoara Constanța Brașov Sibiu Oradea Craiova Galați'.split(' ');

const pick = (list, n) => list[n % list.length];

/** A number that looks thrown, the same for the same n (Knuth's multiplicative hashing). */
const thrown = (n, below) => Number((BigInt(n) * 2654435761n) % 4294967296n) % below;

const statusOf = (n) => {
  if (n % 500 === 0) return 'new';
  if (n % 501 === 0) return 'in_progress';
  if (n % 97 === 0) return 'prepared';
  if (n % 33 === 0) return 'returned';
  return n % 20 === 0 ? 'canceled' : 'finalized';
};

export const CUSTOMERS = 200_000;
export const PRODUCTS = 20_000;
const FIRST_ORDER = Date.UTC(2023, 0, 1, 6);
/** A million orders are three years. */
const STEP_MS = 94_608;

const personOf = (customer) => {
  const name = `${pick(FIRST_NAMES, customer)} ${pick(SYLLABLES, thrown(customer, 9_973))}${pick(SYLLABLES, customer).toLowerCase()}${pick(ENDINGS, thrown(customer, 7_919))}`;
  const phone = `+407${String(20_000_000 + customer * 37).slice(0, 8)}`;
  const address = {
    ...received.personal.shipping,
    name,
    phone,
    city: pick(CITIES, customer),
    street: `Str. Exemplului nr. ${1 + (customer % 120)}`,
  };
  return {
    ...received.personal,
    name,
    company: name,
    email: `c${customer}@alias.example`,
    phone,
    billing: address,
    shipping: address,
  };
};

const lineOf = (n, index) => {
  const product = thrown(n * 3 + index, PRODUCTS);
  return {
    ...received.facts.lines[0],
    lineId: `${n}${index}`,
    offerId: String(500_000 + product),
    name: `Produs ${product}`,
    sku: skuOf(product),
    partNumber: skuOf(product),
    pnk: `D${product.toString(36).toUpperCase().padStart(6, '0')}BM`,
    quantity: 1 + (n % 4),
    initialQuantity: 1 + (n % 4),
    unitPriceNet: `${10 + thrown(n, 900)}.${String(thrown(product, 10_000)).padStart(4, '0')}`,
    voucherSplits: [],
    deposits: [],
  };
};

export const orderIdOf = (n) => String(6_000_000_000 + n);
export const accountOf = (n) => (n % 3 === 0 ? 'fbe' : 'main');
export const skuOf = (product) => `SKU-${String(product).padStart(5, '0')}`;
export const awbNumberOf = (n) => `4EMGLN${String(100_000_000 + n)}`;
export const customerOf = (n) => thrown(n, CUSTOMERS);
export const customerName = (n) => personOf(customerOf(n)).name;
export const phoneOf = (n) => personOf(customerOf(n)).phone;
export const hasAwb = (n) => accountOf(n) === 'main' && ['finalized', 'returned'].includes(statusOf(n));
export const hasInvoice = (n) => hasAwb(n) && n % 5 !== 0;

/** Events of the nth order (from 1), as the event store gives them. */
export const orderHistory = (n) => {
  const [account, orderId, status] = [accountOf(n), orderIdOf(n), statusOf(n)];
  const orderedAt = new Date(FIRST_ORDER + n * STEP_MS);
  const later = (hours) => new Date(orderedAt.getTime() + hours * 3_600_000).toISOString();
  const customerId = String(7_000_000 + customerOf(n));
  const of = { account, orderId, operationId: `bench-${orderId}` };
  const events = [
    {
      type: 'OrderReceived',
      data: {
        ...received,
        ...of,
        personId: `customer-${account}-${customerId}`,
        personal: personOf(customerOf(n)),
        facts: {
          ...received.facts,
          status,
          fulfilment: account === 'fbe' ? 'fbe' : 'own',
          paymentMethod: pick(['cash_on_delivery', 'card', 'card', 'bank_transfer'], n),
          isPaid: n % 4 !== 0,
          deliveryMode: n % 3 === 0 ? 'pickup' : 'courier',
          locker: n % 3 === 0 ? received.facts.locker : null,
          orderedAt: orderedAt.toISOString(),
          shipBy: later(48),
          finalizedAt: status === 'finalized' ? later(24) : null,
          lines: Array.from({ length: 1 + (n % 2) }, (_, index) => lineOf(n, index)),
          vouchers: [],
          attachments: [],
          customerId,
        },
        modifiedAt: later(1),
        digest: `digest-${n}`,
        at: later(1),
      },
    },
  ];
  if (hasAwb(n))
    events.push({ type: 'AwbGenerated', data: { ...awbGenerated, ...of, awbNumber: awbNumberOf(n), at: later(4) } });
  if (hasInvoice(n)) {
    const number = `MF${String(n).padStart(7, '0')}`;
    const invoice = { ...invoiceNumbered.invoice, number, sequence: n, issuedAt: later(5) };
    const personal = { ...invoiceNumbered.personal, name: customerName(n) };
    events.push(
      {
        type: 'InvoiceNumbered',
        data: { ...invoiceNumbered, ...of, number, invoice, personId: `invoice-${number}`, personal, at: later(5) },
      },
      { type: 'InvoiceIssued', data: { ...invoiceIssued, ...of, number, at: later(5) } },
    );
  }
  return events.map((event, revision) => ({
    ...event,
    id: `${orderId}-${revision}`,
    stream: `order-${account}-${orderId}`,
    revision: BigInt(revision),
    position: BigInt(n * 8 + revision),
    recordedAt: event.data.at,
    metadata: {
      correlationId: `bench-${orderId}`,
      actor: { kind: 'job', id: 'bench' },
      occurredAt: event.data.at,
      schemaVersion: 1,
    },
  }));
};
