import { decimalText } from '../data/money.js';
import { success, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { countResults, intOf, intsOf, pageOf, slice, textOf } from '../http/fieldReaders.js';
import type { Offer } from '../model.js';
import { entities } from './orderView.js';

/** Names of reference §12.4. */
export const validationNames: Readonly<Record<number, string>> = {
  0: 'Draft',
  1: 'In Marketplace validation',
  2: 'Awaiting brand validation',
  3: 'Waiting for EAN approval',
  4: 'New documentation pending validation',
  5: 'Rejected brand',
  6: 'EAN rejected',
  8: 'Documentation rejected',
  9: 'Approved documentation',
  10: 'Blocked',
  11: 'Update documentation awaiting approval',
  12: 'Update rejected',
};

/** An offer as `product_offer/read` gives it (§12.2, §12.3). */
export const offerView = (offer: Offer, isSingle: boolean): Record<string, unknown> => {
  const validation = [
    {
      value: offer.validation,
      description: validationNames[offer.validation] ?? '',
      errors: offer.documentErrors,
    },
  ];
  const maker = {
    name: `${offer.brand} SRL`,
    address: 'Str. Fabricii 1, Cluj-Napoca, România',
    email: 'gpsr@producator.example',
  };
  return {
    id: offer.id,
    part_number_key: offer.partNumberKey,
    part_number: offer.partNumber,
    brand: offer.brand,
    brand_name: offer.brand,
    name: entities(offer.name, offer.id % 6 === 0),
    category_id: offer.categoryId,
    vendor_category_id: null,
    ownership: offer.id % 2 === 0 ? offer.ownership === 1 : offer.ownership,
    number_of_offers: offer.competitors,
    buy_button_rank: offer.rank,
    best_offer_sale_price: decimalText(offer.bestE4),
    best_offer_recommended_price: decimalText(offer.recommendedE4),
    description: offer.description,
    url: '',
    sale_price: decimalText(offer.priceE4),
    recommended_price: offer.recommendedE4 === 0 ? 0 : decimalText(offer.recommendedE4),
    min_sale_price: decimalText(offer.minE4),
    max_sale_price: decimalText(offer.maxE4),
    currency: 'RON',
    currency_type: null,
    vat_id: offer.vatId,
    warranty: offer.warranty,
    ean: offer.ean,
    barcode: [],
    general_stock: offer.stock,
    estimated_stock: Math.max(0, offer.stock - offer.reserved),
    stock: [{ warehouse_id: 1, value: offer.stock }],
    handling_time: [{ warehouse_id: 1, value: offer.handlingTime }],
    status: offer.status,
    images: offer.images.map((url, index) => ({ url, display_type: index === 0 ? 1 : 2 })),
    characteristics: offer.characteristics,
    family: offer.id % 4 === 0 ? [] : null,
    attachments: [],
    start_date: null,
    validation_status: validation,
    translation_validation_status: validation,
    offer_validation_status: {
      value: offer.offerValidation,
      description: offer.offerValidation === 1 ? 'Saleable' : 'Invalid price',
    },
    doc_errors: offer.documentErrors.length > 0 ? offer.documentErrors : null,
    offer_details: [],
    genius_eligibility: 1,
    genius_eligibility_type: 1,
    genius_computed: offer.status,
    manufacturer: isSingle ? [maker] : true,
    eu_representative: isSingle ? [] : false,
    safety_information: '',
    commission: null,
    emag_club: 1,
    supply_lead_time: 14,
  };
};

const select = ({ account, filters }: Call): Offer[] => {
  const [ids, statuses] = [intsOf(filters['id']), intsOf(filters['status'])];
  const [partNumber, key] = [textOf(filters['part_number']), textOf(filters['part_number_key'])];
  const [general, estimated] = [intOf(filters['general_stock']), intOf(filters['estimated_stock'])];
  const [offerValidation, validation] = [
    intsOf(filters['offer_validation_status']),
    intsOf(filters['validation_status']),
  ];
  const translation = intsOf(filters['translation_validation_status']);
  const has = (list: number[] | undefined, value: number) => !list || list.includes(value);
  return [...account.offers.values()]
    .filter(
      (offer) =>
        has(ids, offer.id) &&
        has(statuses, offer.status) &&
        (partNumber === undefined || offer.partNumber === partNumber) &&
        (key === undefined || offer.partNumberKey === key) &&
        (general === undefined || offer.stock <= general) &&
        (estimated === undefined || offer.stock - offer.reserved <= estimated) &&
        has(offerValidation, offer.offerValidation) &&
        has(validation, offer.validation) &&
        has(translation, offer.validation),
    )
    .sort((a, b) => b.id - a.id);
};

export const readOffers = (call: Call): Answer => {
  const isSingle = call.filters['id'] !== undefined && !Array.isArray(call.filters['id']);
  return success(slice(select(call), pageOf(call.filters), call.rowShift).map((offer) => offerView(offer, isSingle)));
};
export const countOffers = (call: Call): Answer => success(countResults(select(call).length, pageOf(call.filters)));
