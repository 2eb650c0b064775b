import { describe, it } from '@jest/globals';
import { orderDecider } from '../../../src/domain/order/order.js';
import type { OrderEvent } from '../../../src/domain/order/orderEvents.js';
import { specFor } from '../../support/deciderSpec.js';
import { at, iso, key, received } from '../../support/orderSamples.js';

const given = specFor(orderDecider);
const operationId = 'op-1';
const requested: OrderEvent = { type: 'AcknowledgeRequested', data: { ...key, operationId, at: iso } };
const attempted: OrderEvent = {
  type: 'AcknowledgeAttemptStarted',
  data: { ...key, operationId, attemptId: 'a-1', at: iso },
};
const acknowledged: OrderEvent = { type: 'OrderAcknowledged', data: { ...key, operationId, at: iso, call: null } };

describe('asking to acknowledge an order', () => {
  const request = { type: 'RequestAcknowledge', data: { ...key, operationId }, at } as const;

  it('is a wish for a new, complete order of own fulfilment', () => given(received()).when(request).then(requested));
  it('is refused for an order that was never received', () => given().when(request).thenRefused('order-unknown'));
  it('is refused for an order that the marketplace ships', () =>
    given(received({ fulfilment: 'fbe' }))
      .when(request)
      .thenRefused('order-not-acknowledgeable'));
  it('is refused while details are missing', () =>
    given(received({ isComplete: false }))
      .when(request)
      .thenRefused('order-not-acknowledgeable'));
  it('is refused for a cancelled order', () =>
    given(received({ status: 'canceled' }))
      .when(request)
      .thenRefused('order-not-acknowledgeable'));
  it('is quiet twice', () => given(received(), requested).when(request).thenNothing());
  it('is quiet for an order that is acknowledged already', () =>
    given(received(), requested, attempted, acknowledged).when(request).thenNothing());
  it('may be asked again after a refusal', () =>
    given(received(), requested, attempted, {
      type: 'AcknowledgeRefused',
      data: { ...key, operationId, at: iso, code: 'refused', text: 'no', call: null },
    })
      .when({ ...request, data: { ...key, operationId: 'op-2' } })
      .then({ type: 'AcknowledgeRequested', data: { ...key, operationId: 'op-2', at: iso } }));
});

describe('claiming the acknowledgement', () => {
  const claim = (attemptId: string, replaces: string | null) =>
    ({ type: 'StartAcknowledgeAttempt', data: { ...key, operationId, attemptId, replaces }, at }) as const;

  it('is recorded once for a wish', () => given(received(), requested).when(claim('a-1', null)).then(attempted));
  it('is lost to whoever claimed first', () =>
    given(received(), requested, attempted).when(claim('a-2', null)).thenRefused('wish-not-open'));
  it('may replace exactly the attempt that was found out', () =>
    given(received(), requested, attempted)
      .when(claim('a-2', 'a-1'))
      .then({ type: 'AcknowledgeAttemptStarted', data: { ...key, operationId, attemptId: 'a-2', at: iso } }));
  it('is too late after the outcome', () =>
    given(received(), requested, attempted, acknowledged).when(claim('a-2', 'a-1')).thenRefused('wish-not-open'));
});

describe('recording the acknowledgement', () => {
  const record = { type: 'RecordAcknowledged', data: { ...key, operationId, call: null }, at } as const;

  it('is a fact after the attempt', () => given(received(), requested, attempted).when(record).then(acknowledged));
  it('is quiet twice', () => given(received(), requested, attempted, acknowledged).when(record).thenNothing());
});
