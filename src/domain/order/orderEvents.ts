import type { InvoiceDocument, InvoiceBuyer } from '../invoice/invoiceDocument.js';
import type { StornoScope } from '../invoice/stornoLines.js';
import type { OrderFacts, OrderKey, OrderPerson, OrderStatus } from './orderFacts.js';

/** A redacted summary of the marketplace call behind a fact. */
export interface CallSummary {
  readonly route: string;
  readonly httpStatus: number | null;
  readonly durationMs: number;
  readonly requestId: string;
}

/** Why the marketplace, or nobody at all, did what was wished. `text` is the marketplace's own. */
export interface Refusal {
  readonly code: string;
  readonly text: string;
}

/** Fields of a wish, repeated by all that follows from it. `at` is ISO 8601 UTC, by our clock. */
export interface OfOperation {
  readonly operationId: string;
  readonly at: string;
}

/** Of which bulk operation a wish is a part: nobody waits for it at a desk. */
export interface PartOfBulk {
  readonly bulkId?: string;
}

export interface AwbParcelRequest {
  readonly courierAccountId: string | null;
  readonly parcels: number;
  readonly envelopes: number;
  /** Kilograms, decimal string. */
  readonly weight: string;
  /** Amount to collect in the order's currency. */
  readonly cod: string;
  readonly insuredValue: string;
  readonly observation: string | null;
  readonly senderAddressId: string | null;
  readonly isOversize: boolean;
  readonly pickupAndReturn: boolean;
  readonly saturdayDelivery: boolean;
  readonly samedayDelivery: boolean;
  readonly dropoffLocker: boolean;
  readonly unboxing: boolean;
}

export interface AwbIssued {
  readonly awbNumber: string;
  readonly reservationId: string | null;
  readonly parcels: readonly { readonly emagId: string; readonly barcode: string }[];
  readonly courierAccountId: string | null;
  readonly courierName: string | null;
}

export interface AwbMarketplaceStatus {
  readonly code: string;
  readonly name: string;
  readonly description: string;
}

export interface StatusWish {
  readonly newStatus: OrderStatus;
  readonly reasonCancellation: number | null;
  /** Lines by marketplace line id with the quantity that shall remain; null leaves lines as they are. */
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[] | null;
  readonly isStorno: boolean;
}

/** What a storno shall take back of the order's invoice `stornoOf`. */
export interface StornoWish extends StornoScope {
  readonly stornoOf: string;
  /** The series that numbers the storno. */
  readonly series: string;
  readonly reason: string | null;
}

/** The part of an event that is encrypted, and whose key encrypts it. */
interface OfPerson<P> {
  readonly personId: string;
  readonly personal: P;
}

type Call = { readonly call: CallSummary | null };

// Stored for good: rename nothing here, add optional fields, upcast when a shape must change.
export type OrderEvent =
  | {
      type: 'OrderReceived';
      data: OrderKey &
        OfPerson<OrderPerson> & {
          facts: OrderFacts;
          modifiedAt: string;
          digest: string;
          at: string;
          syncRunId?: string;
        };
    }
  | {
      type: 'OrderChanged';
      data: OrderKey &
        OfPerson<Partial<OrderPerson>> & {
          /** Only what differs, with its new value. */
          changed: Partial<OrderFacts>;
          modifiedAt: string;
          digest: string;
          at: string;
          syncRunId?: string;
        };
    }
  | { type: 'AcknowledgeRequested'; data: OrderKey & OfOperation & PartOfBulk }
  | { type: 'AcknowledgeAttemptStarted'; data: OrderKey & OfOperation & { attemptId: string } }
  | { type: 'OrderAcknowledged'; data: OrderKey & OfOperation & Call }
  | { type: 'AcknowledgeRefused'; data: OrderKey & OfOperation & Refusal & Call }
  | { type: 'StatusChangeRequested'; data: OrderKey & OfOperation & StatusWish }
  | { type: 'StatusChangeAttemptStarted'; data: OrderKey & OfOperation & { attemptId: string } }
  | { type: 'StatusChanged'; data: OrderKey & OfOperation & { newStatus: OrderStatus } & Call }
  | { type: 'StatusChangeRefused'; data: OrderKey & OfOperation & Refusal & Call }
  | {
      type: 'AwbRequested';
      data: OrderKey & OfOperation & PartOfBulk & { parcel: AwbParcelRequest; force: boolean; reason: string | null };
    }
  | {
      type: 'AwbAttemptStarted';
      /** The order's status when we claimed: only a change from it to `finalized` proves anything. */
      data: OrderKey & OfOperation & { attemptId: string; statusBefore: OrderStatus };
    }
  /** `bulkId` only when it ends a doubt, which the bulk must hear of. */
  | { type: 'AwbGenerated'; data: OrderKey & OfOperation & PartOfBulk & AwbIssued & Call }
  | { type: 'AwbRefused'; data: OrderKey & OfOperation & Refusal & Call }
  | { type: 'AwbInDoubt'; data: OrderKey & OfOperation & { reason: string } & Call }
  | {
      type: 'AwbResolved';
      data: OrderKey &
        OfOperation &
        PartOfBulk & { awbNumber: string | null; noneExists: boolean; reason: string | null };
    }
  | { type: 'AwbStatusChanged'; data: OrderKey & { awbNumber: string; status: AwbMarketplaceStatus; at: string } }
  | {
      type: 'InvoiceRequested';
      data: OrderKey & OfOperation & PartOfBulk & { series: string; invoiceUrl: string | null };
    }
  | {
      type: 'InvoiceNumbered';
      data: OrderKey & OfOperation & OfPerson<InvoiceBuyer> & { number: string; invoice: InvoiceDocument };
    }
  | { type: 'InvoiceIssued'; data: OrderKey & OfOperation & { number: string; sha256: string; bytes: number } }
  /** `number` is the invoice's or the storno's; null for a document that is not ours. */
  | {
      type: 'InvoiceAttached';
      data: OrderKey & OfOperation & { number: string | null; url: string; name: string } & Call;
    }
  | { type: 'InvoiceAttachRefused'; data: OrderKey & OfOperation & { number: string | null } & Refusal & Call }
  | { type: 'DocumentAttachRequested'; data: OrderKey & OfOperation & { url: string; name: string } }
  | { type: 'DocumentAttachAttemptStarted'; data: OrderKey & OfOperation & { attemptId: string } }
  | { type: 'StornoRequested'; data: OrderKey & OfOperation & StornoWish }
  | {
      type: 'StornoIssued';
      data: OrderKey &
        OfOperation &
        OfPerson<InvoiceBuyer> & {
          number: string;
          stornoOf: string;
          invoice: InvoiceDocument;
          sha256: string;
          bytes: number;
        };
    };

export type OrderEventType = OrderEvent['type'];

export const orderStream = ({ account, orderId }: OrderKey): string => `order-${account}-${orderId}`;
