/**
 * What the imitated marketplace knows, in its own numbers (reference §15 to §19). Instants are epoch milliseconds, amounts
 * are whole ten-thousandths of the currency (`E4`), VAT rates are whole percents. Drifting types, numeric strings and
 * `[]` for empty objects are added by the views, so that the state stays clean.
 */
export type FulfilmentType = 2 | 3;
export type OrderStatus = 0 | 1 | 2 | 3 | 4 | 5;

export interface VoucherSplit {
  voucherId: number;
  /** Negative, without VAT. */
  valueE4: number;
  /** Negative. */
  vatE4: number;
  vat: number;
  offeredBy: string;
  name: string;
}

export interface Deposit {
  quantity: number;
  priceE4: number;
  name: string;
}

export interface OrderLine {
  id: number;
  productId: number | null;
  mktId: number;
  name: string;
  status: 0 | 1;
  partNumber: string;
  partNumberKey: string;
  quantity: number;
  initialQuantity: number;
  stornoQuantity: number;
  priceE4: number;
  originalE4: number;
  vat: number;
  created: number;
  modified: number;
  splits: VoucherSplit[];
  deposits: Deposit[];
  serials: string | null;
}

export interface Voucher {
  id: number;
  voucherId: number;
  name: string;
  vat: number;
  valueE4: number;
  vatE4: number;
  issued: string;
}

export interface Place {
  country: string;
  county: string;
  city: string;
  localityId: number;
  street: string;
  postcode: string;
}

export interface Customer {
  id: number;
  mktId: number;
  name: string;
  gender: 'M' | 'F';
  email: string;
  phone: string;
  company: { name: string; code: string; registration: string; bank: string; iban: string; vatPayer: 0 | 1 } | null;
  billing: Place;
  created: number;
}

export interface OrderAttachment {
  name: string;
  url: string;
  type: number;
  forceDownload: 0 | 1;
  orderProductId: number | null;
}

export interface Order {
  id: number;
  type: FulfilmentType;
  status: OrderStatus;
  complete: 0 | 1;
  paymentMode: 1 | 2 | 3 | null;
  paymentMethod: string;
  paymentStatus: 0 | 1;
  delivery: string;
  locker: { id: string; name: string } | null;
  created: number;
  modified: number;
  observation: string;
  customer: Customer;
  shipping: Place;
  contact: { name: string; phone: string };
  lines: OrderLine[];
  shippingE4: number;
  shippingSplits: VoucherSplit[];
  vouchers: Voucher[];
  attachments: OrderAttachment[];
  enforcedCouriers: number[] | null;
  cancellationReason: number | null;
  cancellationRequest: string | null;
  finalised: number | null;
  cancelled: number | null;
  shipBy: number;
  genius: 0 | 1;
  weekend: 0 | 1;
  /** When the marketplace moves it on by itself (FBE, or the first AWB of an own order); null when it will not. */
  advanceAt: number | null;
}

export interface Offer {
  id: number;
  partNumberKey: string | null;
  partNumber: string;
  name: string;
  brand: string;
  categoryId: number;
  description: string;
  ean: string[];
  priceE4: number;
  recommendedE4: number;
  minE4: number;
  maxE4: number;
  vatId: number;
  warranty: number;
  stock: number;
  reserved: number;
  handlingTime: number;
  status: 0 | 1 | 2;
  validation: number;
  offerValidation: 1 | 2;
  ownership: 1 | 2;
  competitors: number;
  rank: number;
  bestE4: number;
  images: string[];
  characteristics: { id: number; value: string }[];
  deposit: string | null;
  weightGrams: number;
  documentErrors: string[];
  created: number;
  modified: number;
  /** When a new product gets its catalogue key and its next validation status. */
  validateAt: number | null;
  /** Name of a campaign with stock in site: while it runs, updates are not applied. */
  campaign?: string | null;
}

export interface AwbParcel {
  emagId: number;
  number: string;
  barcode: string;
}

export interface AwbParty {
  name: string;
  contact: string;
  phone: string;
  street: string;
  city: string;
  county: string;
  postcode: string;
}

export interface Awb {
  reservationId: number;
  emagId: number;
  orderId: number;
  rmaId: number | null;
  type: FulfilmentType;
  courierAccountId: number;
  courierId: number;
  courierName: string;
  parcels: AwbParcel[];
  weight: number;
  codE4: number;
  locker: string | null;
  sender: AwbParty;
  receiver: AwbParty;
  observation: string;
  created: number;
}

export interface RmaProduct {
  id: number;
  mktId: number;
  productId: number;
  quantity: number;
  name: string;
  reason: number;
  observations: string | null;
}

export interface Rma {
  id: number;
  orderId: number;
  type: FulfilmentType;
  status: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  customerName: string;
  customerCompany: string | null;
  phone: string;
  pickup: Place;
  pickupMethod: number;
  reason: number;
  returnType: number;
  observations: string;
  date: number;
  products: RmaProduct[];
  reservations: number[];
}

export interface CourierAccount {
  id: number;
  name: string;
  type: 1 | 2 | 3 | 4;
  courierId: number;
  courier: string;
  properties: number[];
  active: 0 | 1;
}

/** Something that the marketplace did for or at the request of a seller; what exactly-once tests count. */
export interface LedgerEntry {
  seq: number;
  /** Wall-clock instant, ISO 8601. */
  at: string;
  kind: 'acknowledge' | 'status' | 'awb' | 'attachment' | 'attachment_fetch' | 'order_created' | 'offer' | 'rma';
  order_id: number | null;
  detail: Record<string, unknown>;
}
