import {
  NO_SELLER,
  type InvoiceBuyer,
  type InvoiceDocument,
  type Seller,
} from '../../domain/invoice/invoiceDocument.js';
import { invoiceTotals } from '../../domain/invoice/invoiceLines.js';
import { invoiceNumber } from '../../domain/invoiceSeries/invoiceSeries.js';
import type { OrderFacts, OrderPerson } from '../../domain/order/orderFacts.js';
import type { Order } from '../../domain/order/orderState.js';
import type { InvoiceSeriesSetting, Settings } from '../ports/settings.js';
import { SellerIncomplete, type InvoicePreview } from '../services.js';

/** What Romanian law wants of the seller on an invoice; the rest is printed if it is there. */
const REQUIRED: readonly (keyof Seller)[] = [
  'name',
  'fiscalCode',
  'registration',
  'address',
  'city',
  'county',
  'country',
];

/** Who sells for an account; nobody yet while the only seller is the demonstration's and the account is real. */
export const sellerFor = ({ seller, sellerOnlyFor }: Settings, account: string): Seller =>
  sellerOnlyFor && !sellerOnlyFor.includes(account) ? NO_SELLER : seller;

/** @throws SellerIncomplete */
export const requireSeller = (seller: Seller): void => {
  const missing = REQUIRED.filter((field) => seller[field].trim() === '');
  if (missing.length > 0) throw new SellerIncomplete(missing);
};

/** The series that names the account, else the first that names none, else the first of all. */
export const seriesFor = ({ invoiceSeries }: Settings, account: string): InvoiceSeriesSetting => {
  const series =
    invoiceSeries.find(({ accounts }) => accounts.includes(account)) ??
    invoiceSeries.find(({ accounts }) => accounts.length === 0) ??
    invoiceSeries[0];
  if (!series) throw new SellerIncomplete(['invoice_series']);
  return series;
};

/** Billing data of the order: a company by its name and fiscal code, a person by theirs (reference §22.7). */
export const buyerOf = (facts: OrderFacts, person: OrderPerson): InvoiceBuyer => {
  const { billing } = person;
  const fiscalCode = facts.isCompany ? person.fiscalCode : '';
  return {
    name: facts.isCompany ? person.company || billing.name || person.name : billing.name || person.name,
    fiscalCode: facts.isVatPayer && /^\d+$/.test(fiscalCode) ? `RO${fiscalCode}` : fiscalCode,
    registrationNumber: facts.isCompany ? person.registrationNumber : '',
    address: billing.street,
    city: billing.city,
    county: billing.county,
    postcode: billing.postcode,
    country: billing.country,
  };
};

/** The immutable document of a claimed number. */
export const documentOf = (
  facts: OrderFacts,
  seller: Seller,
  claim: { series: string; sequence: number; number: string },
  issuedAt: string,
): InvoiceDocument => {
  const { lines, vatByRate, totalNet, totalVat, totalGross } = invoiceTotals(facts);
  return {
    number: claim.number,
    series: claim.series,
    sequence: claim.sequence,
    issuedAt,
    seller,
    isCompany: facts.isCompany,
    lines,
    vatByRate,
    totalNet,
    totalVat,
    totalGross,
    currency: facts.currency,
    paymentMethod: facts.paymentMethod,
    orderedAt: facts.orderedAt,
  };
};

/** What the invoice says, or would say if it were issued now. */
export const previewOf = (
  order: Order & { facts: OrderFacts },
  settings: Settings,
  account: string,
): InvoicePreview => {
  const { facts, person, invoice } = order;
  const series = seriesFor(settings, account);
  const document =
    invoice?.document ??
    documentOf(
      facts,
      sellerFor(settings, account),
      { series: series.series, sequence: 0, number: invoiceNumber(series.series, 0) },
      '',
    );
  const emptyBuyer: InvoiceBuyer = {
    name: '',
    fiscalCode: '',
    registrationNumber: '',
    address: '',
    city: '',
    county: '',
    postcode: '',
    country: '',
  };
  return {
    lines: document.lines,
    vatByRate: document.vatByRate,
    totalNet: document.totalNet,
    totalVat: document.totalVat,
    totalGross: document.totalGross,
    number: invoice?.number ?? null,
    series: document.series,
    seller: document.seller,
    buyer: invoice?.buyer ?? (person ? buyerOf(facts, person) : emptyBuyer),
    isCompany: document.isCompany,
    currency: document.currency,
    paymentMethod: document.paymentMethod,
    issuedAt: invoice ? document.issuedAt : null,
  };
};
