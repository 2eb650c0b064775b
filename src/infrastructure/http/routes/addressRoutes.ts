import { z } from 'zod';
import { ROLES } from '../../identity/principal.js';
import { accountsOf } from '../accounts.js';
import { ok } from '../answer.js';
import { callContext } from '../shipmentRequest.js';
import { accountParam } from '../params.js';
import { route, type Route } from '../route.js';

/** Kinds of an address (reference §9.6, `address_type_id`). */
const KINDS = { 1: 'return', 2: 'pickup', 3: 'invoice', 4: 'delivery_estimates' } as const;

const addressSchema = z
  .object({
    address_id: z.string(),
    kind: z.enum(['return', 'pickup', 'invoice', 'delivery_estimates', 'other']),
    is_default: z
      .boolean()
      .meta({ description: 'From the default pickup address an AWB is sent unless it names another' }),
    street: z.string(),
    city: z.string(),
    county: z.string(),
    postcode: z.string(),
    country: z.string(),
  })
  .meta({ id: 'AccountAddress' });

const kindOf = (kind: number) => (kind in KINDS ? KINDS[kind as keyof typeof KINDS] : ('other' as const));

export const addressRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/accounts/{key}/addresses',
    tag: 'Administration',
    summary: 'Addresses of an account as the marketplace keeps them',
    description: 'Kept for an hour. They are changed in the seller’s interface of the marketplace.',
    access: ROLES,
    params: z.strictObject({ key: accountParam }),
    responses: { 200: { description: 'The addresses', schema: z.object({ items: z.array(addressSchema) }) } },
    problems: [
      'account-unknown',
      'marketplace-refused',
      'marketplace-credentials-refused',
      'marketplace-ip-refused',
      'marketplace-rate-limited',
      'marketplace-timeout',
      'marketplace-unavailable',
    ],
    handler: async ({ params, ...facts }, deps) => {
      await accountsOf(deps, params.key);
      const account = await deps.marketplace.account(params.key);
      const addresses = await deps.cache.addresses(params.key, () => account.addresses(callContext(facts)));
      return ok({
        items: addresses.map(({ addressId, kind, isDefault, street, city, county, postcode, country }) => ({
          address_id: addressId,
          kind: kindOf(kind),
          is_default: isDefault,
          street,
          city,
          county,
          postcode,
          country,
        })),
      });
    },
  }),
];
