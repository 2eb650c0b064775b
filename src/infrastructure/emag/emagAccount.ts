import type {
  AccountInfo,
  AccountState,
  AwbOrder,
  AwbReading,
  CallContext,
  Category,
  CategoryDetails,
  CategoryLanguage,
  Count,
  CourierAccount,
  EanQuota,
  LabelFormat,
  MarketplaceAccount,
  OrderFilter,
  Page,
  PickupAddress,
  ReadOffer,
  ReadOrder,
  ReadReturn,
  ReturnFilter,
  WriteOutcome,
} from '../../application/ports/marketplace.js';
import { MarketplaceError } from '../../application/ports/marketplace.js';
import type { Clock } from '../../application/ports/clock.js';
import type { AwbIssued, CallSummary, StatusWish } from '../../domain/order/orderEvents.js';
import type { OfferWish } from '../../domain/offer/offer.js';
import type { Fulfilment, OrderReading } from '../../domain/order/orderFacts.js';
import type { ReturnReading } from '../../domain/returns/returnRequest.js';
import type { CatalogueProduct } from '../../domain/ean/catalogueProduct.js';
import type { CallerLogger } from './attempt.js';
import { readAwbAnswer, readAwbReading, readZpl } from './awbReader.js';
import { awbRequest } from './awbRequest.js';
import type { Caller } from './caller.js';
import { readCatalogue } from './catalogueReader.js';
import { readCategory, readCategoryDetails } from './categoryReader.js';
import type { Circuit } from './circuit.js';
import { typeOfFulfilment } from './marketplaceWords.js';
import { readOffer } from './offerReader.js';
import { offerChangeRequest, refusedInside } from './offerSave.js';
import { countFilter, orderFilter, satisfies } from './orderFilter.js';
import { readOrder } from './orderReader.js';
import { orderSaveBody } from './orderSave.js';
import type { ParkedPayloads } from './parkedPayloads.js';
import { idOrNull, objectOf, rowsOf, UnreadableRow, type RawObject } from './rawValues.js';
import { localityIn, readAddresses, readCount, readCouriers, readVatRates } from './referenceReader.js';
import { readReturn, returnFilter } from './returnReader.js';
import { acknowledgeRoute, categoryRoute, ROUTES, type Route } from './routes.js';

export const PAGE_SIZE = 100;
const VAT_MAX_AGE_MS = 6 * 3_600_000;
/** Reads inside a write are short: an attempt must tell its outcome before others take its answer for lost. */
const READ_BEFORE_WRITE_MS = 20_000;
const READ_AFTER_WRITE_MS = 10_000;

const within = (context: CallContext, deadline: AbortSignal): CallContext => ({
  ...context,
  signal: context.signal ? AbortSignal.any([context.signal, deadline]) : deadline,
});

const tooLate = (text: string): WriteOutcome => ({
  kind: 'not_sent',
  code: 'marketplace-failing',
  text,
  retryAfterMs: null,
  call: null,
});

export interface EmagAccountParts {
  readonly info: AccountInfo;
  /** Of the platform. */
  readonly currency: string;
  readonly caller: Caller;
  readonly circuit: Circuit;
  readonly eanQuota: () => Promise<EanQuota>;
  readonly parked: ParkedPayloads;
  readonly clock: Clock;
  readonly logger: CallerLogger;
}

interface FoundOrder {
  readonly raw: RawObject | null;
  readonly fulfilment: Fulfilment;
  readonly call: CallSummary;
}

/** The port over the marketplace's routes. All of its numbers, names and local times end in here. */
export class EmagAccount implements MarketplaceAccount {
  readonly info: AccountInfo;
  private vatRates: { readonly readAt: number; readonly rates: Promise<ReadonlyMap<string, string>> } | null = null;
  private labelBaseUrl: string | null = null;

  constructor(private readonly parts: EmagAccountParts) {
    this.info = parts.info;
  }

