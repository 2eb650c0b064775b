import type {
  AwbIssued,
  AwbMarketplaceStatus,
  AwbParcelRequest,
  CallSummary,
  OrderEvent,
  PartOfBulk,
} from './orderEvents.js';
import type { OrderKey } from './orderFacts.js';
import { isClaimable, isOpen, isOpenFor, isSameWish, known, notOpen, refuse } from './orderRules.js';
import type { Order } from './orderState.js';

export type AwbCommand =
  | {
      type: 'RequestAwb';
      data: OrderKey &
        PartOfBulk & { operationId: string; parcel: AwbParcelRequest; force: boolean; reason: string | null };
      at: Date;
    }
  | {
      type: 'StartAwbAttempt';
      data: OrderKey & { operationId: string; attemptId: string; replaces: string | null };
      at: Date;
    }
  | {
      type: 'RecordAwbGenerated';
      data: OrderKey & { operationId: string; call: CallSummary | null } & AwbIssued;
      at: Date;
    }
  | {
      type: 'RecordAwbRefused';
      data: OrderKey & { operationId: string; code: string; text: string; call: CallSummary | null };
      at: Date;
    }
  | {
      type: 'RecordAwbInDoubt';
      data: OrderKey & { operationId: string; reason: string; call: CallSummary | null };
      at: Date;
    }
  | {
      type: 'ResolveAwb';
      data: OrderKey & { resolution: { awbNumber: string } | { noneExists: true; reason: string } };
      at: Date;
    }
  | { type: 'RecordAwbStatus'; data: OrderKey & { awbNumber: string; status: AwbMarketplaceStatus }; at: Date };

/** One live AWB an order, unless a person forces a second one and says why (contract §2). */
export const decideAwb = (command: AwbCommand, state: Order): readonly OrderEvent[] => {
  const { account, orderId } = command.data;
  const order = known(state, command.data);
  const at = command.at.toISOString();

  switch (command.type) {
    case 'RequestAwb': {
      const { operationId, parcel, force, reason, bulkId } = command.data;
      if (isSameWish(order.awb, operationId)) return [];
      checkRequest(command.data, order);
      const wish = { account, orderId, operationId, at, parcel, force, reason };
      return [{ type: 'AwbRequested', data: { ...wish, ...ofBulk(bulkId) } }];
    }
    case 'StartAwbAttempt': {
      const { operationId, attemptId, replaces } = command.data;
      if (!isClaimable(order.awb, operationId, replaces)) return notOpen(operationId);
      const statusBefore = order.facts.status;
      return [{ type: 'AwbAttemptStarted', data: { account, orderId, operationId, at, attemptId, statusBefore } }];
    }
    case 'RecordAwbGenerated': {
      const { operationId, awbNumber, reservationId, parcels, courierAccountId, courierName, call } = command.data;
      if (order.awbs.some((awb) => awb.awbNumber === awbNumber)) return [];
      // The answer of a slow call may come after its attempt was declared in doubt: it is the proof that was missing.
      const isAwaited = isOpenFor(order.awb, operationId) || isInDoubt(order, operationId);
      if (!isAwaited) return notOpen(operationId);
      return [
        {
          type: 'AwbGenerated',
          data: {
            account,
            orderId,
            operationId,
            at,
            awbNumber,
            reservationId,
            parcels,
            courierAccountId,
            courierName,
            call,
            ...(isInDoubt(order, operationId) && ofBulk(order.awb.bulkId)),
          },
        },
      ];
    }
    case 'RecordAwbRefused': {
      const { operationId, code, text, call } = command.data;
      if (!isOpenFor(order.awb, operationId)) return [];
      return [{ type: 'AwbRefused', data: { account, orderId, operationId, at, code, text, call } }];
    }
    case 'RecordAwbInDoubt': {
      const { operationId, reason, call } = command.data;
      if (!isOpenFor(order.awb, operationId)) return [];
      return [{ type: 'AwbInDoubt', data: { account, orderId, operationId, at, reason, call } }];
    }
    case 'ResolveAwb': {
      const { resolution } = command.data;
      if (order.awb.phase !== 'in_doubt') return refuse('awb-not-in-doubt', `Order ${orderId} has no AWB in doubt`);
      const { operationId } = order.awb;
      const data =
        'awbNumber' in resolution
          ? { awbNumber: resolution.awbNumber, noneExists: false, reason: null }
          : { awbNumber: null, noneExists: true, reason: resolution.reason };
      const of = { account, orderId, operationId, at, ...ofBulk(order.awb.bulkId) };
      return [{ type: 'AwbResolved', data: { ...of, ...data } }];
    }
    case 'RecordAwbStatus': {
      const { awbNumber, status } = command.data;
      const awb = order.awbs.find((one) => one.awbNumber === awbNumber);
      if (!awb || (awb.marketplaceStatus?.code === status.code && awb.marketplaceStatus.name === status.name))
        return [];
      return [{ type: 'AwbStatusChanged', data: { account, orderId, awbNumber, status, at } }];
    }
  }
};

const ofBulk = (bulkId: string | undefined): PartOfBulk => (bulkId === undefined ? {} : { bulkId });

const isInDoubt = (order: Order, operationId: string): boolean =>
  order.awb.phase === 'in_doubt' && order.awb.operationId === operationId;

const checkRequest = (
  { orderId, parcel, force, reason }: OrderKey & { parcel: AwbParcelRequest; force: boolean; reason: string | null },
  order: ReturnType<typeof known>,
): void => {
  const { facts, awb, awbs } = order;
  if (isOpen(awb)) {
    refuse('awb-in-progress', `An AWB for order ${orderId} is under way`, operationOf(awb));
  }
  if (awb.phase === 'in_doubt') {
    refuse('awb-in-doubt', `An AWB for order ${orderId} may exist: resolve that first`, operationOf(awb));
  }
  const live = awbs.at(-1);
  if (live && !force) {
    refuse('awb-exists', `Order ${orderId} already has the AWB ${live.awbNumber}`, { awb_number: live.awbNumber });
  }
  if (force && !reason) refuse('force-needs-reason', 'A further AWB needs a reason');
  const isShippable =
    facts.fulfilment === 'own' &&
    facts.isComplete &&
    (facts.status === 'in_progress' || facts.status === 'prepared' || (force && facts.status === 'finalized'));
  if (!isShippable) {
    refuse(
      'order-not-shippable',
      `Order ${orderId} cannot get an AWB: it is ${facts.fulfilment === 'own' ? facts.status : 'fulfilled by the marketplace'}`,
    );
  }
  if (facts.enforcedCouriers?.length === 0) {
    refuse('awb-not-allowed', `The marketplace allows no AWB for order ${orderId}`);
  }
  if (
    parcel.courierAccountId !== null &&
    facts.enforcedCouriers &&
    !facts.enforcedCouriers.includes(parcel.courierAccountId)
  ) {
    refuse(
      'courier-not-allowed',
      `Order ${orderId} may only go with the courier accounts ${facts.enforcedCouriers.join(', ')}`,
    );
  }
};

const operationOf = (flow: Order['awb']): Record<string, unknown> =>
  'operationId' in flow ? { operation_id: flow.operationId } : {};
