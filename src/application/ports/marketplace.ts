import type { ReturnReading, ReturnStatus } from '../../domain/returns/returnRequest.js';
import type { CatalogueProduct } from '../../domain/ean/catalogueProduct.js';
import type {
  AwbIssued,
  AwbMarketplaceStatus,
  AwbParcelRequest,
  CallSummary,
  StatusWish,
} from '../../domain/order/orderEvents.js';
import type { Fulfilment, Locker, OrderReading, OrderStatus } from '../../domain/order/orderFacts.js';
import type { OfferFacts, OfferWish } from '../../domain/offer/offer.js';

/** Why a call is made: a person waits for `interactive` calls, so jobs book at most one slot ahead of them. */
export interface CallContext {
  readonly correlationId: string;
  readonly priority: 'interactive' | 'background';
  /** Order id for the journal, when the call is about one order. */
  readonly orderId?: string;
  readonly signal?: AbortSignal;
}

/** Health of an account as its calls tell it. `code` is stable; `text` is what to do or the marketplace's words. */
export type AccountStateCode =
  'ok' | 'unknown' | 'credentials-refused' | 'ip-refused' | 'unreachable' | 'rate-limited' | 'marketplace-failing';

export interface AccountState {
  readonly code: AccountStateCode;
  readonly text: string;
  readonly checkedAt: string | null;
}

export interface AccountInfo {
  readonly key: string;
  readonly platform: string;
  readonly fulfilment: Fulfilment;
  readonly baseUrl: string;
  /** Demonstration data from our own sandbox. */
  readonly isDemonstration: boolean;
}

/**
 * A read failed, or nobody may call now. `isRetriable`: the same call may succeed later. `code` extends
 * `AccountStateCode` with `refused` (the marketplace answered `isError`), `unreadable` (an answer that is no envelope).
 */
export class MarketplaceError extends Error {
  override readonly name = 'MarketplaceError';
  constructor(
    readonly code: Exclude<AccountStateCode, 'ok' | 'unknown'> | 'refused' | 'unreadable' | 'account-unknown',
    message: string,
    readonly isRetriable: boolean,
    readonly retryAfterMs: number | null = null,
    readonly call: CallSummary | null = null,
  ) {
    super(message);
  }
}

/**
 * What became of a write. `not_sent`: nothing can have reached the marketplace (connection refused, 429, 403, open
 * breaker), so repeating is safe. `unknown`: it may have happened; find out before anything is repeated.
 */
export type WriteOutcome<T = object> =
  | ({ readonly kind: 'done'; readonly call: CallSummary } & T)
  | { readonly kind: 'refused'; readonly code: string; readonly text: string; readonly call: CallSummary }
  | {
      readonly kind: 'not_sent';
      readonly code: string;
      readonly text: string;
      readonly retryAfterMs: number | null;
      readonly call: CallSummary | null;
    }
  | { readonly kind: 'unknown'; readonly code: string; readonly text: string; readonly call: CallSummary };

export interface OrderFilter {
  readonly fulfilment: Fulfilment;
  /** ISO 8601 UTC, inclusive as far as the marketplace tells (boundaries are undocumented: overlap). */
  readonly modifiedAfter?: string;
  readonly modifiedBefore?: string;
  readonly createdAfter?: string;
  readonly createdBefore?: string;
  readonly statuses?: readonly OrderStatus[];
}

export interface ReadOrder {
  readonly orderId: string;
  readonly reading: OrderReading;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Rows as sent, those that could not be understood included: a page shorter than asked is the last. */
  readonly rows: number;
  /** Rows parked with a reason because they could not be understood. */
  readonly parked: number;
}

export interface Count {
  readonly items: number;
  readonly pages: number;
}

export interface CourierAccount {
  readonly accountId: string;
  readonly displayName: string;
  readonly courierName: string;
  /** 1 RMA, 2 order, 3 both, 4 not of the marketplace (reference §9.5). */
  readonly type: number;
  readonly properties: readonly number[];
  readonly isActive: boolean;
  readonly pickupCountry: string | null;
  readonly createdAt: string | null;
}