  async testConnection(context: CallContext): Promise<AccountState> {
    try {
      // Whoever waits for it hears of the first failure; the job that asks every account tries again before it tells.
      const isAwaited = context.priority === 'interactive';
      await this.parts.caller.read(ROUTES.vat, {}, context, { ignoresCircuit: true, ...(isAwaited && { tries: 1 }) });
    } catch (error) {
      if (!(error instanceof MarketplaceError)) throw error;
      const { code, message, call } = error;
      const checkedAt = this.parts.clock.now().toISOString();
      const status = call?.httpStatus ?? 0;
      if (code === 'refused')
        return status >= 400
          ? { code: 'marketplace-failing', text: `HTTP ${status}: ${message}`, checkedAt }
          : { code: 'ok', text: message, checkedAt };
      return {
        code: code === 'unreadable' || code === 'account-unknown' ? 'marketplace-failing' : code,
        text: message,
        checkedAt,
      };
    }
    return { code: 'ok', text: '', checkedAt: this.parts.clock.now().toISOString() };
  }

  async readOrders(filter: OrderFilter, page: number, context: CallContext): Promise<Page<ReadOrder>> {
    const { results } = await this.parts.caller.read(
      ROUTES.orderRead,
      { currentPage: page, itemsPerPage: PAGE_SIZE, ...orderFilter(filter) },
      context,
    );
    const rows = rowsOf(results);
    const read = await this.readRows('order', rows, (row) => this.toOrder(row, filter.fulfilment));
    const items = read.filter(({ reading }) => satisfies(filter, reading.facts));
    const parked = rows.length - read.length;
    if (items.length < read.length)
      this.parts.logger.warn(
        { alert: 'filter-ignored', account: this.info.key, rows: read.length - items.length },
        'The marketplace answered orders that were not asked for',
      );
    return { items, rows: rows.length, parked };
  }

  async countOrders(filter: OrderFilter, context: CallContext): Promise<Count> {
    return this.count(ROUTES.orderCount, countFilter(filter), context);
  }

  async readOrder(orderId: string, context: CallContext): Promise<OrderReading | null> {
    const { raw, fulfilment } = await this.findRaw(orderId, context);
    if (!raw) return null;
    const [order] = await this.readRows('order', [raw], (row) => this.toOrder(row, fulfilment));
    if (!order) throw new MarketplaceError('unreadable', `Order ${orderId} cannot be understood`, false);
    return order.reading;
  }

  async acknowledge(orderId: string, context: CallContext): Promise<WriteOutcome> {
    const outcome = await this.parts.caller.write(acknowledgeRoute(orderId), {}, context);
    // Somebody did it before us, perhaps we ourselves when an answer was lost (reference §16.2).
    if (outcome.kind === 'refused' && outcome.code === 'already-in-progress')
      return { kind: 'done', call: outcome.call };
    return bare(outcome);
  }

  async changeStatus(orderId: string, wish: StatusWish, context: CallContext): Promise<WriteOutcome> {
    let found: FoundOrder;
    const deadline = AbortSignal.timeout(READ_BEFORE_WRITE_MS);
    try {
      found = await this.findRaw(orderId, within(context, deadline), ['own']);
    } catch (error) {
      if (deadline.aborted || context.signal?.aborted) return tooLate('The order could not be read in time');
      if (!(error instanceof MarketplaceError)) throw error;
      const { code, message: text, retryAfterMs, call } = error;
      if (code === 'refused' && call && !error.isRetriable) return { kind: 'refused', code, text, call };
      return { kind: 'not_sent', code, text, retryAfterMs, call };
    }
    const { raw, call } = found;
    if (!raw) {
      const text = `The marketplace has no order ${orderId} that the seller ships`;
      return { kind: 'refused', code: 'order-unknown', text, call };
    }
    const save = orderSaveBody(raw, wish);
    if (!('body' in save)) return { kind: 'refused', ...save, call };
    return bare(await this.parts.caller.write(ROUTES.orderSave, save.body, context));
  }

  async attachInvoice(
    attachment: { orderId: string; fulfilment: Fulfilment; name: string; url: string },
    context: CallContext,
  ): Promise<WriteOutcome> {
    const body = {
      order_id: Number(attachment.orderId),
      order_type: typeOfFulfilment(attachment.fulfilment),
      name: [...attachment.name].slice(0, 60).join(''),
      url: attachment.url,
      type: 1,
      force_download: 0,
    };
    return bare(await this.parts.caller.write(ROUTES.attachmentSave, body, context));
  }

