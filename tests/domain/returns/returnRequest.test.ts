import { describe, it } from '@jest/globals';
import {
  returnDecider,
  type ObserveReturn,
  type ReturnEvent,
  type ReturnReading,
} from '../../../src/domain/returns/returnRequest.js';
import { specFor } from '../../support/deciderSpec.js';
import { returnFacts, returnPerson, returnReading } from '../../support/returnSamples.js';

const given = specFor(returnDecider);
const at = new Date('2026-03-02T10:00:00Z');
const base = {
  account: 'main',
  returnId: '5100200',
  personId: 'customer-main-771',
  at: at.toISOString(),
  syncRunId: 'run',
};
const received: ReturnEvent = {
  type: 'ReturnReceived',
  data: { ...base, digest: 'd1', facts: returnFacts(), personal: returnPerson() },
};
const observe = (reading: ReturnReading, digest: string): ObserveReturn => ({
  type: 'ObserveReturn',
  data: { account: 'main', returnId: '5100200', personId: 'customer-main-771', reading, digest, syncRunId: 'run' },
  at,
});

describe('observing a return', () => {
  it('receives it first', () => given().when(observe(returnReading(), 'd1')).then(received));

  it('records what changed, and only that', () =>
    given(received)
      .when(observe(returnReading({ status: 'received', reservationIds: [] }), 'd2'))
      .then({
        type: 'ReturnChanged',
        data: { ...base, digest: 'd2', changed: { status: 'received', reservationIds: [] }, personal: {} },
      }));

  it('keeps what changed about the person apart', () =>
    given(received)
      .when(observe({ facts: returnFacts(), person: returnPerson({ phone: '+40700000002' }) }, 'd2'))
      .then({
        type: 'ReturnChanged',
        data: { ...base, digest: 'd2', changed: {}, personal: { phone: '+40700000002' } },
      }));

  it('is quiet when nothing changed', () => given(received).when(observe(returnReading(), 'd2')).thenNothing());

  it('is quiet about what was erased since', () =>
    given({ ...received, data: { ...received.data, personal: returnPerson({ name: '[erased]' }) } })
      .when(observe(returnReading(), 'd1'))
      .thenNothing());
});
