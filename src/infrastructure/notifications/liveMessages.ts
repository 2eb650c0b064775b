import type { BusMessage } from '../../application/ports/bus.js';
import { ORDER_STATUSES } from '../../domain/order/orderFacts.js';
import { integrationMessage, type IntegrationMessage } from './integrationMessage.js';
import { isBulk, toNotification } from './notification.js';

export type LiveMessageType =
  | 'order_new'
  | 'order_status_change'
  | 'order_acknowledged'
  | 'awb_generated'
  | 'awb_failed'
  | 'invoice_generated'
  | 'sync_progress'
  | 'sync_completed'
  | 'sync_failed'
  | 'offer_changed'
  | 'notification';

/** Every message is on `all` as well. */
export type LiveChannel = 'orders' | 'sync' | 'notifications';

/** A WebSocket envelope (contract §4) with the channel that it goes to. */
export interface LiveMessage {
  readonly channel: LiveChannel;
  /** Opaque to clients; `parseLiveId` reads it. Unique, and the same for everybody who maps the message. */
  readonly id: string;
  readonly type: LiveMessageType;
  readonly data: Readonly<Record<string, unknown>>;
  /** ISO 8601 UTC. */
  readonly timestamp: string;
  readonly position: bigint;
  /** Order among the messages of one event. */
  readonly index: number;
}

interface Content {
  readonly type: LiveMessageType;
  readonly data: Readonly<Record<string, unknown>>;
}

const channelOf = (type: LiveMessageType): LiveChannel => {
  if (type === 'notification') return 'notifications';
  return type.startsWith('sync_') ? 'sync' : 'orders';
};

interface Movement {
  readonly previous_status: number | null;
  readonly previous_status_name: string | null;
  readonly status: number;
  readonly status_name: string;
}

const moved = (data: { account_type: string; order_id: string } & Movement) => ({
  account_type: data.account_type,
  order_id: data.order_id,
  old_status: data.previous_status,
  old_status_name: data.previous_status_name,
  new_status: data.status,
  new_status_name: data.status_name,
});

type OrderChanged = Extract<IntegrationMessage, { type: 'OrderChanged' }>['data'];

/** Changes other than of the status travel along; without a change of the status there is no message for them. */
const orderChanged = (data: OrderChanged): Content[] => {
  const status = data.changes.find(({ field }) => field === 'status');
  if (!status) return [];
  const old = typeof status.from === 'number' ? status.from : null;
  return [
    {
      type: 'order_status_change',
      data: {
        account_type: data.account_type,
        order_id: data.order_id,
        old_status: old,
        old_status_name: old === null ? null : (ORDER_STATUSES[old] ?? null),
        new_status: data.status,
        new_status_name: data.status_name,
        changes: data.changes,
      },
    },
  ];
};

interface SyncRunData {
  readonly sync_run_id: string;
  readonly account_type: string;
  readonly kind: string;
  readonly operation_id: string;
}

