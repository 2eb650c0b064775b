import type { AwbReading } from '../../application/ports/marketplace.js';
import type { AwbIssued, AwbMarketplaceStatus } from '../../domain/order/orderEvents.js';
import { displayText, idOrNull, objectOf, objectOrNull, textOf, textOrNull, type RawObject } from './rawValues.js';

/** Every object in an answer, outer before inner, however it is nested (reference §26 row 46). */
const objectsIn = (value: unknown, depth = 0): readonly RawObject[] => {
  if (typeof value !== 'object' || value === null || depth > 8) return [];
  const inner = Object.values(value).flatMap((entry) => objectsIn(entry, depth + 1));
  return Array.isArray(value) ? inner : [objectOf(value), ...inner];
};

const first = <T>(objects: readonly RawObject[], read: (object: RawObject) => T | null): T | null => {
  for (const object of objects) {
    const found = read(object);
    if (found !== null) return found;
  }
  return null;
};

const barcodeOf = (object: RawObject): string => textOf(object['awb_barcode']) || textOf(object['barcode']);

const parcelsIn = (objects: readonly RawObject[]): AwbIssued['parcels'] => {
  const parcels = new Map<string, { emagId: string; barcode: string }>();
  const listed = objects.filter((object) => 'awb_number' in object || barcodeOf(object) !== '');
  for (const object of listed.length > 0 ? listed : objects) {
    const emagId = idOrNull(object['emag_id']);
    if (emagId !== null) parcels.set(emagId, { emagId, barcode: barcodeOf(object) || textOf(object['awb_number']) });
  }
  return [...parcels.values()];
};

export interface AwbAnswer extends Omit<AwbIssued, 'awbNumber'> {
  /** null when the answer names ids but no number; it can then be read by them. */
  readonly awbNumber: string | null;
}

/** The answer of `awb/save` (reference §18.2), wherever its ids stand. Ids at the root come before those of parcels. */
export const readAwbAnswer = (results: unknown, courierAccountId: string | null): AwbAnswer => {
  const objects = objectsIn(results);
  return {
    awbNumber: first(objects, (object) => textOrNull(object['awb_number'])),
    reservationId: first(objects, (object) => idOrNull(object['reservation_id'])),
    parcels: parcelsIn(objects),
    courierAccountId: first(objects, (object) => idOrNull(object['courier_account_id'])) ?? courierAccountId,
    courierName: first(objects, (object) => textOrNull(object['courier_name'])),
  };
};

/** An object, or a list whose last entry is the newest (reference §18.3). */
const readStatus = (raw: unknown): AwbMarketplaceStatus | null => {
  const status = objectOrNull(Array.isArray(raw) ? raw.at(-1) : raw);
  const code = textOf(status?.['code']);
  return status && code !== ''
    ? { code, name: displayText(status['name']), description: displayText(status['description']) }
    : null;
};

/** The answer of `awb/read`; null when it holds no AWB. */
export const readAwbReading = (results: unknown): AwbReading | null => {
  const objects = objectsIn(results);
  const awbNumber = first(objects, (object) => textOrNull(object['awb_number']));
  const hasId = objects.some((object) => idOrNull(object['emag_id']) !== null);
  if (awbNumber === null && !hasId) return null;
  return { awbNumber, status: first(objects, (object) => readStatus(object['status'])) };
};

/** The base64 pieces of `awb/read_zpl`, whatever the keys between are called (reference §18.5). */
export const readZpl = (results: unknown): Buffer => {
  const pieces = objectsIn(results).flatMap((object) => {
    const content = object['content'];
    return Array.isArray(content) ? content : typeof content === 'string' ? [content] : [];
  });
  return Buffer.concat(pieces.map((piece) => Buffer.from(textOf(piece), 'base64')));
};
