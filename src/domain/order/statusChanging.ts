import type { CallSummary, OrderEvent, StatusWish } from './orderEvents.js';
import type { OrderKey } from './orderFacts.js';
import { isClaimable, isOpen, isOpenFor, isSameWish, known, notOpen, refuse } from './orderRules.js';
import type { Order } from './orderState.js';
import { allowedStatuses } from './statusMatrix.js';

export type StatusChangeCommand =
  | { type: 'RequestStatusChange'; data: OrderKey & { operationId: string } & StatusWish; at: Date }
  | {
      type: 'StartStatusChangeAttempt';
      data: OrderKey & { operationId: string; attemptId: string; replaces: string | null };
      at: Date;
    }
  | {
      type: 'RecordStatusChanged';
      data: OrderKey & { operationId: string; newStatus: StatusWish['newStatus']; call: CallSummary | null };
      at: Date;
    }
  | {
      type: 'RecordStatusChangeRefused';
      data: OrderKey & { operationId: string; code: string; text: string; call: CallSummary | null };
      at: Date;
    };

export const decideStatusChange = ({ type, data, at }: StatusChangeCommand, state: Order): readonly OrderEvent[] => {
  const { account, orderId, operationId } = data;
  const order = known(state, data);
  const of = { account, orderId, operationId, at: at.toISOString() };

  switch (type) {
    case 'RequestStatusChange': {
      const { newStatus, reasonCancellation, lines, isStorno } = data;
      if (isSameWish(order.statusChange, operationId)) return [];
      if (isOpen(order.statusChange)) {
        return refuse('status-change-in-progress', `A status change of order ${orderId} is under way`, {
          operation_id: 'operationId' in order.statusChange ? order.statusChange.operationId : undefined,
        });
      }
      checkWish(data, order, at);
      if (newStatus === order.facts.status && lines === null && !isStorno) return [];
      return [{ type: 'StatusChangeRequested', data: { ...of, newStatus, reasonCancellation, lines, isStorno } }];
    }
    case 'StartStatusChangeAttempt':
      if (!isClaimable(order.statusChange, operationId, data.replaces)) return notOpen(operationId);
      return [{ type: 'StatusChangeAttemptStarted', data: { ...of, attemptId: data.attemptId } }];
    case 'RecordStatusChanged':
      if (!isOpenFor(order.statusChange, operationId)) return [];
      return [{ type: 'StatusChanged', data: { ...of, newStatus: data.newStatus, call: data.call } }];
    case 'RecordStatusChangeRefused':
      if (!isOpenFor(order.statusChange, operationId)) return [];
      return [{ type: 'StatusChangeRefused', data: { ...of, code: data.code, text: data.text, call: data.call } }];
  }
};

/** The matrix, the cancellation's reason and the storno conditions of reference §16.3 to §16.6. */
const checkWish = (wish: StatusWish & OrderKey, order: ReturnType<typeof known>, now: Date): void => {
  const { newStatus, lines, isStorno, orderId } = wish;
  const { facts } = order;
  if (!allowedStatuses(facts, order, now).includes(newStatus)) {
    refuse('status-not-allowed', `Order ${orderId} cannot go from ${facts.status} to ${newStatus}`, {
      allowed_statuses: allowedStatuses(facts, order, now),
    });
  }
  if (newStatus === 'canceled' && facts.status !== 'canceled' && wish.reasonCancellation === null) {
    refuse('cancellation-reason-missing', 'Cancelling needs a reason (reason_cancellation)');
  }
  for (const { lineId } of lines ?? []) {
    if (!facts.lines.some((line) => line.lineId === lineId)) {
      refuse('line-unknown', `Order ${orderId} has no line ${lineId}`);
    }
  }
  if (isStorno) checkStorno(wish, order);
  else if (lines !== null) checkLineEdit(wish, order);
};

const quantityOf = (order: ReturnType<typeof known>, lineId: string): number =>
  order.facts.lines.find((line) => line.lineId === lineId)?.quantity ?? 0;

const checkStorno = ({ newStatus, lines, orderId }: StatusWish & OrderKey, order: ReturnType<typeof known>): void => {
  const storno = (why: string): never => refuse('storno-not-allowed', `Storno of order ${orderId}: ${why}`);
  if (order.facts.status !== 'finalized' || newStatus !== 'finalized')
    storno('only a finalised order, which stays finalised');
  if (lines === null || lines.length === 0) storno('say which quantities remain (products)');
  if (lines?.some(({ lineId, quantity }) => quantity < 0 || quantity > quantityOf(order, lineId))) {
    storno('a quantity can only go down, to zero at the least');
  }
  if (!lines?.some(({ lineId, quantity }) => quantity < quantityOf(order, lineId))) storno('nothing is reduced');
};

/** Lines are edited in status 2 and 3 only, and a paid card order keeps its lines (reference §16.4). */
const checkLineEdit = ({ lines, orderId }: StatusWish & OrderKey, order: ReturnType<typeof known>): void => {
  const changes = (lines ?? []).filter(({ lineId, quantity }) => quantity !== quantityOf(order, lineId));
  if (changes.length === 0) return;
  const forbid = (why: string): never =>
    refuse('status-not-allowed', `Lines of order ${orderId} cannot change: ${why}`);
  if (order.facts.status !== 'in_progress' && order.facts.status !== 'prepared')
    forbid('the order is neither in progress nor prepared');
  if (order.facts.paymentMethod === 'card') forbid('it is paid by card');
  if (changes.some(({ lineId, quantity }) => quantity < 0 || quantity > quantityOf(order, lineId))) {
    forbid('a quantity can only go down');
  }
};
