import { parcelStatus } from '../awbStatus.js';
import type { LabelFormat } from '../label/labelPdf.js';
import { labelZpl } from '../label/labelZpl.js';
import { refusal, success, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { intOf } from '../http/fieldReaders.js';
import type { Awb, AwbParcel } from '../model.js';

const findParcel = (call: Call, emagId: number): { awb: Awb; parcel: AwbParcel } | undefined => {
  for (const awb of call.account.awbs.values()) {
    const parcel = awb.parcels.find((candidate) => candidate.emagId === emagId);
    if (parcel) return { awb, parcel };
  }
  return undefined;
};

/** `awb/read`: by `emag_id` or `reservation_id` only; an order id is not a filter (reference §18.3). */
export const readAwb = (call: Call): Answer => {
  const emagId = intOf(call.filters['emag_id']);
  const reservationId = intOf(call.filters['reservation_id']);
  if (emagId === undefined && reservationId === undefined) return refusal('Emag id or reservation id is mandatory');
  const awb =
    reservationId === undefined
      ? [...call.account.awbs.values()].find(
          (candidate) => candidate.emagId === emagId || candidate.parcels.some((parcel) => parcel.emagId === emagId),
        )
      : call.account.awbs.get(reservationId);
  if (!awb) return success([]);
  return success({
    emag_id: awb.emagId,
    reservation_id: awb.reservationId,
    order_id: awb.orderId,
    ...(awb.rmaId === null ? {} : { rma_id: awb.rmaId, awb_type: 2 }),
    type: awb.type,
    weight: awb.weight,
    cash_on_delivery: awb.codE4 / 10_000,
    awb: awb.parcels.map((parcel) => ({
      emag_id: parcel.emagId,
      awb_number: parcel.number,
      awb_barcode: parcel.barcode,
    })),
    status: parcelStatus(awb, call.world.clock.now()),
    courier: { courier_account_id: awb.courierAccountId, courier_name: awb.courierName.toUpperCase() },
  });
};

const formats: readonly LabelFormat[] = ['A4', 'A5', 'A6'];

/** The label of one parcel. Errors are JSON under HTTP 200, as on the live service (§18.4). */
export const readAwbPdf = async (call: Call): Promise<Answer> => {
  const emagId = intOf(call.query.get('emag_id') ?? call.filters['emag_id']);
  if (emagId === undefined) return refusal('Emag id is mandatory');
  const wanted = call.query.get('awb_format') ?? 'A4';
  const found = findParcel(call, emagId);
  if (!found) return refusal(`AWB not found: ${emagId}`);
  if (wanted === 'ZPL') return zplAnswer(found.awb, found.parcel);
  const format = formats.find((candidate) => candidate === wanted);
  if (!format) return refusal(`Invalid awb_format: ${wanted}`);
  // The drawing libraries weigh more than the rest of the sandbox: they are loaded with the first label.
  const { renderLabel } = await import('../label/labelPdf.js');
  return { status: 200, bytes: await renderLabel(found.awb, found.parcel, format), contentType: 'application/pdf' };
};

const zplAnswer = (awb: Awb, parcel: AwbParcel): Answer =>
  success({
    deliveries: { '20': { awbs: { content: [Buffer.from(labelZpl(awb, parcel)).toString('base64')] } } },
  });

export const readAwbZpl = (call: Call): Answer => {
  const emagId = intOf(call.query.get('emag_id') ?? call.filters['emag_id']);
  const found = emagId === undefined ? undefined : findParcel(call, emagId);
  return found ? zplAnswer(found.awb, found.parcel) : refusal(`AWB not found: ${emagId ?? ''}`);
};
