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

export const settingsSchema = z
  .object({
    seller: sellerSchema,
    invoice_series: z.array(
      z.object({ series: z.string(), next_number: z.int().positive(), accounts: z.array(z.string()) }),
    ),
    automation: z.record(z.string(), z.object({ auto_acknowledge: z.boolean() })),
  })
  .meta({ id: 'Settings' });

export const settingsBody = z
  .strictObject({
    seller: sellerSchema.partial().strict().optional(),
    invoice_series: z
      .array(
        z.strictObject({
          series: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,9}$/, 'a letter, then letters or digits, 10 at most'),
          next_number: z
            .union([
              z.int(),
              z
                .string()
                .regex(/^[0-9]{1,9}$/)
                .transform(Number),
            ])
            .pipe(z.int().min(1).max(9_999_999)),
          accounts: z.array(z.string().regex(/^[a-z0-9_]{1,24}$/)).max(100),
        }),
      )
      .min(1)
      .max(50)
      .optional(),
    automation: z
      .record(z.string().regex(/^[a-z0-9_]{1,24}$/), z.strictObject({ auto_acknowledge: z.boolean() }))
      .optional(),
  })
  .meta({ id: 'SettingsChange', description: 'What is absent stays' });
