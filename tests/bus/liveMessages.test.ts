import { describe, expect, it } from '@jest/globals';
import type { BusMessage } from '../../src/application/ports/bus.js';
import { parseLiveId, toLiveMessages } from '../../src/infrastructure/notifications/liveMessages.js';

const message = (type: string, data: Record<string, unknown>): BusMessage => ({
  topic: 'magflow.orders.v1',
  id: '1b671a64-40d5-491e-99b0-da01ff1f3341',
  type: `magflow.${type}`,
  source: '/magflow/8d5f1f0e-3b3a-4c53-8f6e-2b4f7a9f0c11',
  subject: 'main-3115229985',
  time: '2026-03-01T10:00:00.000Z',
  key: 'order-main-3115229985',
  stream: 'order-main-3115229985',
  revision: 4n,
  position: 1234n,
  data,
});

const key = { account_type: 'main', order_id: '3115229985' };
const operation = { ...key, operation_id: 'op-1', at: '2026-03-01T10:00:00.000Z' };
const received = {
  ...key,
  status: 1,
  status_name: 'new',
  type: 3,
  is_complete: true,
  payment_method: 'card',
  payment_status: 'paid',
  delivery_mode: 'courier',
  order_date: '2026-03-01T09:58:00.000Z',
  ship_by: null,
  total_amount: '242.00',
  currency: 'RON',
  products: [],
  modified_at: '2026-03-01T09:58:00.000Z',
  sync_run_id: 'run-1',
};
const run = {
  sync_run_id: 'run-1',
  account_type: 'main',
  kind: 'orders',
  operation_id: 'op-1',
  at: '2026-03-01T10:00:00.000Z',
};
const counts = {
  current_page: 2,
  total_pages: 4,
  processed_items: 200,
  total_items: 400,
  created: 190,
  updated: 10,
  unchanged: 0,
  failed: 0,
};

const told = (type: string, data: Record<string, unknown>) =>
  toLiveMessages(message(type, data)).map((live) => [live.channel, live.type, live.data]);