  async issueAwb(order: AwbOrder, context: CallContext): Promise<WriteOutcome<AwbIssued>> {
    const outcome = await this.parts.caller.write(ROUTES.awbSave, { ...awbRequest(order) }, context);
    if (outcome.kind !== 'done') return outcome;
    const { results, call } = outcome;
    const { awbNumber, ...ids } = readAwbAnswer(results, order.parcel.courierAccountId);
    const number = awbNumber ?? (await this.numberOf(ids, context));
    if (number !== null) return { kind: 'done', awbNumber: number, ...ids, call };
    const known = [ids.reservationId, ...ids.parcels.map(({ emagId }) => emagId)]
      .filter((id) => id !== null)
      .join(', ');
    const text =
      known === '' ? 'The marketplace accepted the AWB and named none' : `The AWB ${known} has no number yet`;
    return { kind: 'unknown', code: 'unreadable', text, call };
  }

  async readAwb(
    { reservationId, emagId }: { reservationId: string | null; emagId: string | null },
    context: CallContext,
  ): Promise<AwbReading | null> {
    if (reservationId === null && emagId === null) return null;
    const filter = emagId !== null ? { emag_id: Number(emagId) } : { reservation_id: Number(reservationId) };
    const { results } = await this.parts.caller.read(ROUTES.awbRead, filter, context);
    return readAwbReading(results);
  }

  async readLabel(emagId: string, format: LabelFormat, context: CallContext): Promise<Uint8Array> {
    if (format === 'ZPL') {
      const { results } = await this.parts.caller.read(ROUTES.awbZpl, { emag_id: emagId }, context);
      const label = readZpl(results);
      if (label.length === 0) throw new MarketplaceError('unreadable', 'The label has no content', true);
      return label;
    }
    const { baseUrl } = this.info;
    const withoutPrefix = baseUrl.replace(/\/api-3$/, '');
    const bases = this.labelBaseUrl === null ? [baseUrl, withoutPrefix] : [this.labelBaseUrl];
    let refusal: unknown;
    for (const base of bases) {
      try {
        const { raw } = await this.parts.caller.read(ROUTES.awbPdf, { emag_id: emagId, awb_format: format }, context, {
          baseUrl: base,
        });
        if (raw.bytes.subarray(0, 4).toString('latin1') !== '%PDF')
          throw new MarketplaceError('unreadable', 'The label is no PDF', false);
        this.labelBaseUrl = base;
        return raw.bytes;
      } catch (error) {
        if (!(error instanceof MarketplaceError) || error.isRetriable || error.code === 'credentials-refused')
          throw error;
        refusal ??= error;
      }
    }
    throw refusal;
  }

  async couriers(context: CallContext): Promise<readonly CourierAccount[]> {
    const { results } = await this.parts.caller.read(ROUTES.courierAccounts, {}, context);
    return readCouriers(results);
  }

  async addresses(context: CallContext): Promise<readonly PickupAddress[]> {
    const addresses = new Map<string, PickupAddress>();
    for (let page = 1; ; page += 1) {
      const { results } = await this.parts.caller.read(
        ROUTES.addresses,
        { currentPage: page, itemsPerPage: PAGE_SIZE },
        context,
      );
      const known = addresses.size;
      for (const address of readAddresses(results)) addresses.set(address.addressId, address);
      // A server without a pager answers the same page for ever.
      if (rowsOf(results).length < PAGE_SIZE || addresses.size === known) return [...addresses.values()];
    }
  }

  async findLocality(place: { city: string; county: string }, context: CallContext): Promise<string | null> {
    if (place.city.trim() === '') return null;
    const filter = { name: place.city.trim(), currentPage: 1, itemsPerPage: PAGE_SIZE };
    const { results } = await this.parts.caller.read(ROUTES.localities, filter, context);
    return localityIn(results, place);
  }

  async readOffers(
    page: number,
    { includeInactive }: { includeInactive: boolean },
    context: CallContext,
  ): Promise<Page<ReadOffer>> {
    const vatRates = await this.vat(context);
    const { results } = await this.parts.caller.read(
      ROUTES.offerRead,
      { currentPage: page, itemsPerPage: PAGE_SIZE, ...(!includeInactive && { status: 1 }) },
      context,
    );
    const rows = rowsOf(results);
    const read = await this.readRows('offer', rows, (row) =>
      readOffer(row, { currency: this.parts.currency, vatRates }),
    );
    const items = includeInactive ? read : read.filter(({ facts }) => facts.status === 'active');
    return { items, rows: rows.length, parked: rows.length - read.length };
  }

