import { z } from 'zod';

/** Our name of a seller's field, and the one on the wire. */
export const SELLER_FIELDS: Readonly<Record<string, string>> = {
  name: 'name',
  fiscalCode: 'fiscal_code',
  registration: 'registration',
  address: 'address',
  city: 'city',
  county: 'county',
  postcode: 'postcode',
  country: 'country',
  iban: 'iban',
  contact: 'contact',
  phone: 'phone',
};

const sellerText = z.string().max(200);

export const sellerSchema = z
  .strictObject({
    name: sellerText,
    fiscal_code: sellerText,
    registration: sellerText,
    address: sellerText,
    city: sellerText,
    county: sellerText,
    postcode: sellerText,
    country: sellerText,
    iban: sellerText,
    contact: sellerText,
    phone: sellerText,
  })
  .meta({ id: 'Seller' });
