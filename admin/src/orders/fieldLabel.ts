import { useCallback } from 'react';
import type { MessageKey } from '../i18n/sentences.js';
import { useMessage, useWord } from '../i18n/useMessage.js';

const LABELS: Readonly<Record<string, MessageKey>> = {
  status_name: 'orders.columns.status',
  total_amount: 'orders.columns.total',
  customer_name: 'orders.columns.customer',
  customer_phone: 'orders.columns.phone',
  customer_email: 'orders.detail.email',
  customer: 'orders.section.customer',
  payment_method: 'orders.columns.payment',
  payment_status: 'orders.columns.payment',
  delivery_mode: 'orders.columns.delivery',
  acknowledged_at: 'orders.columns.acknowledged',
  awb_number: 'orders.columns.awb',
  awbs: 'orders.section.awb',
  courier_name: 'orders.awb_card.courier',
  invoice: 'orders.section.invoice',
  invoice_number: 'orders.columns.invoice',
  invoice_url: 'orders.section.invoice',
  stornos: 'order.storno.of',
  products: 'orders.section.lines',
  vouchers: 'orders.section.vouchers',
  attachments: 'orders.section.attachments',
  amounts: 'orders.section.amounts',
  shipping_address: 'orders.section.shipping',
  billing_address: 'orders.section.billing',
  locker: 'orders.section.locker',
  ship_by: 'orders.detail.ship_by',
  deadlines: 'orders.detail.ship_by',
  observation: 'orders.section.observation',
  finalized_at: 'orders.detail.finalized',
  canceled_at: 'orders.detail.canceled',
  cancellation_request: 'orders.detail.cancellation_request',
  company: 'orders.detail.company',
  cancellation_reason: 'orders.detail.cancellation',
};

/** A JSON Pointer as a person reads it: the part of the order in words, then the field inside it. */
export const useFieldLabel = (): ((path: string) => string) => {
  const message = useMessage();
  const word = useWord();
  return useCallback(
    (path) => {
      const [first = '', ...rest] = path.split('/').slice(1);
      if (first === 'work') return message('order.reason');
      const known = LABELS[first];
      const name = (segment: string): string => word('order.field', segment);
      const inner = rest.filter((segment) => !/^\d+$|~1/.test(segment)).map(name);
      return [known ? message(known) : name(first), ...inner].join(' · ');
    },
    [message, word],
  );
};
