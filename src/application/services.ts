import type { InvoiceBuyer, Seller } from '../domain/invoice/invoiceDocument.js';
import type { InvoiceTotals } from '../domain/invoice/invoiceLines.js';
import type { OfferKey, OfferWish } from '../domain/offer/offer.js';
import type { BulkItem } from '../domain/operation/bulk.js';
import type { BulkKind, OperationKind, OperationState } from '../domain/operation/operation.js';
import type { AwbParcelRequest, StatusWish } from '../domain/order/orderEvents.js';
import type { OrderKey, PaymentMethod } from '../domain/order/orderFacts.js';
import type { StornoLine } from '../domain/order/reversing.js';
import type { SyncKind, SyncOptions, SyncTrigger } from '../domain/syncRun/syncRun.js';
import type { Actor } from './ports/eventStore.js';

/** Who asks, and on what assumption. */
export interface CommandContext {
  readonly actor: Actor;
  readonly correlationId: string;
  readonly traceparent?: string;
  /** Given when the caller's retry must be the same wish (idempotency key); otherwise a new UUID. */
  readonly operationId?: string;
  /** The caller's `If-Match`; a mismatch is a `RevisionConflict`. */
  readonly expectedRevision?: bigint;
  /** Event id of what asked for it; absent for what a person asked for directly. */
  readonly causationId?: string;
  /** The bulk operation that this wish is a part of. */
  readonly bulkId?: string;
}

/** `operationId` is null when there was nothing to do. `position` is the fact's, or the stream's last known one. */
export interface CommandReceipt {
  readonly operationId: string | null;
  readonly revision: bigint;
  readonly position: bigint | null;
}

/** Orders given by people. All throw `RuleViolation` (409; `order-unknown` 404) and `RevisionConflict` (412 or 409). */
export interface OrderService {
  acknowledge(key: OrderKey, context: CommandContext): Promise<CommandReceipt>;
  changeStatus(key: OrderKey, wish: StatusWish, context: CommandContext): Promise<CommandReceipt>;
  /** Absent fields take the defaults of contract §1; `cod` defaults to what the order says is to be collected. */
  requestAwb(
    key: OrderKey,
    request: { parcel: Partial<AwbParcelRequest>; force: boolean; reason: string | null },
    context: CommandContext,
  ): Promise<CommandReceipt>;
  resolveAwb(
    key: OrderKey,
    resolution: { awbNumber: string } | { noneExists: true; reason: string },
    context: CommandContext,
  ): Promise<CommandReceipt>;
  /** @throws SellerIncomplete with the missing fields; the receipt of an order already invoiced has no operation. */
  requestInvoice(
    key: OrderKey,
    request: { invoiceUrl: string | null },
    context: CommandContext,
  ): Promise<CommandReceipt>;
  /**
   * Takes an issued invoice back, wholly (`lines` null) or in part, by a storno of the invoice's own series.
   * @throws RuleViolation `invoice-not-reversible`, `storno-exists`, `storno-in-progress`, `storno-exceeds-invoice`, `line-unknown`
   */
  requestStorno(
    key: OrderKey,
    request: {
      stornoOf: string;
      lines: readonly StornoLine[] | null;
      shipping: boolean;
      reason: string | null;
    },
    context: CommandContext,
  ): Promise<CommandReceipt>;
  /** Shows a PDF that was made elsewhere at the order; no operation when its link is there already. */
  attachDocument(
    key: OrderKey,
    document: { url: string; name: string },
    context: CommandContext,
  ): Promise<CommandReceipt>;
  /** What the invoice would say now, or says if it was issued. */
  invoicePreview(key: OrderKey): Promise<InvoicePreview>;
}

/** Offers edited by people. */
export interface OfferService {
  /**
   * Wishes absolute values of an offer; what is absent stays.
   * @throws RuleViolation (`offer-unknown` 404; 409 and 422 of `OfferRule`), RevisionConflict, MarketplaceError `account-unknown`
   */
  requestChange(key: OfferKey, wish: OfferWish, context: CommandContext): Promise<CommandReceipt>;
}

export interface InvoicePreview extends InvoiceTotals {
  readonly number: string | null;
  readonly series: string;
  readonly seller: Seller;
  readonly buyer: InvoiceBuyer;
  readonly isCompany: boolean;
  readonly currency: string;
  readonly paymentMethod: PaymentMethod | null;
  readonly issuedAt: string | null;
}

/** Settings of the seller that an invoice needs are missing; `fields` are names of `Seller`. 422 `seller-incomplete`. */
export class SellerIncomplete extends Error {
  override readonly name = 'SellerIncomplete';
  constructor(readonly fields: readonly string[]) {
    super(`Seller data is missing: ${fields.join(', ')}`);
  }
}

export interface SyncRequest {
  readonly kind: SyncKind;
  /** Account keys; each gets its own run, isolated from the others. */
  readonly accounts: readonly string[];
  readonly options: SyncOptions;
  readonly trigger: SyncTrigger;
}

export interface SyncService {
  /** @throws RuleViolation `sync-running` with `operation_id` and `sync_run_id` when one of the accounts is being synced. */
  request(
    request: SyncRequest,
    context: CommandContext,
  ): Promise<{ operationId: string; runs: readonly { account: string; runId: string }[]; position: bigint }>;
  /** @throws RuleViolation `sync-run-unknown`; a run that is over stays as it is. */
  cancel(runId: string, context: CommandContext): Promise<CommandReceipt>;
}

export interface BulkReceipt {
  readonly operationId: string;
  readonly state: OperationState;
  readonly revision: bigint;
  readonly position: bigint | null;
}

/** Lists of wishes that are worked off in the background, one operation for all. */
export interface BulkService {
  /** The same `operationId` again is the same bulk. */
  request(bulk: { kind: BulkKind; items: readonly BulkItem[] }, context: CommandContext): Promise<BulkReceipt>;
  /** Items that were not begun stay undone; a bulk that is over stays as it is. @throws RuleViolation `operation-unknown` */
  stop(operationId: string, context: CommandContext): Promise<BulkReceipt>;
  /**
   * A new bulk of what failed or was not done. `prepare` looks again at each item, as when it was first asked for. A bulk
   * that was retried before hands over to its last retry.
   * @throws RuleViolation `operation-unknown`; `operation-running` with `operation_id`; `nothing-to-retry`
   */
  retryFailed(
    operationId: string,
    prepare: (items: readonly BulkItem[]) => Promise<readonly BulkItem[]>,
    context: CommandContext,
  ): Promise<BulkReceipt>;
}

export interface OperationOutcome {
  readonly operationId: string;
  readonly kind: OperationKind;
  readonly state: Extract<OperationState, 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt'>;
  /** Position of the event that ended it: the read model must have it before it answers. */
  readonly position: bigint;
  /** The marketplace's or our refusal, when it failed. */
  readonly refusal: { readonly code: string; readonly text: string } | null;
}

/** Hears how operations end, in whichever process that happens. */
export interface Outcomes {
  /** Call before the command is appended. Resolves null after the time-out; never rejects. */
  wait(operationId: string, timeoutMs: number): Promise<OperationOutcome | null>;
}