export interface PickupAddress {
  readonly addressId: string;
  /** 1 return, 2 pickup, 3 invoice, 4 delivery estimates. */
  readonly kind: number;
  readonly country: string;
  readonly county: string;
  readonly city: string;
  readonly localityId: string | null;
  readonly street: string;
  readonly postcode: string;
  readonly isDefault: boolean;
}

export interface AwbParty {
  readonly name: string;
  readonly contact: string;
  readonly phone: string;
  readonly isCompany: boolean;
  readonly localityId: string | null;
  readonly street: string;
  readonly postcode: string;
  readonly addressId: string | null;
}

export interface AwbOrder {
  readonly orderId: string;
  readonly sender: AwbParty;
  readonly receiver: AwbParty;
  readonly locker: Locker | null;
  readonly currency: string;
  readonly parcel: AwbParcelRequest;
}

export interface ReadOffer {
  readonly offerId: string;
  readonly facts: OfferFacts;
}

export interface AwbReading {
  readonly awbNumber: string | null;
  readonly status: AwbMarketplaceStatus | null;
}

/** EANs that one look-up may carry (reference §2.3). */
export const EANS_A_CALL = 100;

/** What is left of a day's look-ups by EAN. All null: no such limit is set. */
export interface EanQuota {
  /** Calls a day that the marketplace allows; some of them are kept back. */
  readonly limit: number | null;
  /** Calls that fit into the next 24 hours. */
  readonly remaining: number | null;
  /** Calls that may be made at once: a day's quota is not spent in one go. */
  readonly availableNow: number | null;
  /** ISO 8601: when the next call may be made; null when it is now. */
  readonly nextAt: string | null;
  /** ISO 8601: when everything is available again; null when it is. */
  readonly resetsAt: string | null;
}

/** Languages in which the marketplace names its categories (reference §9.1). */
export const CATEGORY_LANGUAGES = ['en', 'ro', 'hu', 'bg', 'pl', 'gr', 'de'] as const;
export type CategoryLanguage = (typeof CATEGORY_LANGUAGES)[number];

export interface Category {
  readonly categoryId: string;
  readonly name: string;
  readonly parentId: string | null;
  /** The seller may offer here; access is asked for in the marketplace's web interface. */
  readonly isAllowed: boolean;
  readonly isEanMandatory: boolean;
  readonly isWarrantyMandatory: boolean;
}

export interface Characteristic {
  readonly characteristicId: string;
  readonly name: string;
  /** Kind of value, the marketplace's number (reference §9.1). */
  readonly type: number | null;
  readonly displayOrder: number | null;
  readonly isMandatory: boolean;
  readonly isFilter: boolean;
  /** Otherwise only the listed values are taken. */
  readonly allowsNewValues: boolean;
  /** The first 256. */
  readonly values: readonly string[];
  readonly tags: readonly string[];
}

export interface FamilyType {
  readonly familyTypeId: string;
  readonly name: string;
  readonly characteristicIds: readonly string[];
}

export interface CategoryDetails extends Category {
  readonly characteristics: readonly Characteristic[];
  readonly familyTypes: readonly FamilyType[];
}

/** What is absent does not filter. Returns have no "modified since" (reference §19.2). */
export interface ReturnFilter {
  readonly fulfilment: Fulfilment;
  readonly status?: ReturnStatus;
  /** ISO 8601 UTC, inclusive. */
  readonly requestedFrom?: string;
  readonly requestedTo?: string;
}

export interface ReadReturn {
  readonly returnId: string;
  readonly reading: ReturnReading;
}

export type LabelFormat = 'A4' | 'A5' | 'A6' | 'ZPL';

/**
 * One account at the marketplace, behind the installation's one governor for it. Reads throw `MarketplaceError` after
 * their own retries; writes never throw for what the marketplace does, they return a `WriteOutcome`, and are never
 * repeated inside. Every call is journalled.
 */