  async countOffers({ includeInactive }: { includeInactive: boolean }, context: CallContext): Promise<Count> {
    return this.count(ROUTES.offerCount, includeInactive ? {} : { status: 1 }, context);
  }

  async readOffer(offerId: string, context: CallContext): Promise<ReadOffer | null> {
    const vatRates = await this.vat(context);
    const { results } = await this.parts.caller.read(
      ROUTES.offerRead,
      { id: Number(offerId), currentPage: 1, itemsPerPage: PAGE_SIZE },
      context,
    );
    const raw = rowsOf(results)
      .map(objectOf)
      .find((row) => idOrNull(row['id']) === offerId);
    if (!raw) return null;
    const [offer] = await this.readRows('offer', [raw], (row) =>
      readOffer(row, { currency: this.parts.currency, vatRates }),
    );
    if (!offer) throw new MarketplaceError('unreadable', `Offer ${offerId} cannot be understood`, false);
    return offer;
  }

  async changeOffer(offerId: string, wish: OfferWish, context: CallContext): Promise<WriteOutcome> {
    const { route, payload } = offerChangeRequest(offerId, wish);
    const outcome = await this.parts.caller.write(route, payload, context);
    if (outcome.kind !== 'done') return outcome;
    const refusal = refusedInside(outcome.results, offerId);
    return refusal ? { kind: 'refused', ...refusal, call: outcome.call } : bare(outcome);
  }

  async findByEans(
    eans: readonly string[],
    context: CallContext,
  ): Promise<ReadonlyMap<string, readonly CatalogueProduct[]>> {
    const { results, call } = await this.parts.caller.read(ROUTES.findByEans, { 'eans[]': eans }, context);
    const found = readCatalogue(results);
    if (!found) throw new MarketplaceError('unreadable', 'The look-up has no results', true, null, call);
    return found;
  }

  eanQuota(): Promise<EanQuota> {
    return this.parts.eanQuota();
  }

  async readCategories(page: number, language: CategoryLanguage | null, context: CallContext): Promise<Page<Category>> {
    const pager = { currentPage: page, itemsPerPage: PAGE_SIZE };
    const { results } = await this.parts.caller.read(categoryRoute(language), pager, context);
    const rows = rowsOf(results);
    const items = await this.readRows('category', rows, readCategory);
    return { items, rows: rows.length, parked: rows.length - items.length };
  }

  countCategories(context: CallContext): Promise<Count> {
    return this.count(ROUTES.categoryCount, {}, context);
  }

  async readCategory(
    categoryId: string,
    language: CategoryLanguage | null,
    context: CallContext,
  ): Promise<CategoryDetails | null> {
    const asked = { id: Number(categoryId), valuesCurrentPage: 1, valuesPerPage: 256 };
    const { results } = await this.parts.caller.read(categoryRoute(language), asked, context);
    const raw = rowsOf(results).find((row) => idOrNull(objectOf(row)['id']) === categoryId);
    if (raw === undefined) return null;
    const [details] = await this.readRows('category', [raw], readCategoryDetails);
    if (!details) throw new MarketplaceError('unreadable', `Category ${categoryId} cannot be understood`, false);
    return details;
  }

  async readReturns(filter: ReturnFilter, page: number, context: CallContext): Promise<Page<ReadReturn>> {
    const pager = { currentPage: page, itemsPerPage: PAGE_SIZE };
    const asked = { ...pager, ...returnFilter(filter) };
    const { results } = await this.parts.caller.read(ROUTES.returnRead, asked, context);
    const rows = rowsOf(results);
    const items = await this.readRows('return', rows, (row) => readReturn(row, filter.fulfilment));
    return { items, rows: rows.length, parked: rows.length - items.length };
  }

  countReturns(filter: ReturnFilter, context: CallContext): Promise<Count> {
    return this.count(ROUTES.returnCount, returnFilter(filter), context);
  }

