import { fromNaive, startOfLocalDay, toNaiveDate } from '../bucharestTime.js';
import { success, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { intOf, pageOf, slice, textOf } from '../http/fieldReaders.js';
import type { Order, OrderLine } from '../model.js';

interface InvoiceLine {
  product_name: string;
  unit_of_measure: string;
  quantity: number;
  unit_price: number;
  vat_rate: number;
  value: number;
  vat_value: number;
}

interface Invoice {
  category: string;
  number: string;
  date: string;
  lines: InvoiceLine[];
  [key: string]: unknown;
}

const categories = [
  ['FC', 'Commission'],
  ['FCA', 'Canceled Commission'],
  ['FCSA', 'Canceled Commission storno'],
  ['FCD', 'Commission discount'],
  ['FTA', 'Canceled Transport'],
] as const;

const cents = (value: number): number => Math.round(value * 100) / 100;

const seller = {
  name: 'Prăvălia Demonstrativă SRL',
  register_number: 'J40/1234/2020',
  cif: '12345674',
  tax_code: 'RO12345674',
  iban: 'RO49AAAA1B31007593840000',
  bank: 'Banca Demo',
  country: 'Romania',
  address: 'Strada Exemplului nr. 7',
};

const platform = {
  name: 'Operator Platforma Demo SA',
  register_number: 'J00/1/2000',
  cif: '1',
  tax_code: 'RO1',
  social_capital: '1 RON',
  iban: 'RO00DEMO0000000000000000',
  bank: 'Banca Demo',
  address: 'Adresa demo',
  phone_number: '0',
};

const totals = (lines: readonly InvoiceLine[]) => {
  const net = cents(lines.reduce((sum, { value }) => sum + value, 0));
  const vat = cents(lines.reduce((sum, { vat_value }) => sum + vat_value, 0));
  return { total_without_vat: net, total_vat_value: vat, total_with_vat: cents(net + vat), currency: 'RON' };
};

const answerPage = (call: Call, invoices: readonly Invoice[]): Answer => {
  const { filters } = call;
  const [category, number] = [textOf(filters['category']), textOf(filters['number'])];
  const [from, to] = [fromNaive(filters['date_start']), fromNaive(filters['date_end'])];
  const found = invoices.filter(
    (invoice) =>
      (category === undefined || invoice.category === category) &&
      (number === undefined || invoice.number === number) &&
      (from === undefined || invoice.date >= toNaiveDate(from)) &&
      (to === undefined || invoice.date <= toNaiveDate(to)),
  );
  return success({ total_results: found.length, invoices: slice(found, pageOf(filters, 1000)) });
};

export const readInvoiceCategories = (): Answer => success(categories.map(([category, name]) => ({ category, name })));

/** `invoice/read` (reference §21.2): one commission invoice for each past month with sales, newest first. */
export const readInvoices = (call: Call): Answer => {
  const sold = new Map<string, number>();
  const thisMonth = toNaiveDate(call.world.clock.now()).slice(0, 7);
  for (const order of call.account.orders.values()) {
    const month = order.finalised === null ? thisMonth : toNaiveDate(order.finalised).slice(0, 7);
    if (month < thisMonth)
      sold.set(
        month,
        order.lines.reduce((sum, line) => sum + (line.priceE4 * line.initialQuantity) / 10_000, sold.get(month) ?? 0),
      );
  }
  const months = [...sold].sort(([a], [b]) => (a < b ? 1 : -1));
  const invoices = months.map(([month, net], index): Invoice => {
    const next = new Date(`${month}-15T00:00:00Z`);
    next.setUTCMonth(next.getUTCMonth() + 1, 1);
    const date = toNaiveDate(startOfLocalDay(next.getTime(), -1));
    const rate = date < '2025-08-01' ? 19 : 21;
    const value = cents(net * 0.145);
    const lines = [
      {
        product_name: 'Comision conform desfășurător',
        unit_of_measure: 'Buc',
        quantity: 1,
        unit_price: value,
        vat_rate: rate,
        value,
        vat_value: cents((value * rate) / 100),
      },
    ];
    return {
      category: 'FC',
      name: 'Commission',
      number: `DEMO-${900_000 + months.length - index}`,
      date,
      is_storno: 0,
      supplier: platform,
      customer: seller,
      lines,
      payment_term: 0,
      ...totals(lines),
    };
  });
  return answerPage(call, invoices);
};

const customerLine = (line: OrderLine, sign: 1 | -1): InvoiceLine => {
  const quantity = sign * (sign === 1 ? line.initialQuantity : line.stornoQuantity);
  const price = cents(line.priceE4 / 10_000);
  const value = cents(price * quantity);
  return {
    product_name: line.name,
    unit_of_measure: 'Buc',
    quantity,
    unit_price: price,
    vat_rate: line.vat,
    value,
    vat_value: cents((value * line.vat) / 100),
  };
};

const customerInvoice = (order: Order, isStorno: boolean): Invoice => {
  const lines = order.lines
    .filter((line) => line.status === 1 && (!isStorno || line.stornoQuantity > 0))
    .map((line) => customerLine(line, isStorno ? -1 : 1));
  const { customer } = order;
  const number = `FBE-${order.id}`;
  return {
    category: isStorno ? 'storno' : 'normal',
    order_id: order.id,
    number: isStorno ? `${number}-S` : number,
    date: toNaiveDate(isStorno ? order.modified : (order.finalised ?? order.modified)),
    is_storno: isStorno ? 1 : 0,
    ...(isStorno ? { reversal_for: number } : {}),
    supplier: seller,
    customer: {
      name: customer.company?.name ?? customer.name,
      register_number: customer.company?.registration ?? '',
      cif: customer.company?.code ?? '',
      tax_code: customer.company?.code ?? '',
      iban: '',
      bank: '',
      country: 'RO',
      address: `${customer.billing.street}, ${customer.billing.city}`,
    },
    lines,
    ...totals(lines),
  };
};

/** `customer-invoice/read` (§21.3): only what the platform itself invoices, which is what it fulfils. */
export const readCustomerInvoices = (call: Call): Answer => {
  const wanted = intOf(call.filters['order_id']);
  const orders = call.world
    .newestFirst(call.account)
    .filter((order) => order.type === 2 && order.finalised !== null && (wanted === undefined || order.id === wanted));
  const invoices = orders.flatMap((order) => {
    const isReturned = order.lines.some(({ stornoQuantity }) => stornoQuantity > 0);
    return [customerInvoice(order, false), ...(isReturned ? [customerInvoice(order, true)] : [])];
  });
  return answerPage(call, invoices);
};