export interface MarketplaceAccount {
  readonly info: AccountInfo;

  /** The cheapest call that proves credentials, API right and IP (reference §1.2). Never throws for a refusal. */
  testConnection(context: CallContext): Promise<AccountState>;

  readOrders(filter: OrderFilter, page: number, context: CallContext): Promise<Page<ReadOrder>>;
  countOrders(filter: OrderFilter, context: CallContext): Promise<Count>;
  /** Asks for both fulfilment types; null when the marketplace has no such order of ours. */
  readOrder(orderId: string, context: CallContext): Promise<OrderReading | null>;

  acknowledge(orderId: string, context: CallContext): Promise<WriteOutcome>;
  /** Reads the whole order, applies the wish, sends the whole order back (reference §16.4). */
  changeStatus(orderId: string, wish: StatusWish, context: CallContext): Promise<WriteOutcome>;
  attachInvoice(
    attachment: { orderId: string; fulfilment: Fulfilment; name: string; url: string },
    context: CallContext,
  ): Promise<WriteOutcome>;
  issueAwb(order: AwbOrder, context: CallContext): Promise<WriteOutcome<AwbIssued>>;

  readAwb(
    ids: { reservationId: string | null; emagId: string | null },
    context: CallContext,
  ): Promise<AwbReading | null>;
  /** PDF or ZPL bytes of one parcel's label. */
  readLabel(emagId: string, format: LabelFormat, context: CallContext): Promise<Uint8Array>;

  couriers(context: CallContext): Promise<readonly CourierAccount[]>;
  addresses(context: CallContext): Promise<readonly PickupAddress[]>;
  /** Id of the one locality of that name, in that county where several have it (reference §9.4); null when unclear. */
  findLocality(place: { city: string; county: string }, context: CallContext): Promise<string | null>;

  readOffers(page: number, filter: { includeInactive: boolean }, context: CallContext): Promise<Page<ReadOffer>>;
  countOffers(filter: { includeInactive: boolean }, context: CallContext): Promise<Count>;
  /** Null when the marketplace has no such offer of ours. */
  readOffer(offerId: string, context: CallContext): Promise<ReadOffer | null>;
  /** Sets absolute values, so that repeating it does no harm. Says nothing of what the marketplace shows afterwards. */
  changeOffer(offerId: string, wish: OfferWish, context: CallContext): Promise<WriteOutcome>;

  /**
   * Catalogue products by GTIN-14 for at most `EANS_A_CALL` codes, each as it should be written; codes that the catalogue
   * does not know are absent. Spends one call of the EAN budget; `rate-limited` at once when none is due soon.
   */
  findByEans(eans: readonly string[], context: CallContext): Promise<ReadonlyMap<string, readonly CatalogueProduct[]>>;
  eanQuota(): Promise<EanQuota>;

  /** Names in the platform's own language when none is asked for. */
  readCategories(page: number, language: CategoryLanguage | null, context: CallContext): Promise<Page<Category>>;
  countCategories(context: CallContext): Promise<Count>;
  /** With characteristics and their values; null when there is none of this id. */
  readCategory(
    categoryId: string,
    language: CategoryLanguage | null,
    context: CallContext,
  ): Promise<CategoryDetails | null>;

  readReturns(filter: ReturnFilter, page: number, context: CallContext): Promise<Page<ReadReturn>>;
  countReturns(filter: ReturnFilter, context: CallContext): Promise<Count>;
  /** null when the marketplace has no such return of ours. */
  readReturn(returnId: string, context: CallContext): Promise<ReturnReading | null>;

  /** Last known health, from the calls of all processes. */
  state(): Promise<AccountState>;
}

export interface Marketplace {
  /** Accounts of the environment and of the panel, in a stable order. */
  accounts(): Promise<readonly AccountInfo[]>;
  /** @throws MarketplaceError `account-unknown` */
  account(key: string): Promise<MarketplaceAccount>;
}