describe('live messages', () => {
  it('announce a new order, and notify of it', () => {
    expect(toLiveMessages(message('OrderReceived', { ...received, sync_mode: 'incremental' }))).toEqual([
      {
        channel: 'orders',
        id: '8d5f1f0e-3b3a-4c53-8f6e-2b4f7a9f0c11.1234.0',
        type: 'order_new',
        data: {
          ...key,
          status: 1,
          status_name: 'new',
          type: 3,
          total_amount: '242.00',
          currency: 'RON',
          payment_method: 'card',
          order_date: '2026-03-01T09:58:00.000Z',
        },
        timestamp: '2026-03-01T10:00:00.000Z',
        position: 1234n,
        index: 0,
      },
      {
        channel: 'notifications',
        id: '8d5f1f0e-3b3a-4c53-8f6e-2b4f7a9f0c11.1234.1',
        type: 'notification',
        data: {
          id: '1b671a64-40d5-491e-99b0-da01ff1f3341',
          kind: 'order_new',
          severity: 'info',
          ...key,
          status: 1,
          status_name: 'new',
          total_amount: '242.00',
          currency: 'RON',
        },
        timestamp: '2026-03-01T10:00:00.000Z',
        position: 1234n,
        index: 1,
      },
    ]);
  });

  it.each(['full', 'historical'])('are silent about each order of a %s sync', (sync_mode) => {
    expect(told('OrderReceived', { ...received, sync_mode })).toEqual([]);
  });

  it('tell the old and the new status', () => {
    const changes = [{ field: 'status', from: 2, to: 3 }];
    expect(
      told('OrderChanged', {
        ...key,
        status: 3,
        status_name: 'prepared',
        total_amount: '242.00',
        currency: 'RON',
        changes,
        products: null,
        modified_at: '2026-03-01T09:58:00.000Z',
        sync_run_id: null,
        sync_mode: null,
      }),
    ).toEqual([
      [
        'orders',
        'order_status_change',
        {
          ...key,
          old_status: 2,
          old_status_name: 'in_progress',
          new_status: 3,
          new_status_name: 'prepared',
          changes,
        },
      ],
    ]);
  });

  it('tell an acknowledgement', () => {
    expect(
      told('OrderAcknowledged', {
        ...operation,
        previous_status: 1,
        previous_status_name: 'new',
        status: 2,
        status_name: 'in_progress',
      }),
    ).toEqual([
      [
        'orders',
        'order_acknowledged',
        {
          ...key,
          old_status: 1,
          old_status_name: 'new',
          new_status: 2,
          new_status_name: 'in_progress',
          operation_id: 'op-1',
        },
      ],
    ]);
  });

  it('tell an AWB, one refused and one in doubt', () => {
    expect(
      told('AwbGenerated', {
        ...operation,
        awb_number: '4EMG1',
        reservation_id: null,
        barcodes: ['4EMG1001'],
        courier_account_id: '5',
        courier_name: 'Sameday',
      }).map(([, type, data]) => [type, data]),
    ).toEqual([
      [
        'awb_generated',
        {
          ...key,
          operation_id: 'op-1',
          status: 'generated',
          awb_number: '4EMG1',
          courier_account_id: '5',
          courier_name: 'Sameday',
        },
      ],
    ]);
    expect(told('AwbRefused', { ...operation, code: 'marketplace-refused' })).toEqual([
      ['orders', 'awb_failed', { ...key, operation_id: 'op-1', status: 'refused', code: 'marketplace-refused' }],
      [
        'notifications',
        'notification',
        {
          id: '1b671a64-40d5-491e-99b0-da01ff1f3341',
          kind: 'awb_failed',
          severity: 'error',
          ...key,
          operation_id: 'op-1',
          code: 'marketplace-refused',
        },
      ],
    ]);
    expect(told('AwbInDoubt', operation).map(([, type, data]) => [type, data])).toEqual([
      ['awb_failed', { ...key, operation_id: 'op-1', status: 'in_doubt', code: 'awb-in-doubt' }],
      [
        'notification',
        {
          id: '1b671a64-40d5-491e-99b0-da01ff1f3341',
          kind: 'awb_in_doubt',
          severity: 'warning',
          ...key,
          operation_id: 'op-1',
        },
      ],
    ]);
  });

  it('tell what changed of an offer, and notify of an edit that failed or was overruled', () => {
    const offer = { account_type: 'main', offer_id: '501234' };
    const changes = [{ field: 'price_net', from: '148.7603', to: '139.6694' }];
    const at = '2026-03-01T10:00:00.000Z';
    const bySync = { sync_run_id: null, sync_mode: null };
    expect(told('OfferChanged', { ...offer, sku: 'RDX', changes, at, ...bySync })).toEqual([
      ['orders', 'offer_changed', { ...offer, sku: 'RDX', is_new: false, changes }],
    ]);
    expect(told('OfferChangeRequested', { ...offer, operation_id: 'op-1', at, requested: { stock: 3 } })).toEqual([]);
    expect(told('OfferChangeRefused', { ...offer, operation_id: 'op-1', at, code: 'refused' })).toEqual([
      [
        'notifications',
        'notification',
        {
          id: '1b671a64-40d5-491e-99b0-da01ff1f3341',
          kind: 'offer_change_failed',
          severity: 'error',
          ...offer,
          operation_id: 'op-1',
          code: 'refused',
        },
      ],
    ]);
    const shown = { price_net: '150.0000', stock: 3, status: 1, status_name: 'active' };
    const ours = { price_net: '139.6694' };
    expect(told('OfferConflictFound', { ...offer, ours, shown, at, ...bySync })).toEqual([
      [
        'notifications',
        'notification',
        {
          id: '1b671a64-40d5-491e-99b0-da01ff1f3341',
          kind: 'offer_conflict',
          severity: 'warning',
          ...offer,
          ours,
          shown,
        },
      ],
    ]);
  });

  it('show a sync moving and ending', () => {
    expect(told('SyncRunProgressed', { ...run, ...counts })).toEqual([
      [
        'sync',
        'sync_progress',
        {
          sync_run_id: 'run-1',
          account_type: 'main',
          kind: 'orders',
          operation_id: 'op-1',
          status: 'running',
          progress_percentage: 50,
          ...counts,
        },
      ],
    ]);
    expect(told('SyncRunCompleted', { ...run, ...counts, missing: 0 }).map(([, type]) => type)).toEqual([
      'sync_completed',
    ]);
    expect(told('SyncRunFailed', { ...run, ...counts, code: 'credentials' }).map(([, type]) => type)).toEqual([
      'sync_failed',
      'notification',
    ]);
  });

  it('leave out what this release does not know', () => {
    expect(told('OrderGiftWrapped', key)).toEqual([]);
    expect(told('OrderReceived', { unreadable: true })).toEqual([]);
  });

  it('have ids that lead back into the same log only', () => {
    const [live] = toLiveMessages(message('AwbInDoubt', operation));
    expect(parseLiveId(live?.id ?? '', '8d5f1f0e-3b3a-4c53-8f6e-2b4f7a9f0c11')).toEqual({ position: 1234n, index: 0 });
    expect(parseLiveId(live?.id ?? '', 'another')).toBeNull();
    expect(parseLiveId("1234'; drop table", 'another')).toBeNull();
  });
});
