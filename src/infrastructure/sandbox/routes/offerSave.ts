import { plain, refusal, success, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { intOf, textOf } from '../http/fieldReaders.js';
import { isFields, type Fields } from '../http/requestBody.js';
import { readOfferPart } from './offerFields.js';

const entitiesOf = (call: Call): Fields[] | Answer => {
  const { payload } = call;
  if (!Array.isArray(payload)) return refusal('Expected list of arrays, single array received');
  if (payload.length > 50) return refusal('Maximum 50 entities per request exceeded');
  const entities = (payload as unknown[]).filter(isFields);
  return entities.length === payload.length ? entities : refusal('Expected list of arrays, single array received');
};

/** The text that §11.2 prints for stock; of the rest it is only said that updates are not applied (§10.6). */
const lockedBy = (campaign: string, what: 'stock' | 'offer'): string =>
  `The offer is included in the active campaign ${campaign}, thus the ${what} has NOT been changed.`;

interface Verdict {
  isError: boolean;
  messages: string[];
}

const saveOne = (call: Call, fields: Fields): Verdict => {
  const id = intOf(fields['id']);
  const before = id === undefined ? undefined : call.account.offers.get(id);
  if (!before) return { isError: true, messages: [`Offer ${textOf(fields['id']) ?? ''} not found`] };
  if (before.campaign) return { isError: true, messages: [lockedBy(before.campaign, 'offer')] };
  const read = readOfferPart(fields, before, call.account.type);
  if ('problems' in read) return { isError: true, messages: read.problems };
  call.world.saveOffer(call.account, { ...before, ...read.change });
  call.world.record(call.account, 'offer', null, { offer_id: before.id, fields: Object.keys(fields).sort() });
  return { isError: false, messages: [`Offer ${before.id} updated successfully`] };
};

/** `offer/save` (reference §11.1): a verdict for each offer, under an outer `isError` that stays false. */
export const saveOffers = (call: Call): Answer => {
  const entities = entitiesOf(call);
  if (!Array.isArray(entities)) return entities;
  return success(Object.fromEntries(entities.map((fields) => [textOf(fields['id']) ?? '', saveOne(call, fields)])));
};

/** `PATCH offer_stock/{id}` (§11.2): a plain integer, and answers outside the envelope. */
export const patchStock = (call: Call): Answer => {
  const offer = call.account.offers.get(intOf(call.params[0]) ?? -1);
  if (!offer) return plain(404, { message: 'This offer does not exist' });
  const body = call.body.value;
  const stock = isFields(body) ? body['stock'] : undefined;
  if (typeof stock !== 'number' || !Number.isInteger(stock)) return plain(400, { message: 'Invalid content' });
  const refused = (message: string) =>
    plain(400, { message: 'Validation errors in your request', errors: [{ message, field: 'stock' }] });
  if (stock < 0 || stock > 65_535) return refused('Stock should be between 0 and 65535');
  if (call.account.type === 2) return refused('The stock of offers fulfilled by eMAG cannot be changed');
  if (offer.campaign) return refused(lockedBy(offer.campaign, 'stock'));
  call.world.saveOffer(call.account, { ...offer, stock });
  call.world.record(call.account, 'offer', null, { offer_id: offer.id, fields: ['stock'] });
  return { status: 204 };
};

const isMeasure = (value: unknown): boolean => {
  const text = textOf(value) ?? '';
  return /^\d{1,6}(\.\d{1,2})?$/.test(text);
};

/** `measurements/save` (§11.3): millimetres and grams. */
export const saveMeasurements = (call: Call): Answer => {
  const entities = entitiesOf(call);
  if (!Array.isArray(entities)) return entities;
  for (const fields of entities) {
    const offer = call.account.offers.get(intOf(fields['id']) ?? -1);
    if (!offer) return refusal(`Offer ${textOf(fields['id']) ?? ''} not found`);
    for (const name of ['length', 'width', 'height', 'weight'])
      if (!isMeasure(fields[name])) return refusal(`${name} must be between 0 and 999999 with at most 2 decimals`);
  }
  for (const fields of entities) {
    const offer = call.account.offers.get(intOf(fields['id']) ?? -1);
    if (offer) call.world.saveOffer(call.account, { ...offer, weightGrams: Math.round(Number(fields['weight'])) });
  }
  return success([]);
};