interface Progress {
  readonly current_page: number;
  readonly total_pages: number | null;
  readonly processed_items: number;
  readonly total_items: number | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

const nothingYet: Progress = {
  current_page: 0,
  total_pages: null,
  processed_items: 0,
  total_items: null,
  created: 0,
  updated: 0,
  unchanged: 0,
  failed: 0,
};

const syncData = (run: SyncRunData, status: string, progress: Progress) => {
  const { total_items: total, processed_items: processed } = progress;
  return {
    sync_run_id: run.sync_run_id,
    account_type: run.account_type,
    kind: run.kind,
    operation_id: run.operation_id,
    status,
    current_page: progress.current_page,
    total_pages: progress.total_pages,
    processed_items: processed,
    total_items: total,
    progress_percentage: total === null || total === 0 ? null : Math.min(100, Math.floor((processed * 100) / total)),
    created: progress.created,
    updated: progress.updated,
    unchanged: progress.unchanged,
    failed: progress.failed,
  };
};

const contentsOf = (message: IntegrationMessage): Content[] => {
  const { type, data } = message;
  switch (type) {
    case 'OrderReceived': {
      if (isBulk(data.sync_mode)) return [];
      const { account_type, order_id, status, status_name, total_amount, currency, order_date } = data;
      return [
        {
          type: 'order_new',
          data: {
            account_type,
            order_id,
            status,
            status_name,
            type: data.type,
            total_amount,
            currency,
            payment_method: data.payment_method,
            order_date,
          },
        },
      ];
    }
    case 'OrderChanged':
      return orderChanged(data);
    case 'OrderAcknowledged':
      return [{ type: 'order_acknowledged', data: { ...moved(data), operation_id: data.operation_id } }];
    case 'StatusChanged':
      return [{ type: 'order_status_change', data: { ...moved(data), operation_id: data.operation_id } }];
    case 'AwbGenerated': {
      const { account_type, order_id, operation_id, awb_number, courier_account_id, courier_name } = data;
      return [
        {
          type: 'awb_generated',
          data: {
            account_type,
            order_id,
            operation_id,
            status: 'generated',
            awb_number,
            courier_account_id,
            courier_name,
          },
        },
      ];
    }
    case 'AwbResolved': {
      const { account_type, order_id, operation_id, awb_number } = data;
      return data.none_exists || awb_number === null
        ? [
            {
              type: 'awb_failed',
              data: { account_type, order_id, operation_id, status: 'refused', code: 'awb-none-exists' },
            },
          ]
        : [{ type: 'awb_generated', data: { account_type, order_id, operation_id, status: 'generated', awb_number } }];
    }
    case 'AwbRefused': {
      const { account_type, order_id, operation_id, code } = data;
      return [{ type: 'awb_failed', data: { account_type, order_id, operation_id, status: 'refused', code } }];
    }
    case 'AwbInDoubt': {
      const { account_type, order_id, operation_id } = data;
      return [
        {
          type: 'awb_failed',
          data: { account_type, order_id, operation_id, status: 'in_doubt', code: 'awb-in-doubt' },
        },
      ];
    }
    case 'InvoiceIssued': {
      const { account_type, order_id, operation_id, number } = data;
      return [{ type: 'invoice_generated', data: { account_type, order_id, operation_id, number, storno_of: null } }];
    }
    case 'StornoIssued': {
      const { account_type, order_id, operation_id, number, storno_of } = data;
      return [{ type: 'invoice_generated', data: { account_type, order_id, operation_id, number, storno_of } }];
    }
    case 'OfferReceived': {
      if (isBulk(data.sync_mode)) return [];
      const { account_type, offer_id, sku } = data;
      return [{ type: 'offer_changed', data: { account_type, offer_id, sku, is_new: true, changes: [] } }];
    }
    case 'OfferChanged': {
      const { account_type, offer_id, sku, changes } = data;
      return changes.length === 0
        ? []
        : [{ type: 'offer_changed', data: { account_type, offer_id, sku, is_new: false, changes } }];
    }
    case 'SyncRunRequested':
      return [{ type: 'sync_progress', data: { ...syncData(data, 'queued', nothingYet), mode: data.mode } }];
    case 'SyncRunStarted':
      return [{ type: 'sync_progress', data: syncData(data, 'running', nothingYet) }];
    case 'SyncRunProgressed':
      return [{ type: 'sync_progress', data: syncData(data, 'running', data) }];
    case 'SyncRunCompleted':
      return [{ type: 'sync_completed', data: { ...syncData(data, 'completed', data), missing: data.missing } }];
    case 'SyncRunCancelled':
      return [{ type: 'sync_completed', data: { ...syncData(data, 'cancelled', data), missing: 0 } }];
    case 'SyncRunFailed':
      return [{ type: 'sync_failed', data: { ...syncData(data, 'failed', data), code: data.code } }];
    default:
      return [];
  }
};

const LIVE_ID = /^([^.]{1,64})\.(\d{1,20})\.(\d)$/;
const storeOf = (source: string): string => source.slice(source.lastIndexOf('/') + 1);

/** Where a client stopped; null for an id that is none of this log's, since positions mean nothing in another. */
export const parseLiveId = (id: string, storeId: string): { position: bigint; index: number } | null => {
  const [, store, position, index] = LIVE_ID.exec(id) ?? [];
  if (store !== storeId || position === undefined || index === undefined) return null;
  return { position: BigInt(position), index: Number(index) };
};

/**
 * What clients hear of one bus message, in order; often nothing. Pure, so that a replay from the log says exactly what
 * was said live. Orders and offers that a full or historical sync reads for the first time are told by `sync_progress`.
 */
export const toLiveMessages = (message: BusMessage): readonly LiveMessage[] => {
  const known = integrationMessage(message);
  const notification = toNotification(message);
  const told: Content[] = notification
    ? [
        {
          type: 'notification',
          data: {
            id: notification.id,
            kind: notification.kind,
            severity: notification.severity,
            ...notification.data,
          },
        },
      ]
    : [];
  return [...(known ? contentsOf(known) : []), ...told].map(({ type, data }, index) => ({
    channel: channelOf(type),
    id: `${storeOf(message.source)}.${message.position}.${index}`,
    type,
    data,
    timestamp: message.time,
    position: message.position,
    index,
  }));
};
