import { z } from 'zod';

export const eanParam = z
  .string()
  .regex(/^[^/]+$/)
  .meta({ pattern: '[^/]+', description: 'What is printed under the barcode', example: '5941234567899' });

const format = z.enum(['GTIN-8', 'GTIN-12', 'GTIN-13', 'GTIN-14']);
const fault = z.enum(['ean-empty', 'ean-not-digits', 'ean-length', 'ean-check-digit']);

export const validationSchema = z
  .object({
    valid: z.boolean(),
    ean: z.string(),
    format: format.nullable(),
    gtin14: z.string().nullable().meta({ description: 'Padded to 14 digits: equal codes are equal here' }),
    error: fault.nullable(),
  })
  .meta({ id: 'EanValidation' });
