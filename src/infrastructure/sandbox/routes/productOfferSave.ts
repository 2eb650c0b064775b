import { checkDigit } from '../data/generateOffers.js';
import { refusal, success, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { intOf, textOf } from '../http/fieldReaders.js';
import { isFields, type Fields } from '../http/requestBody.js';
import type { Offer } from '../model.js';
import { readOfferPart } from './offerFields.js';

/** By the clock: until a new product has been looked at and has its catalogue key. */
const VALIDATED_AFTER_MS = 60_000;

/** What happened to one entity: texts go to `messages`, and only some of them mean that nothing was saved (§3.4). */
interface Outcome {
  offer?: Offer;
  messages: string[];
}

/** Length and check digit of a GTIN; other lengths from 6 to 14 have no check that could be made here. */
export const isValidEan = (ean: string): boolean => {
  if (!/^\d{6,14}$/.test(ean)) return false;
  if (![8, 12, 13, 14].includes(ean.length)) return true;
  return checkDigit(ean.slice(0, -1)) === Number(ean.at(-1));
};

const eansOf = (fields: Fields): string[] | undefined => {
  const given = fields['ean'];
  if (given === undefined || given === null) return undefined;
  return (Array.isArray(given) ? (given as unknown[]) : [given]).map((ean) => textOf(ean) ?? '');
};

const normalPartNumber = (fields: Fields): string | undefined => textOf(fields['part_number'])?.replace(/[\s,;]/g, '');

const imagesOf = (fields: Fields): string[] | undefined =>
  Array.isArray(fields['images'])
    ? (fields['images'] as unknown[]).filter(isFields).map((image) => textOf(image['url']) ?? '')
    : undefined;

const contentKeys = [
  'name',
  'part_number',
  'description',
  'brand',
  'images',
  'characteristics',
  'family',
  'attachments',
];

/** A product of the catalogue that other sellers (here: both accounts) already document. */
const inCatalogue = (call: Call, test: (offer: Offer) => boolean): Offer | undefined => {
  for (const account of call.world.accounts.values())
    for (const offer of account.offers.values()) if (offer.partNumberKey !== null && test(offer)) return offer;
  return undefined;
};

const own = (call: Call, id: number, test: (offer: Offer) => boolean): boolean =>
  [...call.account.offers.values()].some((offer) => offer.id !== id && test(offer));

const emptyOffer = (id: number, now: number): Offer => ({
  id,
  partNumberKey: null,
  partNumber: '',
  name: '',
  brand: '',
  categoryId: 0,
  description: '',
  ean: [],
  priceE4: 0,
  recommendedE4: 0,
  minE4: 0,
  maxE4: 0,
  vatId: 1,
  warranty: 0,
  stock: 0,
  reserved: 0,
  handlingTime: 0,
  status: 0,
  validation: 0,
  offerValidation: 1,
  ownership: 1,
  competitors: 1,
  rank: 1,
  bestE4: 0,
  images: [],
  characteristics: [],
  deposit: null,
  weightGrams: 0,
  documentErrors: [],
  created: now,
  modified: now,
  validateAt: null,
});

const content = (fields: Fields, before: Offer): Partial<Offer> => ({
  name: textOf(fields['name']) ?? before.name,
  brand: textOf(fields['brand']) ?? before.brand,
  partNumber: normalPartNumber(fields) ?? before.partNumber,
  description: textOf(fields['description']) ?? before.description,
  categoryId: intOf(fields['category_id']) ?? before.categoryId,
  ean: eansOf(fields) ?? before.ean,
  images: imagesOf(fields) ?? before.images,
});

const attach = (call: Call, id: number, fields: Fields, key: string): Outcome => {
  const product = inCatalogue(call, (offer) => offer.partNumberKey === key);
  if (!product) return { messages: [`Part number key ${key} was not found. - Product id: ${id}`] };
  if (own(call, id, (offer) => offer.partNumberKey === key))
    return {
      messages: [
        `You already hold an offer associated with this PNK: ${key}. If this association was a mistake, please contact us. - Product id: ${id}`,
      ],
    };
  const read = readOfferPart(fields, undefined, call.account.type);
  if ('problems' in read) return { messages: withId(read.problems, id) };
  const base = emptyOffer(id, call.world.clock.now());
  const { name, brand, partNumber, description, categoryId, ean, images } = product;
  const catalogue = { name, brand, partNumber, description, categoryId, ean, images, partNumberKey: key };
  return { offer: { ...base, ...catalogue, ...read.change, validation: 9, ownership: 2 }, messages: [] };
};

const withId = (problems: readonly string[], id: number): string[] =>
  problems.map((problem) => `${problem} - Product id: ${id}`);

const refusedContent = (call: Call, id: number, fields: Fields): string | undefined => {
  const bad = eansOf(fields)?.find((ean) => !isValidEan(ean));
  if (bad !== undefined) return `${bad} is not a valid EAN. - Product id: ${id}`;
  const partNumber = normalPartNumber(fields);
  if (partNumber !== undefined && own(call, id, (offer) => offer.partNumber === partNumber))
    return `You already hold a Product associated with this PN:${partNumber}.`;
  const taken = eansOf(fields)?.find((ean) => own(call, id, (offer) => offer.ean.includes(ean)));
  return taken === undefined
    ? undefined
    : `You already hold a Product associated with this EAN:${taken}. - Product id: ${id}`;
};

const create = (call: Call, id: number, fields: Fields): Outcome => {
  const missing = ['name', 'brand', 'part_number'].filter((name) => !textOf(fields[name]));
  if (missing.length > 0)
    return { messages: [`Mandatory fields are missing: ${missing.join(', ')}. - Product id: ${id}`] };
  const now = call.world.clock.now();
  const base = emptyOffer(id, now);
  const documented = { ...base, ...content(fields, base) };
  const isDraft = fields['sale_price'] === undefined;
  if (isDraft) {
    const needed = documented.ean.length === 0 ? ['EAN'] : [];
    const text = `WARNING: The product was saved as a draft, and you need the following product fields to continue documenting and have the product ready for sale: ${needed.join(', ')}. - Product id: ${id}`;
    return { offer: documented, messages: needed.length > 0 ? [text] : [] };
  }
  const mandatory = ['status', 'vat_id', 'stock'].filter((name) => fields[name] === undefined);
  if (mandatory.length > 0)
    return { messages: [`Mandatory fields are missing: ${mandatory.join(', ')}. - Product id: ${id}`] };
  const read = readOfferPart(fields, undefined, call.account.type);
  if ('problems' in read) return { messages: withId(read.problems, id) };
  const known = inCatalogue(call, (offer) => offer.ean.some((ean) => documented.ean.includes(ean)));
  if (known)
    return {
      offer: { ...documented, ...read.change, partNumberKey: known.partNumberKey, validation: 9, ownership: 2 },
      messages: [
        `WARNING: Your product has been automatically associated via EAN to an existing product. - Product id: ${id}`,
      ],
    };
  return {
    offer: { ...documented, ...read.change, validation: 1, validateAt: now + VALIDATED_AFTER_MS },
    messages: [],
  };
};

const update = (call: Call, before: Offer, fields: Fields): Outcome => {
  const { id } = before;
  const mandatory = ['status', 'sale_price', 'vat_id', 'handling_time', 'stock'].filter(
    (name) => fields[name] === undefined,
  );
  const isDraft = before.validation === 0;
  if (mandatory.length > 0 && !isDraft)
    return { messages: [`Mandatory fields are missing: ${mandatory.join(', ')}. - Product id: ${id}`] };
  const read = readOfferPart(fields, isDraft && before.priceE4 === 0 ? undefined : before, call.account.type);
  if ('problems' in read) return { messages: withId(read.problems, id) };
  const offer: Offer = { ...before, ...read.change };
  const isContentSent = contentKeys.some((key) => fields[key] !== undefined);
  if (!isContentSent) return { offer, messages: [] };
  if (before.ownership === 2)
    return {
      offer,
      messages: [`WARNING: You are not eligible to edit the product documentation. - Product id: ${id}`],
    };
  const after = content(fields, before);
  if (after.name !== before.name && after.partNumber !== before.partNumber)
    return {
      offer,
      messages: [
        `You are trying to change both part_number and name at the same time for id ${id}. Please change only one of them in a request.`,
      ],
    };
  const isChanged = JSON.stringify(after) !== JSON.stringify(content({}, before));
  const now = call.world.clock.now();
  const validation = !isChanged ? {} : { validation: isDraft ? 1 : 11, validateAt: now + VALIDATED_AFTER_MS };
  return { offer: { ...offer, ...after, ...validation }, messages: [] };
};

const saveOne = (call: Call, fields: Fields): Outcome => {
  const id = intOf(fields['id']);
  if (id === undefined || id < 1 || id > 16_777_215)
    return {
      messages: [`Invalid product id: ${textOf(fields['id']) ?? ''}. - Product id: ${textOf(fields['id']) ?? ''}`],
    };
  const refused = refusedContent(call, id, fields);
  if (refused !== undefined) return { messages: [refused] };
  const before = call.account.offers.get(id);
  if (before) return update(call, before, fields);
  const key = textOf(fields['part_number_key'])?.toUpperCase();
  return key ? attach(call, id, fields, key) : create(call, id, fields);
};

/** `product_offer/save` (reference §10): no verdict per entity, and `isError` true does not always mean refused (§3.4). */
export const saveProductOffers = (call: Call): Answer => {
  const { payload, world, account } = call;
  if (!Array.isArray(payload)) return refusal('Expected list of arrays, single array received');
  if (payload.length > 50) return refusal('Maximum 50 entities per request exceeded');
  const messages: string[] = [];
  for (const fields of (payload as unknown[]).filter(isFields)) {
    const outcome = saveOne(call, fields);
    messages.push(...outcome.messages);
    if (!outcome.offer) continue;
    world.saveOffer(account, outcome.offer);
    world.record(account, 'offer', null, { offer_id: outcome.offer.id, fields: Object.keys(fields).sort() });
  }
  return messages.length > 0 ? refusal(messages) : success([]);
};
