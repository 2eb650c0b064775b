import type { InvoiceBuyer, InvoiceDocument } from '../invoice/invoiceDocument.js';
import { isReversed } from '../invoice/stornoLines.js';
import type {
  AwbMarketplaceStatus,
  AwbParcelRequest,
  OrderEvent,
  PartOfBulk,
  Refusal,
  StatusWish,
  StornoWish,
} from './orderEvents.js';
import type { OrderFacts, OrderPerson, OrderStatus } from './orderFacts.js';

/** Where a wish stands. `attempted` without an outcome must be found out before anything is repeated. */
export type Flow = PartOfBulk & FlowPhase;

type FlowPhase =
  | { readonly phase: 'idle' }
  | { readonly phase: 'requested'; readonly operationId: string; readonly at: string }
  | { readonly phase: 'attempted'; readonly operationId: string; readonly attemptId: string; readonly at: string }
  | { readonly phase: 'in_doubt'; readonly operationId: string; readonly at: string; readonly reason: string }
  | { readonly phase: 'done'; readonly operationId: string; readonly at: string }
  | ({ readonly phase: 'refused'; readonly operationId: string; readonly at: string } & Refusal);

/** An AWB that exists. `isManual` when a person entered the number of one in doubt. */
export interface Awb {
  readonly operationId: string;
  readonly awbNumber: string;
  readonly reservationId: string | null;
  readonly parcels: readonly { readonly emagId: string; readonly barcode: string }[];
  readonly courierAccountId: string | null;
  readonly courierName: string | null;
  readonly request: AwbParcelRequest | null;
  readonly issuedAt: string;
  readonly isManual: boolean;
  readonly marketplaceStatus: AwbMarketplaceStatus | null;
}

export interface Invoice {
  readonly operationId: string;
  readonly number: string;
  readonly document: InvoiceDocument;
  readonly buyer: InvoiceBuyer;
  readonly issued: { readonly sha256: string; readonly bytes: number; readonly at: string } | null;
  readonly attached: { readonly url: string; readonly at: string } | null;
  readonly attachRefusal: Refusal | null;
}

/** An order as its stream tells it. `facts` is null only before the first event. */
export interface Order {
  readonly facts: OrderFacts | null;
  readonly person: OrderPerson | null;
  readonly personId: string | null;
  readonly modifiedAt: string | null;
  readonly digest: string | null;
  readonly receivedAt: string | null;
  /** Time of our own last fact: a reading begun before it says nothing about it. */
  readonly lastFactAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly finalizedAt: string | null;
  readonly canceledAt: string | null;
  readonly acknowledge: Flow;
  readonly statusChange: Flow & { readonly wish?: StatusWish };
  readonly awb: Flow & {
    readonly request?: AwbParcelRequest;
    readonly force?: boolean;
    readonly statusBefore?: OrderStatus;
  };
  readonly awbs: readonly Awb[];
  readonly invoicing: Flow & { readonly series?: string; readonly invoiceUrl?: string | null };
  readonly invoice: Invoice | null;
  readonly stornoing: Flow & { readonly wish?: StornoWish };
  /** Credit notes of the invoice, oldest first. */
  readonly stornos: readonly Invoice[];
  readonly attaching: Flow & { readonly url?: string; readonly name?: string };
  /** The last document of somebody else's making that we attached. */
  readonly attachedDocument: { readonly url: string; readonly at: string } | null;
}

/** The whole invoice has gone back. */
export const isInvoiceReversed = ({ invoice, stornos }: Pick<Order, 'invoice' | 'stornos'>): boolean =>
  invoice !== null &&
  isReversed(
    invoice.document,
    stornos.map(({ document }) => document),
  );

const idle: Flow = { phase: 'idle' };

const bulkOf = ({ bulkId }: PartOfBulk): PartOfBulk => (bulkId === undefined ? {} : { bulkId });

export const emptyOrder: Order = {
  facts: null,
  person: null,
  personId: null,
  modifiedAt: null,
  digest: null,
  receivedAt: null,
  lastFactAt: null,
  acknowledgedAt: null,
  finalizedAt: null,
  canceledAt: null,
  acknowledge: idle,
  statusChange: idle,
  awb: idle,
  awbs: [],
  invoicing: idle,
  invoice: null,
  stornoing: idle,
  stornos: [],
  attaching: idle,
  attachedDocument: null,
};

