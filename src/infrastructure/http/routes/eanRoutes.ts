import { z } from 'zod';
import { readGtin } from '../../../domain/ean/gtin.js';
import { ROLES } from '../../identity/principal.js';
import { ok } from '../answer.js';
import { route, type Route } from '../route.js';
import { eanParam, validationSchema } from '../schemas/ean.js';

const TAG = 'EAN';

export const eanRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/emag/phase2/ean/validate/{ean}',
    tag: TAG,
    summary: 'Whether a code is a GTIN',
    description:
      'GTIN-8, GTIN-12 (UPC-A), GTIN-13 (EAN-13) and GTIN-14. Asks nobody; a code that is none is answered with 200.',
    access: ROLES,
    params: z.strictObject({ ean: eanParam }),
    responses: { 200: { description: 'What the code is', schema: validationSchema } },
    handler: ({ params }) => {
      const gtin = readGtin(params.ean);
      return ok(
        typeof gtin === 'string'
          ? { valid: false, ean: params.ean, format: null, gtin14: null, error: gtin }
          : { valid: true, ean: gtin.ean, format: gtin.format, gtin14: gtin.gtin14, error: null },
      );
    },
  }),
];
