import { noFailpoints } from '../ports/failpoints.js';
import type { OrderObserver } from '../order/orderObserver.js';
import { attemptHandler, trackOperations, type AttemptDeps, type AttemptFlow, type KnownOrder } from './attemptFlow.js';
import type { WishHandler } from './wishHandler.js';

const OPENS = ['DocumentAttachRequested', 'DocumentAttachAttemptStarted'] as const;
const CLOSES = ['InvoiceAttached', 'InvoiceAttachRefused'] as const;

const documentOf = ({ attaching: { url, name } }: KnownOrder): { url: string; name: string } => {
  if (url === undefined || name === undefined) throw new Error('The wish to attach a document lost its link');
  return { url, name };
};

/** A PDF of the seller's own making goes to the marketplace once; its link at the order is the proof. */
export const documentHandler = (observer: OrderObserver, deps: AttemptDeps): WishHandler => {
  const { clock } = deps;
  const flow: AttemptFlow<object> = {
    flow: 'document',
    opensOn: OPENS,
    closesOn: CLOSES,
    provesEarly: true,
    flowOf: (order) => order.attaching,
    claim: (key, claim) => ({ type: 'StartDocumentAttachAttempt', data: { ...key, ...claim }, at: clock.now() }),
    call: (order, { orderId }, account, context) =>
      account.attachInvoice({ orderId, fulfilment: order.facts.fulfilment, ...documentOf(order) }, context),
    done: (order, key, operationId, { call }) => ({
      type: 'RecordDocumentAttached',
      data: { ...key, operationId, ...documentOf(order), call },
      at: clock.now(),
    }),
    refused: (key, operationId, { code, text, call }) => ({
      type: 'RecordDocumentAttachRefused',
      data: { ...key, operationId, code, text, call },
      at: clock.now(),
    }),
    async findOut(order, key, account, context) {
      const operationId = context.correlationId;
      const document = documentOf(order);
      const reading = await observer.reread(key, account, context);
      if (!reading?.facts.attachments.some(({ url }) => url === document.url)) return { verdict: 'did_not_happen' };
      return {
        verdict: 'happened',
        command: {
          type: 'RecordDocumentAttached',
          data: { ...key, operationId, ...document, call: null },
          at: clock.now(),
        },
      };
    },
    afterwards: async (key, account, context) => {
      await observer.reread(key, account, context);
    },
  };
  // Invoices and stornos end in the same events: only those of our own operation close it. The crash tests reach the
  // steps of an attempt through the other flows.
  return { ...attemptHandler(flow, { ...deps, failpoints: noFailpoints }), track: trackOperations(OPENS, CLOSES) };
};
