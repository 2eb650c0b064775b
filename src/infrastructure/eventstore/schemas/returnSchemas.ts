import { z } from 'zod';
import {
  PICKUP_METHODS,
  RETURN_STATUSES,
  RETURN_WISHES,
  type ReturnEvent,
} from '../../../domain/returns/returnRequest.js';
import { account, decimal, id, instant, text, type SchemasOf } from './primitives.js';

const facts = z.strictObject({
  orderId: id,
  fulfilment: z.enum(['own', 'fbe']),
  status: z.enum(RETURN_STATUSES),
  wish: z.enum(RETURN_WISHES).nullable(),
  reasonId: text.nullable(),
  pickupMethod: z.enum(PICKUP_METHODS).nullable(),
  requestedAt: instant,
  returnTax: decimal.nullable(),
  reservationIds: z.array(text).readonly(),
  lines: z
    .array(
      z.strictObject({
        lineId: text.nullable(),
        offerId: text.nullable(),
        name: text,
        quantity: z.number(),
        reasonId: text.nullable(),
        refund: decimal.nullable(),
      }),
    )
    .readonly(),
});

const person = z.strictObject({
  name: text,
  company: text,
  phone: text,
  observations: text,
  pickup: z.strictObject({
    country: text,
    county: text,
    city: text,
    localityId: text.nullable(),
    street: text,
    postcode: text,
  }),
  refundAccount: z.strictObject({ iban: text, bank: text, beneficiary: text }),
});

const ofReading = { account, returnId: id, personId: text, digest: text, at: instant, syncRunId: text.optional() };

export const returnSchemas = {
  ReturnReceived: z.strictObject({ ...ofReading, facts, personal: person }),
  ReturnChanged: z.strictObject({ ...ofReading, changed: facts.partial(), personal: person.partial() }),
} satisfies SchemasOf<ReturnEvent>;