  async readReturn(returnId: string, context: CallContext): Promise<ReturnReading | null> {
    const asked = { emag_id: Number(returnId), currentPage: 1, itemsPerPage: PAGE_SIZE };
    const { results } = await this.parts.caller.read(ROUTES.returnRead, asked, context);
    const raw = rowsOf(results).find((row) => idOrNull(objectOf(row)['emag_id']) === returnId);
    if (raw === undefined) return null;
    const [found] = await this.readRows('return', [raw], (row) => readReturn(row, this.info.fulfilment));
    return found?.reading ?? null;
  }

  state(): Promise<AccountState> {
    return this.parts.circuit.state();
  }

  private async count(route: Route, filter: RawObject, context: CallContext): Promise<Count> {
    const { results, call } = await this.parts.caller.read(route, filter, context);
    const count = readCount(results, PAGE_SIZE);
    if (!count) throw new MarketplaceError('unreadable', 'The count has no number', true, null, call);
    return count;
  }

  private toOrder(row: unknown, fulfilment: Fulfilment): ReadOrder {
    return readOrder(row, { fulfilment, currency: this.parts.currency, now: this.parts.clock.now() });
  }

  /** The rows that can be understood; the others are parked with the reason, and the rest of the page goes on. */
  private async readRows<T>(
    kind: 'order' | 'offer' | 'category' | 'return',
    rows: readonly unknown[],
    read: (row: unknown) => T,
  ): Promise<T[]> {
    const understood: T[] = [];
    for (const row of rows) {
      try {
        understood.push(read(row));
      } catch (error) {
        if (!(error instanceof UnreadableRow)) throw error;
        const reference = idOrNull(objectOf(row)[kind === 'return' ? 'emag_id' : 'id']);
        this.parts.logger.warn(
          { alert: 'row-parked', account: this.info.key, kind, reference, reason: error.message },
          'A row of the marketplace could not be understood and is parked',
        );
        await this.parts.parked.park({
          account: this.info.key,
          kind,
          reference,
          reason: error.message,
          payload: row,
        });
      }
    }
    return understood;
  }

  /** An order as sent, asked for by both types: one type does not show the other's orders (reference §15.6). */
  private async findRaw(
    orderId: string,
    context: CallContext,
    types: readonly [Fulfilment, ...Fulfilment[]] = this.info.fulfilment === 'fbe' ? ['fbe', 'own'] : ['own', 'fbe'],
  ): Promise<FoundOrder> {
    const [fulfilment, ...others] = types;
    const { results, call } = await this.parts.caller.read(
      ROUTES.orderRead,
      { id: Number(orderId), type: typeOfFulfilment(fulfilment), currentPage: 1, itemsPerPage: PAGE_SIZE },
      context,
    );
    const raw = rowsOf(results)
      .map(objectOf)
      .find((row) => idOrNull(row['id']) === orderId);
    const [next, ...rest] = others;
    return raw || !next ? { raw: raw ?? null, fulfilment, call } : this.findRaw(orderId, context, [next, ...rest]);
  }

  /** The ids are all that an AWB can be found by later, so its number is read at once when the answer left it out. */
  private async numberOf(
    { reservationId, parcels }: Pick<AwbIssued, 'reservationId' | 'parcels'>,
    context: CallContext,
  ): Promise<string | null> {
    const deadline = AbortSignal.timeout(READ_AFTER_WRITE_MS);
    const ids = { reservationId, emagId: parcels[0]?.emagId ?? null };
    try {
      return (await this.readAwb(ids, within(context, deadline)))?.awbNumber ?? null;
    } catch (error) {
      if (!(error instanceof MarketplaceError) && !deadline.aborted && !context.signal?.aborted) throw error;
      return null;
    }
  }

  private vat(context: CallContext): Promise<ReadonlyMap<string, string>> {
    const now = this.parts.clock.now().getTime();
    if (this.vatRates && now - this.vatRates.readAt < VAT_MAX_AGE_MS) return this.vatRates.rates;
    const rates = this.parts.caller.read(ROUTES.vat, {}, context).then(({ results }) => readVatRates(results));
    const held = { readAt: now, rates };
    this.vatRates = held;
    rates.catch(() => {
      if (this.vatRates === held) this.vatRates = null;
    });
    return rates;
  }
}

/** The outcome without what only a few routes answer. */
const bare = (outcome: WriteOutcome<{ results: unknown }>): WriteOutcome =>
  outcome.kind === 'done' ? { kind: 'done', call: outcome.call } : outcome;
