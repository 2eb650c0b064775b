import { createHash } from 'node:crypto';
import { Aggregates } from '../../src/application/aggregates.js';
import { PickupAddresses } from '../../src/application/order/awbInputs.js';
import { bulkHandler } from '../../src/application/operations/bulkHandler.js';
import type { BulkAggregates } from '../../src/application/operations/bulkService.js';
import { OrderObserver } from '../../src/application/order/orderObserver.js';
import { createOrderService, type OrderAggregates } from '../../src/application/order/orderService.js';
import { systemClock } from '../../src/application/ports/clock.js';
import { noFailpoints } from '../../src/application/ports/failpoints.js';
import type { InvoiceFile, InvoiceFiles } from '../../src/application/ports/invoiceFiles.js';
import type { Settings, SettingsStore } from '../../src/application/ports/settings.js';
import { acknowledgeFlow } from '../../src/application/reactors/acknowledgeFlow.js';
import { attemptHandler, type AttemptDeps } from '../../src/application/reactors/attemptFlow.js';
import { awbFlow } from '../../src/application/reactors/awbFlow.js';
import { documentHandler } from '../../src/application/reactors/documentHandler.js';
import { invoiceHandler } from '../../src/application/reactors/invoiceHandler.js';
import type { InvoiceDeps } from '../../src/application/reactors/invoiceSteps.js';
import { stornoHandler } from '../../src/application/reactors/stornoHandler.js';
import { ReactorRunner, type ReactorCheckpoints } from '../../src/application/reactors/reactorRunner.js';
import { statusFlow } from '../../src/application/reactors/statusFlow.js';
import { invoiceSeriesDecider } from '../../src/domain/invoiceSeries/invoiceSeries.js';
import { bulkDecider } from '../../src/domain/operation/bulk.js';
import { orderDecider } from '../../src/domain/order/order.js';
import type { OrderService } from '../../src/application/services.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { FakeMarketplace } from './fakeMarketplace.js';

export const SELLER = {
  name: 'Magazin Demo SRL',
  fiscalCode: 'RO12345678',
  registration: 'J12/1/2020',
  address: 'Str. Fabricii 1',
  city: 'Cluj-Napoca',
  county: 'Cluj',
  postcode: '400001',
  country: 'RO',
  iban: '',
  contact: 'Depozit',
  phone: '+40700000002',
};

const settings: Settings = {
  revision: 0n,
  seller: SELLER,
  invoiceSeries: [{ series: 'MF', nextNumber: 1, accounts: [] }],
  automation: {},
};

export const settingsStore: SettingsStore = {
  read: () => Promise.resolve(settings),
  save: () => Promise.resolve(settings),
};

class MemoryFiles implements InvoiceFiles {
  readonly kept = new Map<string, InvoiceFile>();
  /** The next file is lost with the process that renders it. */
  failOnce = false;
  keep(number: string, bytes: Uint8Array): Promise<InvoiceFile> {
    if (this.failOnce) {
      this.failOnce = false;
      return Promise.reject(new Error('the disk is gone'));
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = this.kept.get(number) ?? { number, token: `t-${number}`, sha256, bytes, fetchedAt: null };
    this.kept.set(number, file);
    return Promise.resolve(file);
  }
  byNumber(number: string): Promise<InvoiceFile | null> {
    return Promise.resolve(this.kept.get(number) ?? null);
  }
  byToken(): Promise<InvoiceFile | null> {
    return Promise.resolve(null);
  }
  markFetched(): Promise<void> {
    return Promise.resolve();
  }
}

class MemoryCheckpoints implements ReactorCheckpoints {
  position: bigint | null = null;
  load(): Promise<bigint | null> {
    return Promise.resolve(this.position);
  }
  save(_name: string, _storeId: string, position: bigint): Promise<void> {
    this.position = position;
    return Promise.resolve();
  }
}

export const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** The write side in memory: one log, one marketplace, and workers that come and go over them. */
export class ReactorBench {
  readonly store = new InMemoryEventStore();
  readonly marketplace = new FakeMarketplace();
  readonly files = new MemoryFiles();
  readonly checkpoints = new MemoryCheckpoints();
  readonly warnings: string[] = [];
  private readonly running: { runner: ReactorRunner; done: Promise<void> }[] = [];

  newOrders(): OrderAggregates {
    return new Aggregates(this.store, orderDecider);
  }

  service(orders: OrderAggregates = this.newOrders()) {
    return createOrderService({ orders, settings: settingsStore, clock: systemClock, failpoints: noFailpoints });
  }

  observer(orders: OrderAggregates = this.newOrders()): OrderObserver {
    return new OrderObserver(orders, systemClock, digest);
  }

  bulks(): BulkAggregates {
    return new Aggregates(this.store, bulkDecider);
  }

  /** A worker process of its own: own cache, own memory of attempts. `orders` stands in for what bulks ask. */
  startWorker(
    options: {
      findOutMs?: number;
      settleMs?: number;
      publicUrl?: string | null;
      orders?: (service: OrderService) => OrderService;
    } = {},
  ): void {
    const orders = this.newOrders();
    const observer = this.observer(orders);
    const deps: AttemptDeps = {
      orders,
      marketplace: this.marketplace,
      clock: systemClock,
      failpoints: noFailpoints,
      findOutMs: options.findOutMs ?? 100,
      background: (work) => void work().catch(() => undefined),
    };
    const times = { settleMs: options.settleMs ?? 200, lookAgainMs: 50, finalisedWithinMs: 100, rereadEveryMs: 20 };
    const invoicing: InvoiceDeps = {
      ...deps,
      observer,
      series: new Aggregates(this.store, invoiceSeriesDecider),
      settings: settingsStore,
      files: this.files,
      renderer: { render: ({ number }) => Promise.resolve(Buffer.from(`%PDF ${number}`)) },
      publicUrlFor: () => (options.publicUrl === undefined ? 'https://shop.example' : options.publicUrl),
    };
    const lead = new AbortController().signal;
    const runner = new ReactorRunner(
      this.store,
      this.checkpoints,
      [
        attemptHandler(acknowledgeFlow(observer, systemClock), deps),
        attemptHandler(statusFlow(observer, systemClock), deps),
        attemptHandler(awbFlow(observer, settingsStore, new PickupAddresses(systemClock), systemClock, times), deps),
        invoiceHandler(invoicing),
        stornoHandler(invoicing),
        documentHandler(observer, deps),
        bulkHandler({
          bulks: this.bulks(),
          orders: (options.orders ?? ((service) => service))(this.service(orders)),
          eventStore: this.store,
          clock: systemClock,
          log: { warn: (_details, message) => this.warnings.push(message), info: () => undefined },
          leading: () => lead,
        }),
      ],
      { warn: (_details, message) => this.warnings.push(message), info: () => undefined },
    );
    this.running.push({ runner, done: runner.run() });
  }

  async stopWorkers(): Promise<void> {
    for (const { runner, done } of this.running.splice(0)) {
      await runner.stop();
      await done;
    }
  }

  /** Types of the order's events, oldest first. */
  async history(orderId: string): Promise<string[]> {
    const { events } = await this.store.read(`order-main-${orderId}`);
    return events.map(({ type }) => type);
  }
}