/** The order with what became of the link to its invoice, to one of its stornos, or to another document. */
const withLink = (
  order: Order,
  number: string | null,
  flow: Flow,
  link: Pick<Invoice, 'attached' | 'attachRefusal'>,
): Order => {
  if (number === null) return { ...order, attaching: flow, attachedDocument: link.attached ?? order.attachedDocument };
  if (order.invoice?.number === number) {
    return {
      ...order,
      invoicing: flow,
      invoice: { ...order.invoice, ...link, attached: link.attached ?? order.invoice.attached },
    };
  }
  if (!order.stornos.some((storno) => storno.number === number)) return order;
  return {
    ...order,
    stornoing: flow,
    stornos: order.stornos.map((one) =>
      one.number === number ? { ...one, ...link, attached: link.attached ?? one.attached } : one,
    ),
  };
};

const withStatus = (order: Order, status: OrderStatus, at: string): Order => {
  const before = order.facts?.status;
  if (!order.facts || before === status) return order;
  return {
    ...order,
    facts: { ...order.facts, status },
    acknowledgedAt: before === 'new' && status !== 'canceled' ? (order.acknowledgedAt ?? at) : order.acknowledgedAt,
    finalizedAt: status === 'finalized' ? (order.facts.finalizedAt ?? at) : order.finalizedAt,
    canceledAt: status === 'canceled' ? at : order.canceledAt,
  };
};

