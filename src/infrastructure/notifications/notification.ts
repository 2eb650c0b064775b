import { LOG_TOPICS, type BusMessage } from '../../application/ports/bus.js';
import { integrationMessage, type IntegrationMessage } from './integrationMessage.js';

export type NotificationKind =
  | 'order_new'
  | 'acknowledge_failed'
  | 'status_change_failed'
  | 'awb_failed'
  | 'awb_in_doubt'
  | 'invoice_attach_failed'
  | 'offer_change_failed'
  | 'offer_conflict'
  | 'bulk_ended'
  | 'sync_failed'
  | 'sync_incomplete';

/** A part of the installation, and how it stands: `storage_warning`. */
export type ConditionKind = `${string}_${'warning' | 'failing'}`;

/** What is told without an event of the log: `data` of the first two names their checks or order. */
export type AlertKind = 'health_check_failed' | 'acknowledge_parked' | ConditionKind;

/** What a person should hear of, kept until read. `data` names the object; it holds nothing of a person. */
export interface Notification {
  /** The event's id: the same event never notifies twice. */
  readonly id: string;
  readonly kind: NotificationKind;
  readonly severity: 'info' | 'warning' | 'error';
  readonly data: Readonly<Record<string, unknown>>;
  readonly position: bigint;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
}

type Content = Pick<Notification, 'kind' | 'severity' | 'data'>;

/** Reading back history is not news. */
export const isBulk = (mode: 'incremental' | 'full' | 'historical' | null): boolean =>
  mode === 'full' || mode === 'historical';

const ofRefusal = (data: { account_type: string; order_id: string; operation_id: string; code: string }) => ({
  account_type: data.account_type,
  order_id: data.order_id,
  operation_id: data.operation_id,
  code: data.code,
});

const contentOf = ({ type, data }: IntegrationMessage): Content | null => {
  switch (type) {
    case 'OrderReceived': {
      // An order that is already past `new` needs nobody.
      if (isBulk(data.sync_mode) || data.status_name !== 'new') return null;
      const { account_type, order_id, status, status_name, total_amount, currency } = data;
      return {
        kind: 'order_new',
        severity: 'info',
        data: { account_type, order_id, status, status_name, total_amount, currency },
      };
    }
    case 'AcknowledgeRefused':
      return { kind: 'acknowledge_failed', severity: 'error', data: ofRefusal(data) };
    case 'StatusChangeRefused':
      return { kind: 'status_change_failed', severity: 'error', data: ofRefusal(data) };
    case 'AwbRefused':
      return { kind: 'awb_failed', severity: 'error', data: ofRefusal(data) };
    case 'AwbInDoubt': {
      const { account_type, order_id, operation_id } = data;
      return { kind: 'awb_in_doubt', severity: 'warning', data: { account_type, order_id, operation_id } };
    }
    case 'InvoiceAttachRefused':
      return { kind: 'invoice_attach_failed', severity: 'warning', data: { ...ofRefusal(data), number: data.number } };
    case 'OfferChangeRefused': {
      const { account_type, offer_id, operation_id, code } = data;
      return { kind: 'offer_change_failed', severity: 'error', data: { account_type, offer_id, operation_id, code } };
    }
    case 'OfferConflictFound': {
      const { account_type, offer_id, ours, shown } = data;
      return { kind: 'offer_conflict', severity: 'warning', data: { account_type, offer_id, ours, shown } };
    }
    case 'SyncRunFailed': {
      const { sync_run_id, account_type, kind, operation_id, code } = data;
      return {
        kind: 'sync_failed',
        severity: 'error',
        data: { sync_run_id, account_type, sync_kind: kind, operation_id, code },
      };
    }
    case 'SyncRunCompleted': {
      const { sync_run_id, account_type, kind, operation_id, missing, failed } = data;
      if (missing === 0 && failed === 0) return null;
      return {
        kind: 'sync_incomplete',
        severity: 'warning',
        data: { sync_run_id, account_type, sync_kind: kind, operation_id, missing, failed },
      };
    }
    default:
      return null;
  }
};

/** "37 of 40 AWBs": how a bulk came to its end, or that it rests in doubt. */
const ofOperation = ({ data }: BusMessage): Content => ({
  kind: 'bulk_ended',
  severity: data['state'] === 'succeeded' ? 'info' : data['state'] === 'failed' ? 'error' : 'warning',
  data,
});

/** The notification that a message makes, if any. Pure: sockets and the stored record say the same. */
export const toNotification = (message: BusMessage): Notification | null => {
  const known = integrationMessage(message);
  const content = message.topic === LOG_TOPICS.operations ? ofOperation(message) : known && contentOf(known);
  return content && { ...content, id: message.id, position: message.position, createdAt: message.time };
};
