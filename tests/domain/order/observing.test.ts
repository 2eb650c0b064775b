import { describe, it } from '@jest/globals';
import { orderDecider } from '../../../src/domain/order/order.js';
import type { OrderEvent } from '../../../src/domain/order/orderEvents.js';
import { specFor } from '../../support/deciderSpec.js';
import { at, facts, iso, key, person, received } from '../../support/orderSamples.js';

const given = specFor(orderDecider);
const observe = (
  change: Partial<Parameters<typeof facts>[0]> = {},
  modifiedAt = '2026-03-01T12:05:12.000Z',
  readStartedAt = iso,
) =>
  ({
    type: 'ObserveOrder',
    data: {
      ...key,
      reading: { facts: facts(change), person: person(), modifiedAt },
      personId: 'customer-main-7001122',
      digest: 'd2',
      readStartedAt,
      syncRunId: null,
    },
    at,
  }) as const;
const operation = { ...key, operationId: 'op-1', at: '2026-03-02T09:00:00.000Z' };
const acknowledged: OrderEvent[] = [
  { type: 'AcknowledgeRequested', data: operation },
  { type: 'AcknowledgeAttemptStarted', data: { ...operation, attemptId: 'a-1' } },
  { type: 'OrderAcknowledged', data: { ...operation, call: null } },
];

describe('reading an order at the marketplace', () => {
  it('receives an order that is new to us, whatever its status', () =>
    given()
      .when(observe({ status: 'canceled' }))
      .then({
        type: 'OrderReceived',
        data: {
          ...key,
          personId: 'customer-main-7001122',
          personal: person(),
          facts: facts({ status: 'canceled' }),
          modifiedAt: '2026-03-01T12:05:12.000Z',
          digest: 'd2',
          at: iso,
        },
      }));

  it('is no news when nothing differs', () => given(received()).when(observe()).thenNothing());

  it('records only what differs', () =>
    given(received())
      .when(observe({ status: 'in_progress' }, '2026-03-02T08:00:00.000Z'))
      .then({
        type: 'OrderChanged',
        data: {
          ...key,
          personId: 'customer-main-7001122',
          changed: { status: 'in_progress' },
          personal: {},
          modifiedAt: '2026-03-02T08:00:00.000Z',
          digest: 'd2',
          at: iso,
        },
      }));

  it('says nothing when it is older than what we know', () =>
    given(received())
      .when(observe({ status: 'in_progress' }, '2026-02-28T00:00:00.000Z'))
      .thenNothing());

  it('says nothing about our own fact when it began before it', () =>
    given(received(), ...acknowledged)
      .when(observe({ status: 'new' }, '2026-03-01T12:05:12.000Z', '2026-03-02T08:59:59.000Z'))
      .thenNothing());
});
