import type { OfferWish } from '../../../domain/offer/offer.js';
import { ROLES } from '../../identity/principal.js';
import { ok, positionHeaders } from '../answer.js';
import { runMarketplaceCommand } from '../commands.js';
import { currentOffer, offerKeyOf } from '../offerAnswers.js';
import { route, type Route } from '../route.js';
import { offerSchema } from '../schemas/catalogue.js';
import { offerPatch, offerPath } from '../schemas/offers.js';
import { accepted } from '../schemas/operations.js';
import { withOperation } from '../schemas/orders.js';

const TAG = 'Products';

export const offerRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/offers/{account}/{id}',
    tag: TAG,
    summary: 'One offer, as `offers/all` lists it',
    access: ROLES,
    params: offerPath,
    reads: ['offers'],
    responses: { 200: { description: 'The offer', schema: offerSchema } },
    problems: ['account-unknown', 'offer-unknown', 'projection-parked'],
    handler: async ({ params }, deps) => {
      const { object, revision, position } = await currentOffer(deps, await offerKeyOf(deps, params));
      return ok(object, positionHeaders({ revision: revision ?? null, position }));
    },
  }),
  route({
    method: 'patch',
    path: '/offers/{account}/{id}',
    tag: TAG,
    summary: 'Set price, stock or status of an offer at the marketplace',
    description:
      'The answer is the row as the marketplace shows it after the change: the offer is read again before the ' +
      'operation ends. `last_change` of the row says what was wished and what became of it.',
    access: ['admin', 'operator'],
    honoursIfMatch: true,
    params: offerPath,
    body: offerPatch,
    responses: { 200: { description: 'The offer', schema: withOperation(offerSchema) }, 202: accepted },
    problems: [
      'account-unknown',
      'offer-unknown',
      'offer-change-in-progress',
      'price-out-of-range',
      'price-impossible',
      'stock-impossible',
      'stock-not-editable',
      'marketplace-refused',
      'projection-parked',
    ],
    handler: async (context, deps) => {
      const key = await offerKeyOf(deps, context.params);
      const { price_net: priceNet, stock, status } = context.body;
      const wish: OfferWish = {
        ...(priceNet !== undefined && { priceNet }),
        ...(stock !== undefined && { stock }),
        ...(status !== undefined && { status }),
      };
      return runMarketplaceCommand(context, deps, {
        issue: (command) => deps.offers.requestChange(key, wish, command),
        reads: ['offers', 'operations'],
        result: () => currentOffer(deps, key),
        created: 200,
      });
    },
  }),
];
