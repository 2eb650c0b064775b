import { refusal, success, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { flagOf, intOf, textOf } from '../http/fieldReaders.js';
import { isFields, type Fields } from '../http/requestBody.js';
import type { Order, OrderAttachment } from '../model.js';

const orderOf = (call: Call, id: unknown): Order | undefined => {
  const number = intOf(id);
  return number === undefined ? undefined : call.account.orders.get(number);
};

/** `order/acknowledge/{id}`: the only way from new to in progress (reference §16.2). */
export const acknowledgeOrder = (call: Call): Answer => {
  const order = orderOf(call, call.params[0]);
  if (!order) return refusal(`Order not found: ${call.params[0] ?? ''}`);
  if (order.type === 2) return refusal(`Order ${order.id} is fulfilled by eMAG and cannot be acknowledged`);
  if (order.status === 2 || order.status === 3) return refusal(`Order ${order.id} is already in progress`);
  if (order.status !== 1) return refusal(`Order ${order.id} cannot be acknowledged in its current status`);
  if (order.complete === 0) return refusal(`Order ${order.id} is not complete`);
  call.world.saveOrder(call.account, { ...order, status: 2 });
  call.world.record(call.account, 'acknowledge', order.id, {});
  return success([]);
};

/** `order/{id}/unlock-courier`: releases the enforced courier, the reading of implementers (§16.8). */
export const unlockCourier = (call: Call): Answer => {
  const order = orderOf(call, call.params[0]);
  if (!order) return refusal(`Order not found: ${call.params[0] ?? ''}`);
  if (order.type === 2) return refusal(`Order ${order.id} is fulfilled by eMAG`);
  if (order.enforcedCouriers !== null) call.world.saveOrder(call.account, { ...order, enforcedCouriers: null });
  return success([]);
};

const readAttachment = (call: Call, fields: unknown): { order: Order; attachment: OrderAttachment } | string => {
  if (!isFields(fields)) return 'Expected list of arrays, single array received';
  const orderType = intOf(fields['order_type']);
  if (orderType === undefined) return 'order_type is mandatory';
  const url = textOf(fields['url']) ?? '';
  if (!/^https?:\/\/\S+$/i.test(url) || url.length > 1024) return 'url is mandatory and must be a valid URL';
  const name = textOf(fields['name']) ?? '';
  if (name.length > 60) return 'name must have at most 60 characters';
  const type = intOf(fields['type']) ?? 1;
  const orderProductId = intOf(fields['order_product_id']) ?? null;
  const order = findAttachmentOrder(call, fields, orderProductId);
  if (!order) return `Order not found: ${textOf(fields['order_id']) ?? ''}`;
  if (order.type !== orderType) return `Order ${order.id}: order_type does not match`;
  if (type === 3 && !order.lines.some(({ id }) => id === orderProductId))
    return `Order ${order.id}: order_product_id is mandatory for warranties`;
  const forceDownload = flagOf(fields['force_download']) ?? 0;
  return { order, attachment: { name, url, type, forceDownload, orderProductId } };
};

const findAttachmentOrder = (call: Call, fields: Fields, lineId: number | null): Order | undefined => {
  if (fields['order_id'] !== undefined) return orderOf(call, fields['order_id']);
  if (lineId === null) return undefined;
  return [...call.account.orders.values()].find(({ lines }) => lines.some(({ id }) => id === lineId));
};

/** `order/attachments/save` (§17): keeps the links and fetches the files later. */
export const saveAttachments =
  (fetchLater: (account: string, orderId: number, attachment: OrderAttachment) => void) =>
  (call: Call): Answer => {
    const { payload, world, account } = call;
    if (!Array.isArray(payload)) return refusal('Expected list of arrays, single array received');
    if (payload.length > 50) return refusal('Maximum 50 entities per request exceeded');
    const entries: { order: Order; attachment: OrderAttachment }[] = [];
    for (const item of payload as unknown[]) {
      const entry = readAttachment(call, item);
      if (typeof entry === 'string') return refusal(entry);
      entries.push(entry);
    }
    for (const { order, attachment } of entries) {
      const current = account.orders.get(order.id) ?? order;
      const known = current.attachments.find(({ url, type }) => url === attachment.url && type === attachment.type);
      const others = current.attachments.filter((other) => other !== known);
      world.saveOrder(account, { ...current, attachments: [...others, attachment] });
      world.record(account, 'attachment', order.id, {
        url: attachment.url,
        type: attachment.type,
        name: attachment.name,
      });
      if (!known || attachment.forceDownload === 1) fetchLater(account.key, order.id, attachment);
    }
    return success([null]);
  };

/** `order/attachments/read`, which is named in the change log only; clients post `order_id` and `order_type`. */
export const readAttachments = (call: Call): Answer => {
  const order = orderOf(call, call.filters['order_id']);
  if (!order) return refusal('order_id is mandatory');
  return success(
    order.attachments.map(({ name, url, type, forceDownload }) => ({
      order_id: String(order.id),
      name,
      url,
      type,
      force_download: forceDownload,
    })),
  );
};
