import { orderStream, type CallSummary } from '../../domain/order/orderEvents.js';
import type { OrderCommand } from '../../domain/order/order.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import type { Invoice } from '../../domain/order/orderState.js';
import {
  claimKey,
  invoiceSeriesStream,
  type ClaimInvoiceNumber,
  type InvoiceSeries,
  type InvoiceSeriesEvent,
} from '../../domain/invoiceSeries/invoiceSeries.js';
import type { Aggregates } from '../aggregates.js';
import { buyerOf, documentOf, requireSeller } from '../order/invoiceInputs.js';
import { firstEventOf } from '../eventIds.js';
import type { OrderObserver } from '../order/orderObserver.js';
import type { InvoiceFiles } from '../ports/invoiceFiles.js';
import type { InvoiceRenderer } from '../ports/invoiceRenderer.js';
import type { CallContext, MarketplaceAccount } from '../ports/marketplace.js';
import type { SettingsStore } from '../ports/settings.js';
import { keyOfStream, priorityOf, trackTypes, type AttemptDeps, type KnownOrder } from './attemptFlow.js';
import { Attempts } from './attempts.js';
import type { WishHandler } from './wishHandler.js';

export type SeriesAggregates = Aggregates<InvoiceSeries, ClaimInvoiceNumber, InvoiceSeriesEvent>;

export interface InvoiceDeps extends AttemptDeps {
  readonly observer: OrderObserver;
  readonly series: SeriesAggregates;
  readonly settings: SettingsStore;
  readonly files: InvoiceFiles;
  readonly renderer: InvoiceRenderer;
  /** Base of our public links, without a trailing slash; null when the marketplace cannot reach us. */
  publicUrlFor(account: MarketplaceAccount): string | null;
}

const ACTOR = { kind: 'job', id: 'reactor.invoice' } as const;
/** How soon a lost answer is looked for at the order, and how often. */
const LOOK_AGAIN_MS = 5_000;
type Step = 'numbered' | 'issued' | 'attached';

/** Each step follows from the one before, the first from the wish. */
const FOLLOWS: Readonly<Record<Step, (operationId: string) => string>> = {
  numbered: (operationId) => operationId,
  issued: (operationId) => `${operationId}/numbered`,
  attached: (operationId) => `${operationId}/issued`,
};

/** The marketplace's title is at most 60 characters (reference §17). */
const attachmentName = (number: string): string => `Factura ${number}`.slice(0, 60);

/**
 * Number, document, bytes, link: each step is recorded before the next begins, and each looks first whether it was done,
 * so that a crash anywhere continues with the same number and the same bytes.
 */