/** What each fact does to an order. Unknown types change nothing. */
export const evolveOrder = (order: Order, event: OrderEvent): Order => {
  switch (event.type) {
    case 'OrderReceived': {
      const { facts, personal, personId, modifiedAt, digest, at } = event.data;
      return {
        ...order,
        facts,
        person: personal,
        personId,
        modifiedAt,
        digest,
        receivedAt: at,
        finalizedAt: facts.finalizedAt,
        canceledAt: facts.status === 'canceled' ? modifiedAt : null,
      };
    }
    case 'OrderChanged': {
      if (!order.facts || !order.person) return order;
      const { changed, personal, personId, modifiedAt, digest } = event.data;
      const moved = changed.status ? withStatus(order, changed.status, modifiedAt) : order;
      return {
        ...moved,
        facts: { ...order.facts, ...changed },
        person: { ...order.person, ...personal },
        personId,
        modifiedAt,
        digest,
        finalizedAt: changed.finalizedAt ?? moved.finalizedAt,
      };
    }
    case 'AcknowledgeRequested':
      return {
        ...order,
        acknowledge: {
          phase: 'requested',
          operationId: event.data.operationId,
          at: event.data.at,
          ...bulkOf(event.data),
        },
      };
    case 'AcknowledgeAttemptStarted': {
      const { operationId, attemptId, at } = event.data;
      return {
        ...order,
        acknowledge: { phase: 'attempted', operationId, attemptId, at, ...bulkOf(order.acknowledge) },
      };
    }
    case 'OrderAcknowledged': {
      const { operationId, at } = event.data;
      const acknowledged = order.facts?.status === 'new' ? withStatus(order, 'in_progress', at) : order;
      return { ...acknowledged, acknowledge: { phase: 'done', operationId, at }, lastFactAt: at };
    }
    case 'AcknowledgeRefused': {
      const { operationId, at, code, text } = event.data;
      return { ...order, acknowledge: { phase: 'refused', operationId, at, code, text } };
    }
    case 'StatusChangeRequested': {
      const { operationId, at, newStatus, reasonCancellation, lines, isStorno } = event.data;
      const wish = { newStatus, reasonCancellation, lines, isStorno };
      return { ...order, statusChange: { phase: 'requested', operationId, at, wish } };
    }
    case 'StatusChangeAttemptStarted': {
      const { operationId, attemptId, at } = event.data;
      const { wish } = order.statusChange;
      return { ...order, statusChange: { phase: 'attempted', operationId, attemptId, at, ...(wish && { wish }) } };
    }
    case 'StatusChanged': {
      const { operationId, at, newStatus } = event.data;
      return { ...withStatus(order, newStatus, at), statusChange: { phase: 'done', operationId, at }, lastFactAt: at };
    }
    case 'StatusChangeRefused': {
      const { operationId, at, code, text } = event.data;
      return { ...order, statusChange: { phase: 'refused', operationId, at, code, text } };
    }
    case 'AwbRequested': {
      const { operationId, at, parcel, force } = event.data;
      return {
        ...order,
        awb: { phase: 'requested', operationId, at, request: parcel, force, ...bulkOf(event.data) },
      };
    }
    case 'AwbAttemptStarted': {
      const { operationId, attemptId, at, statusBefore } = event.data;
      const { request, force } = order.awb;
      return {
        ...order,
        awb: {
          phase: 'attempted',
          operationId,
          attemptId,
          at,
          statusBefore,
          ...(request && { request }),
          ...(force !== undefined && { force }),
          ...bulkOf(order.awb),
        },
      };
    }
    case 'AwbGenerated': {
      const { operationId, at, awbNumber, reservationId, parcels, courierAccountId, courierName } = event.data;
      const awb: Awb = {
        operationId,
        awbNumber,
        reservationId,
        parcels,
        courierAccountId,
        courierName,
        request: order.awb.request ?? null,
        issuedAt: at,
        isManual: false,
        marketplaceStatus: null,
      };
      return { ...order, awb: { phase: 'done', operationId, at }, awbs: [...order.awbs, awb], lastFactAt: at };
    }
    case 'AwbRefused': {
      const { operationId, at, code, text } = event.data;
      const { request } = order.awb;
      return { ...order, awb: { phase: 'refused', operationId, at, code, text, ...(request && { request }) } };
    }
    case 'AwbInDoubt': {
      const { operationId, at, reason } = event.data;
      const { request } = order.awb;
      return {
        ...order,
        awb: { phase: 'in_doubt', operationId, at, reason, ...(request && { request }), ...bulkOf(order.awb) },
      };
    }
    case 'AwbResolved': {
      const { operationId, at, awbNumber, noneExists, reason } = event.data;
      if (noneExists || awbNumber === null) {
        return { ...order, awb: { phase: 'refused', operationId, at, code: 'awb-none-exists', text: reason ?? '' } };
      }
      const awb: Awb = {
        operationId,
        awbNumber,
        reservationId: null,
        parcels: [],
        courierAccountId: order.awb.request?.courierAccountId ?? null,
        courierName: null,
        request: order.awb.request ?? null,
        issuedAt: at,
        isManual: true,
        marketplaceStatus: null,
      };
      return { ...order, awb: { phase: 'done', operationId, at }, awbs: [...order.awbs, awb] };
    }
    case 'AwbStatusChanged': {
      const { awbNumber, status } = event.data;
      return {
        ...order,
        awbs: order.awbs.map((awb) => (awb.awbNumber === awbNumber ? { ...awb, marketplaceStatus: status } : awb)),
      };
    }
    case 'InvoiceRequested': {
      const { operationId, at, series, invoiceUrl } = event.data;
      return {
        ...order,
        invoicing: { phase: 'requested', operationId, at, series, invoiceUrl, ...bulkOf(event.data) },
      };
    }
    case 'InvoiceNumbered': {
      const { operationId, number, invoice, personal } = event.data;
      return {
        ...order,
        invoice: {
          operationId,
          number,
          document: invoice,
          buyer: personal,
          issued: null,
          attached: null,
          attachRefusal: null,
        },
      };
    }
    case 'InvoiceIssued': {
      const { sha256, bytes, at } = event.data;
      return order.invoice ? { ...order, invoice: { ...order.invoice, issued: { sha256, bytes, at } } } : order;
    }
    case 'InvoiceAttached': {
      const { operationId, number, url, at } = event.data;
      const flow = { phase: 'done', operationId, at } as const;
      return withLink(order, number, flow, { attached: { url, at }, attachRefusal: null });
    }
    case 'InvoiceAttachRefused': {
      const { operationId, number, at, code, text } = event.data;
      // An invoice is issued all the same; a document of somebody else's was only to be attached.
      const flow =
        number === null
          ? ({ phase: 'refused', operationId, at, code, text } as const)
          : ({ phase: 'done', operationId, at } as const);
      return withLink(order, number, flow, { attached: null, attachRefusal: { code, text } });
    }
    case 'StornoRequested': {
      const { operationId, at, stornoOf, series, lines, shipping, reason } = event.data;
      const wish = { stornoOf, series, lines, shipping, reason };
      return { ...order, stornoing: { phase: 'requested', operationId, at, wish } };
    }
    case 'StornoIssued': {
      const { operationId, number, invoice, personal, sha256, bytes, at } = event.data;
      const storno: Invoice = {
        operationId,
        number,
        document: invoice,
        buyer: personal,
        issued: { sha256, bytes, at },
        attached: null,
        attachRefusal: null,
      };
      return { ...order, stornos: [...order.stornos, storno] };
    }
    case 'DocumentAttachRequested': {
      const { operationId, at, url, name } = event.data;
      return { ...order, attaching: { phase: 'requested', operationId, at, url, name } };
    }
    case 'DocumentAttachAttemptStarted': {
      const { operationId, attemptId, at } = event.data;
      const { url, name } = order.attaching;
      return {
        ...order,
        attaching: {
          phase: 'attempted',
          operationId,
          attemptId,
          at,
          ...(url !== undefined && { url }),
          ...(name !== undefined && { name }),
        },
      };
    }
    default:
      return order; // written by a newer release: skip it, keep reading the stream
  }
};
