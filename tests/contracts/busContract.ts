import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bus, BusMessage } from '../../src/application/ports/bus.js';
import { TOPICS } from '../../src/application/ports/bus.js';
import type { EventStore } from '../../src/application/ports/eventStore.js';
import { DeadLetterUnknown } from '../../src/infrastructure/bus/deadLetterUnknown.js';
import { passing } from '../support/passing.js';
import { acknowledgeRequested, orderAcknowledged, orderReceived } from '../support/integrationEvents.js';

/** One installation: a log whose events reach the bus, and any number of processes on it. */
export interface BusInstallation {
  readonly store: EventStore;
  /** A bus as one more process would have it. */
  openBus(): Promise<Bus>;
  close(): Promise<void>;
}

const orders = [TOPICS.orders];
const newGroup = (): string => `group-${randomUUID()}`;
const newOrder = (): string => String(3_000_000_000 + Math.floor(Math.random() * 1_000_000_000));

/** What every bus promises, whatever carries it. */
export const busContract = (name: string, open: () => Promise<BusInstallation>): void => {
  jest.setTimeout(60_000);
  describe(`the bus on ${name}`, () => {
    let installation: BusInstallation;
    let bus: Bus;

    beforeEach(async () => {
      installation = await open();
      bus = await installation.openBus();
    });
    afterEach(async () => {
      await bus.close();
      await installation.close();
    });

    const receive = (orderId: string) =>
      installation.store.append(`order-main-${orderId}`, [orderReceived(orderId)], 'no_stream');

    const typesByOrder = (heard: readonly BusMessage[], orderId: string) =>
      heard.filter(({ key }) => key === `order-main-${orderId}`).map(({ type }) => type);

    describe('a work group', () => {
      it('passes over what is none of its business', async () => {
        const orderId = newOrder();
        const heard: BusMessage[] = [];
        const consumer = await bus.workGroup({
          group: newGroup(),
          topics: orders,
          concerns: ({ type }) => type === 'magflow.OrderAcknowledged',
          handle: async (message) => void heard.push(message),
        });
        await consumer.ready;
        await receive(orderId);
        await installation.store.append(
          `order-main-${orderId}`,
          [acknowledgeRequested(orderId), orderAcknowledged(orderId)],
          0n,
        );
        await passing(() => expect(typesByOrder(heard, orderId)).toEqual(['magflow.OrderAcknowledged']));
      });

      it('hears what was published before it existed, and what comes after, in order of the key', async () => {
        const [first, second] = [newOrder(), newOrder()];
        await receive(first);
        const heard: BusMessage[] = [];
        const consumer = await bus.workGroup({
          group: newGroup(),
          topics: orders,
          handle: async (message) => void heard.push(message),
        });
        await consumer.ready;
        await receive(second);
        await installation.store.append(
          `order-main-${first}`,
          [acknowledgeRequested(first), orderAcknowledged(first)],
          0n,
        );
        await passing(() => {
          expect(typesByOrder(heard, first)).toEqual([
            'magflow.OrderReceived',
            'magflow.AcknowledgeRequested',
            'magflow.OrderAcknowledged',
          ]);
          expect(typesByOrder(heard, second)).toEqual(['magflow.OrderReceived']);
        });
      });

      it('gives the message as it was published', async () => {
        const orderId = newOrder();
        const event = orderReceived(orderId);
        const { position } = await installation.store.append(`order-main-${orderId}`, [event], 'no_stream');
        const heard: BusMessage[] = [];
        await bus.workGroup({ group: newGroup(), topics: orders, handle: async (message) => void heard.push(message) });
        const message = await passing(() => {
          expect(heard).toHaveLength(1);
          return heard[0];
        });
        expect(message).toMatchObject({
          topic: 'magflow.orders.v1',
          id: event.id,
          type: 'magflow.OrderReceived',
          source: `/magflow/${await installation.store.storeId()}`,
          subject: `main-${orderId}`,
          time: '2026-03-01T10:00:00.000Z',
          key: `order-main-${orderId}`,
          stream: `order-main-${orderId}`,
          revision: 0n,
          position,
        });
        expect(message?.data).toMatchObject({ account_type: 'main', order_id: orderId, total_amount: '242.00' });
        expect(JSON.stringify(message?.data)).not.toContain('Popescu');
      });

      it('goes on where it stopped', async () => {
        const group = newGroup();
        const [first, second] = [newOrder(), newOrder()];
        const heard: string[] = [];
        const join = () =>
          bus.workGroup({ group, topics: orders, handle: async ({ subject }) => void heard.push(subject) });
        const before = await join();
        await receive(first);
        await passing(() => expect(heard).toEqual([`main-${first}`]));
        await before.close();
        await receive(second);
        await join();
        await passing(() => expect(heard).toContain(`main-${second}`));
        expect(heard).toEqual([`main-${first}`, `main-${second}`]);
      });

      it('hands each message to one member, and to another one when that is gone', async () => {
        const group = newGroup();
        const other = await installation.openBus();
        try {
          const heard: { by: string; subject: string }[] = [];
          const member = (by: string, on: Bus) =>
            on.workGroup({ group, topics: orders, handle: async ({ subject }) => void heard.push({ by, subject }) });
          const first = await member('first', bus);
          await first.ready;
          const second = await member('second', other);
          await second.ready;
          const ids = Array.from({ length: 6 }, newOrder);
          for (const id of ids) await receive(id);
          const subjects = ids.map((id) => `main-${id}`).sort();
          await passing(() => expect(heard.map(({ subject }) => subject).sort()).toEqual(subjects));
          await first.close();
          const last = newOrder();
          await receive(last);
          await passing(() => expect(heard).toContainEqual({ by: 'second', subject: `main-${last}` }));
          expect(heard).toHaveLength(7);
        } finally {
          await other.close();
        }
      });

      it('tries again what failed, before anything later of the same key', async () => {
        const orderId = newOrder();
        const calls: string[] = [];
        let failures = 2;
        await receive(orderId);
        await installation.store.append(`order-main-${orderId}`, [acknowledgeRequested(orderId)], 0n);
        await bus.workGroup({
          group: newGroup(),
          topics: orders,
          handle: async ({ type }) => {
            calls.push(type);
            if (failures-- > 0) throw new Error('not now');
          },
        });
        await passing(() =>
          expect(calls).toEqual([
            'magflow.OrderReceived',
            'magflow.OrderReceived',
            'magflow.OrderReceived',
            'magflow.AcknowledgeRequested',
          ]),
        );
        expect(await bus.deadLetters()).toEqual([]);
      });

      it('parks with its cause what keeps failing, goes on, and takes it back when it is redriven, once', async () => {
        const group = newGroup();
        const [bad, good] = [newOrder(), newOrder()];
        let isMended = false;
        const done: string[] = [];
        await bus.workGroup({
          group,
          topics: orders,
          attempts: 2,
          handle: async ({ subject }) => {
            if (subject === `main-${bad}` && !isMended) throw new TypeError('the printer is on fire');
            done.push(subject);
          },
        });
        await receive(bad);
        await receive(good);
        const letter = await passing(async () => {
          const letters = (await bus.deadLetters()).filter((one) => one.group === group);
          expect(letters).toHaveLength(1);
          expect(done).toEqual([`main-${good}`]);
          return letters[0];
        });
        expect(letter).toMatchObject({
          topic: 'magflow.orders.v1',
          group,
          cause: 'TypeError: the printer is on fire',
          attempts: 2,
          message: { subject: `main-${bad}`, type: 'magflow.OrderReceived', revision: 0n },
        });
        isMended = true;
        await bus.redrive(letter?.id ?? '');
        await passing(() => expect(done).toEqual([`main-${good}`, `main-${bad}`]));
        await passing(async () => expect((await bus.deadLetters()).filter((one) => one.group === group)).toEqual([]));
        await expect(bus.redrive(letter?.id ?? '')).rejects.toThrow(DeadLetterUnknown);
      });

      it('parks again what fails again after it was redriven', async () => {
        const group = newGroup();
        const bad = newOrder();
        let calls = 0;
        await bus.workGroup({
          group,
          topics: orders,
          attempts: 1,
          handle: async () => {
            calls += 1;
            throw new Error(`failure ${calls}`);
          },
        });
        await receive(bad);
        const openCause = async (cause: string) => {
          const letters = (await bus.deadLetters()).filter((one) => one.group === group);
          expect(letters.map((one) => one.cause)).toEqual([cause]);
          return letters[0]?.id ?? '';
        };
        const id = await passing(() => openCause('Error: failure 1'));
        await bus.redrive(id);
        await passing(() => openCause('Error: failure 2'));
      });

      it('only hears its topics', async () => {
        const orderId = newOrder();
        const heard: string[] = [];
        await bus.workGroup({
          group: newGroup(),
          topics: [TOPICS.invoices],
          handle: async ({ type }) => void heard.push(type),
        });
        await receive(orderId);
        await installation.store.append(
          `order-main-${orderId}`,
          [
            {
              ...acknowledgeRequested(orderId),
              type: 'InvoiceRequested',
              data: { account: 'main', orderId, operationId: 'o', at: 'now', series: 'MF', invoiceUrl: null },
            },
          ],
          0n,
        );
        await passing(() => expect(heard).toEqual(['magflow.InvoiceRequested']));
      });
    });

    describe('a broadcast', () => {
      it('tells every process what comes from now on, and nothing earlier', async () => {
        const other = await installation.openBus();
        try {
          await receive(newOrder());
          // The earlier order is on its way to all consumers before they begin.
          const witness: string[] = [];
          await bus.workGroup({
            group: newGroup(),
            topics: orders,
            handle: async ({ subject }) => void witness.push(subject),
          });
          await passing(() => expect(witness).toHaveLength(1));
          const heard: Record<'one' | 'two', string[]> = { one: [], two: [] };
          const consumers = [
            await bus.broadcast({
              instance: randomUUID(),
              topics: orders,
              handle: ({ subject }) => void heard.one.push(subject),
            }),
            await other.broadcast({
              instance: randomUUID(),
              topics: orders,
              handle: ({ subject }) => void heard.two.push(subject),
            }),
          ];
          await Promise.all(consumers.map(({ ready }) => ready));
          const orderId = newOrder();
          await receive(orderId);
          await passing(() => expect(heard).toEqual({ one: [`main-${orderId}`], two: [`main-${orderId}`] }));
        } finally {
          await other.close();
        }
      });

      it('is heard whole by each of several consumers of one process', async () => {
        const instance = randomUUID();
        const heard: Record<'sockets' | 'caches', string[]> = { sockets: [], caches: [] };
        const listen = (who: 'sockets' | 'caches') =>
          bus.broadcast({ instance, topics: orders, handle: ({ subject }) => void heard[who].push(subject) });
        const consumers = [await listen('sockets'), await listen('caches')];
        await Promise.all(consumers.map(({ ready }) => ready));
        const ids = Array.from({ length: 6 }, newOrder);
        for (const id of ids) await receive(id);
        const subjects = ids.map((id) => `main-${id}`).sort();
        await passing(() => {
          expect([...heard.sockets].sort()).toEqual(subjects);
          expect([...heard.caches].sort()).toEqual(subjects);
        });
      });

      it('replays what was missed since a position, then goes on, each once and in order', async () => {
        const orderId = newOrder();
        const { position } = await receive(newOrder());
        await receive(orderId);
        const heard: BusMessage[] = [];
        const consumer = await bus.broadcast({
          instance: randomUUID(),
          topics: orders,
          fromPosition: position,
          handle: (message) => void heard.push(message),
        });
        await installation.store.append(`order-main-${orderId}`, [acknowledgeRequested(orderId)], 0n);
        await consumer.ready;
        await installation.store.append(`order-main-${orderId}`, [orderAcknowledged(orderId)], 1n);
        await passing(() => expect(heard).toHaveLength(3));
        await sleep(200);
        expect(heard.map(({ type, revision }) => [type, revision])).toEqual([
          ['magflow.OrderReceived', 0n],
          ['magflow.AcknowledgeRequested', 1n],
          ['magflow.OrderAcknowledged', 2n],
        ]);
      });

      it('goes on after a handler failed', async () => {
        const [bad, good] = [newOrder(), newOrder()];
        const heard: string[] = [];
        const consumer = await bus.broadcast({
          instance: randomUUID(),
          topics: orders,
          handle: ({ subject }) => {
            if (subject === `main-${bad}`) throw new Error('no');
            heard.push(subject);
          },
        });
        await consumer.ready;
        await receive(bad);
        await receive(good);
        await passing(() => expect(heard).toEqual([`main-${good}`]));
      });

      it('is quiet once closed', async () => {
        const heard: string[] = [];
        const consumer = await bus.broadcast({
          instance: randomUUID(),
          topics: orders,
          handle: ({ subject }) => void heard.push(subject),
        });
        await consumer.ready;
        await consumer.close();
        await receive(newOrder());
        await sleep(300);
        expect(heard).toEqual([]);
      });
    });
  });
};