export const invoiceHandler = (deps: InvoiceDeps): WishHandler => {
  const { orders, series, settings, files, renderer, marketplace, observer, clock, failpoints, findOutMs } = deps;
  const attempts = new Attempts();
  /** When an attempt whose outcome nobody knows may be followed by another, in milliseconds of `performance.now()`. */
  const restsUntil = new Map<string, number>();
  /** Operations whose last attempt certainly sent nothing. */
  const unsent = new Set<string>();
  const forget = (operationId: string): void => {
    attempts.forget(operationId);
    restsUntil.delete(operationId);
    unsent.delete(operationId);
  };

  const record = async (stream: string, point: Step, command: OrderCommand, operationId: string): Promise<void> => {
    failpoints.reach(`invoice.before_${point}`);
    await orders.handle(stream, command, {
      cause: `${operationId}/${point}`,
      metadata: { correlationId: operationId, causationId: firstEventOf(FOLLOWS[point](operationId)), actor: ACTOR },
    });
    failpoints.reach(`invoice.after_${point}`);
  };

  /** The number that the series holds for this order: the one claimed before a crash, or the next. */
  const claimNumber = async (key: OrderKey, name: string, firstNumber: number, operationId: string) => {
    failpoints.reach('invoice.before_claim');
    const claim = { ...key, purpose: 'invoice' };
    const handled = await series.handle(
      invoiceSeriesStream(name),
      { type: 'ClaimInvoiceNumber', data: { series: name, firstNumber, ...claim }, at: clock.now() },
      { cause: `${operationId}/claim`, metadata: { correlationId: operationId, actor: ACTOR } },
    );
    failpoints.reach('invoice.after_claim');
    const claimed = handled.state.claims.get(claimKey(claim));
    if (!claimed) throw new Error(`Series ${name} holds no number for order ${key.orderId}`);
    return { series: name, ...claimed };
  };

  const number = async (stream: string, key: OrderKey, order: KnownOrder, operationId: string): Promise<void> => {
    const current = await settings.read();
    // Everything is checked before a number is taken: a claimed number can never be given back.
    requireSeller(current.seller);
    if (!order.person) throw new Error(`Order ${key.orderId} has no buyer`);
    const name = order.invoicing.series ?? 'MF';
    const firstNumber = current.invoiceSeries.find((one) => one.series === name)?.nextNumber ?? 1;
    const claim = await claimNumber(key, name, firstNumber, operationId);
    const invoice = documentOf(order.facts, current.seller, claim, claim.at);
    const buyer = buyerOf(order.facts, order.person);
    await record(
      stream,
      'numbered',
      {
        type: 'RecordInvoiceNumbered',
        data: { ...key, operationId, invoice, buyer, personId: `invoice-${invoice.number}` },
        at: clock.now(),
      },
      operationId,
    );
  };

  const issue = async (stream: string, key: OrderKey, invoice: Invoice, operationId: string): Promise<void> => {
    failpoints.reach('invoice.before_render');
    const kept =
      (await files.byNumber(invoice.number)) ??
      (await files.keep(invoice.number, await renderer.render(invoice.document, invoice.buyer)));
    failpoints.reach('invoice.after_render');
    await record(
      stream,
      'issued',
      {
        type: 'RecordInvoiceIssued',
        data: { ...key, operationId, number: invoice.number, sha256: kept.sha256, bytes: kept.bytes.byteLength },
        at: clock.now(),
      },
      operationId,
    );
  };

  const attach = async (
    stream: string,
    key: OrderKey,
    order: KnownOrder,
    invoice: Invoice,
    operationId: string,
    isResumed: boolean,
    context: CallContext,
  ): Promise<number | null> => {
    const refuse = (code: string, text: string): Promise<void> =>
      record(
        stream,
        'attached',
        {
          type: 'RecordInvoiceAttachRefused',
          data: { ...key, operationId, number: invoice.number, code, text, call: null },
          at: clock.now(),
        },
        operationId,
      );
    const account = await marketplace.account(key.account);
    const base = deps.publicUrlFor(account);
    const file = await files.byNumber(invoice.number);
    if (!file) throw new Error(`The bytes of invoice ${invoice.number} are missing`);
    const url = order.invoicing.invoiceUrl ?? (base === null ? null : `${base}/files/invoices/${file.token}.pdf`);
    if (url === null) {
      await refuse('public-url-missing', 'The marketplace cannot reach this address: set MAGFLOW_PUBLIC_URL');
      return null;
    }
    const name = attachmentName(invoice.number);
    const attached = (call: CallSummary | null): OrderCommand => ({
      type: 'RecordInvoiceAttached',
      data: { ...key, operationId, number: invoice.number, url, name, call },
      at: clock.now(),
    });
    if (isResumed && !unsent.delete(operationId)) {
      const reading = await observer.reread(key, account, context);
      if (reading?.facts.attachments.some((one) => one.url === url)) {
        await record(stream, 'attached', attached(null), operationId);
        forget(operationId);
        return null;
      }
      // The marketplace may still be at it, also for a process that died before us.
      const until = restsUntil.get(operationId) ?? performance.now() + findOutMs;
      restsUntil.set(operationId, until);
      const restMs = until - performance.now();
      if (restMs > 0) return Math.min(restMs, LOOK_AGAIN_MS);
    }
    attempts.begin(operationId);
    restsUntil.set(operationId, performance.now() + findOutMs);
    failpoints.reach('invoice.before_call');
    const { signal: _signal, ...uninterrupted } = context;
    const outcome = await account.attachInvoice(
      { orderId: key.orderId, fulfilment: order.facts.fulfilment, name, url },
      uninterrupted,
    );
    failpoints.reach('invoice.after_call');
    switch (outcome.kind) {
      case 'done':
        await record(stream, 'attached', attached(outcome.call), operationId);
        forget(operationId);
        return null;
      case 'refused':
        await refuse(outcome.code, outcome.text);
        forget(operationId);
        return null;
      case 'not_sent':
      case 'unknown':
        if (!attempts.mayRepeat(operationId, outcome.code)) {
          await refuse(outcome.code, outcome.text);
          forget(operationId);
          return null;
        }
        if (outcome.kind === 'unknown') return Math.min(findOutMs, LOOK_AGAIN_MS);
        unsent.add(operationId);
        return attempts.pause(operationId, outcome);
    }
  };

  return {
    flow: 'invoice',
    track: trackTypes(['InvoiceRequested'], ['InvoiceAttached', 'InvoiceAttachRefused']),

    async act(stream, signal) {
      const key = keyOfStream(stream);
      if (!key) return null;
      const load = async (): Promise<KnownOrder | null> => {
        const { state } = await orders.load(orderStream(key));
        return state.facts ? { ...state, facts: state.facts } : null;
      };
      let order = await load();
      if (!order || order.invoicing.phase !== 'requested') return null;
      const { operationId } = order.invoicing;
      const context: CallContext = {
        correlationId: operationId,
        priority: priorityOf(order.invoicing),
        orderId: key.orderId,
        signal,
      };

      if (!order.invoice) await number(stream, key, order, operationId);
      order = await load();
      if (order?.invoice && !order.invoice.issued) await issue(stream, key, order.invoice, operationId);
      const isResumed = order?.invoice?.issued != null;
      order = await load();
      if (!order?.invoice?.issued) return null;
      return attach(stream, key, order, order.invoice, operationId, isResumed, context);
    },
  };
};
