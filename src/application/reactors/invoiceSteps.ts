import type { InvoiceBuyer, InvoiceDocument } from '../../domain/invoice/invoiceDocument.js';
import {
  claimKey,
  invoiceSeriesStream,
  type ClaimInvoiceNumber,
  type InvoiceClaim,
  type InvoiceSeries,
  type InvoiceSeriesEvent,
} from '../../domain/invoiceSeries/invoiceSeries.js';
import type { OrderCommand } from '../../domain/order/order.js';
import { orderStream, type CallSummary } from '../../domain/order/orderEvents.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import { known } from '../../domain/order/orderRules.js';
import type { Aggregates } from '../aggregates.js';
import { firstEventOf } from '../eventIds.js';
import type { OrderObserver } from '../order/orderObserver.js';
import type { InvoiceFile, InvoiceFiles } from '../ports/invoiceFiles.js';
import type { InvoiceRenderer } from '../ports/invoiceRenderer.js';
import { MarketplaceError, type CallContext, type MarketplaceAccount } from '../ports/marketplace.js';
import type { SettingsStore } from '../ports/settings.js';
import type { AttemptDeps, KnownOrder } from './attemptFlow.js';
import { Attempts } from './attempts.js';

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

/** How soon a lost answer is looked for at the order, and how often. */
const LOOK_AGAIN_MS = 5_000;

/** The marketplace's title is at most 60 characters (reference §17). */
const attachmentName = (title: string): string => title.slice(0, 60);

/** Where a step stands: whose wish it serves, and which of our steps it follows from. */
export interface StepOf {
  readonly key: OrderKey;
  readonly operationId: string;
}

/**
 * What an invoice and its storno have in common: a number of the series, bytes that never change, a link at the
 * marketplace. Each looks first whether it was done, so that a crash anywhere goes on with the same number and bytes.
 */
export const createInvoiceSteps = (deps: InvoiceDeps, flow: 'invoice' | 'storno') => {
  const { orders, series, settings, files, renderer, marketplace, observer, clock, failpoints, findOutMs } = deps;
  const actor = { kind: 'job', id: `reactor.${flow}` } as const;
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

  /** Appends what a step brought about, and answers the order after it; `follows` caused what the step follows from. */
  const record = async (
    { key, operationId }: StepOf,
    point: 'numbered' | 'issued' | 'attached',
    command: OrderCommand,
    follows: string,
  ): Promise<KnownOrder> => {
    failpoints.reach(`invoice.before_${point}`);
    const { state } = await orders.handle(orderStream(key), command, {
      cause: `${operationId}/${point}`,
      metadata: { correlationId: operationId, causationId: firstEventOf(follows), actor },
    });
    failpoints.reach(`invoice.after_${point}`);
    return known(state, key);
  };

  /** The number that the series holds for this order and purpose: the one claimed before a crash, or the next. */
  const claimNumber = async (
    { key, operationId }: StepOf,
    name: string,
    purpose: string,
  ): Promise<InvoiceClaim & { readonly series: string }> => {
    const { invoiceSeries } = await settings.read();
    const firstNumber = invoiceSeries.find((one) => one.series === name)?.nextNumber ?? 1;
    failpoints.reach('invoice.before_claim');
    const claim = { ...key, purpose };
    const handled = await series.handle(
      invoiceSeriesStream(name),
      { type: 'ClaimInvoiceNumber', data: { series: name, firstNumber, ...claim }, at: clock.now() },
      { cause: `${operationId}/claim`, metadata: { correlationId: operationId, actor } },
    );
    failpoints.reach('invoice.after_claim');
    const claimed = handled.state.claims.get(claimKey(claim));
    if (!claimed) throw new Error(`Series ${name} holds no number for order ${key.orderId}`);
    return { series: name, ...claimed };
  };

  /** The bytes of a number: those kept before a crash, or the ones rendered now. */
  const keepPdf = async (document: InvoiceDocument, buyer: InvoiceBuyer): Promise<InvoiceFile> => {
    failpoints.reach('invoice.before_render');
    const kept =
      (await files.byNumber(document.number)) ??
      (await files.keep(document.number, await renderer.render(document, buyer)));
    failpoints.reach('invoice.after_render');
    return kept;
  };

  /**
   * Gives the marketplace the link. `isResumed`: an earlier process, or an earlier turn of this one, may have sent it.
   * Answers when to look again, or null when it is settled.
   */
  const attach = async (
    step: StepOf,
    order: KnownOrder,
    { number, title, givenUrl }: { number: string; title: string; givenUrl: string | null },
    isResumed: boolean,
    context: CallContext,
  ): Promise<number | null> => {
    const { key, operationId } = step;
    const follows = `${operationId}/issued`;
    const refuse = async (code: string, text: string): Promise<null> => {
      const data = { ...key, operationId, number, code, text, call: null };
      await record(step, 'attached', { type: 'RecordInvoiceAttachRefused', data, at: clock.now() }, follows);
      forget(operationId);
      return null;
    };
    let account: MarketplaceAccount;
    try {
      account = await marketplace.account(key.account);
    } catch (error) {
      if (!(error instanceof MarketplaceError) || error.code !== 'account-unknown') throw error;
      return refuse(error.code, error.message);
    }
    const base = deps.publicUrlFor(account);
    const file = await files.byNumber(number);
    if (!file) throw new Error(`The bytes of invoice ${number} are missing`);
    const url = givenUrl ?? (base === null ? null : `${base}/files/invoices/${file.token}.pdf`);
    if (url === null) {
      return refuse('public-url-missing', 'The marketplace cannot reach this address: set MAGFLOW_PUBLIC_URL');
    }
    const name = attachmentName(title);
    const attached = async (call: CallSummary | null): Promise<null> => {
      const data = { ...key, operationId, number, url, name, call };
      await record(step, 'attached', { type: 'RecordInvoiceAttached', data, at: clock.now() }, follows);
      forget(operationId);
      return null;
    };
    if (isResumed && !unsent.delete(operationId)) {
      const reading = await observer.reread(key, account, context);
      if (reading?.facts.attachments.some((one) => one.url === url)) return attached(null);
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
        return attached(outcome.call);
      case 'refused':
        return refuse(outcome.code, outcome.text);
      case 'not_sent':
      case 'unknown':
        if (!attempts.mayRepeat(operationId, outcome.code)) return refuse(outcome.code, outcome.text);
        if (outcome.kind === 'unknown') return Math.min(findOutMs, LOOK_AGAIN_MS);
        unsent.add(operationId);
        return attempts.pause(operationId, outcome);
    }
  };

  return { record, claimNumber, keepPdf, attach };
};
