import { z } from 'zod';
import { readGtin, type Gtin } from '../../../domain/ean/gtin.js';
import type { ProductData } from '../../../domain/ean/matching.js';
import { localOfferView, matchView } from '../../../projections/eanDecisions/eanDecisionView.js';
import { ROLES } from '../../identity/principal.js';
import { accountKeysOf, accountOrFirstOf, accountsOf } from '../accounts.js';
import { ok, positionHeaders } from '../answer.js';
import { commandContextOf } from '../commands.js';
import { gtinOf, quotaProblem, quotaView, searchAccounts } from '../eanAnswers.js';
import { listAnswer, listRequestOf, listSchema } from '../lists.js';
import { accountTypeField } from '../params.js';
import { decisionsWithPictures, matchWithPictures, productWithPicture } from '../pictureAnswers.js';
import { HttpProblem, type ProblemCode } from '../problems.js';
import { route, type Route } from '../route.js';
import {
  eanBulkSearchBody,
  eanBulkSearchSchema,
  eanDecisionQuery,
  eanDecisionSchema,
  eanMatchBody,
  eanMatchSchema,
  eanParam,
  eanSearchBody,
  eanSearchSchema,
  quotasSchema,
  validationSchema,
} from '../schemas/ean.js';

const TAG = 'EAN';
const operators = ['admin', 'operator'] as const;
const marketplaceProblems: readonly ProblemCode[] = [
  'account-unknown',
  'ean-quota-exhausted',
  'marketplace-credentials-refused',
  'marketplace-ip-refused',
  'marketplace-refused',
  'marketplace-unreadable',
  'marketplace-rate-limited',
  'marketplace-unavailable',
  'marketplace-timeout',
];

const productDataOf = (data: z.output<typeof eanMatchBody>['product_data']): ProductData => ({
  ...(data?.name !== undefined && { name: data.name }),
  ...(data?.brand !== undefined && { brand: data.brand }),
  ...(data?.sku !== undefined && { sku: data.sku }),
  ...(data?.part_number !== undefined && { partNumber: data.part_number }),
  ...(data?.part_number_key !== undefined && { partNumberKey: data.part_number_key }),
  ...(data?.category !== undefined && { category: data.category }),
  ...(data?.category_id !== undefined && { categoryId: data.category_id }),
});

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
  route({
    method: 'post',
    path: '/emag/phase2/ean/search',
    tag: TAG,
    summary: 'Products of the marketplace’s catalogue by EAN',
    description:
      'Spends a call of the day’s look-ups, unless the same code was asked for within ten minutes. Without `account_type` every account is asked; one that cannot be is named in `unavailable`.',
    access: operators,
    body: eanSearchBody,
    responses: { 200: { description: 'The products', schema: eanSearchSchema } },
    problems: [...marketplaceProblems, 'ean-invalid'],
    handler: async ({ body, correlationId }, deps) => {
      const accounts = await accountKeysOf(deps, body.account_type);
      if (accounts.length === 0) throw new HttpProblem('account-unknown', 'No marketplace account is configured');
      const gtin = gtinOf(body.ean);
      const { ean, gtin14 } = gtin;
      const found = await searchAccounts(accounts, [gtin], correlationId, deps);
      const products = found.productsOf(gtin14);
      const { quotas, unavailable } = found;
      return ok({ ean, gtin14, products, count: products.length, quota: quotas[0], quotas, unavailable });
    },
  }),
  route({
    method: 'post',
    path: '/emag/phase2/ean/bulk-search',
    tag: TAG,
    summary: 'Up to 100 EANs at once',
    description:
      'Each number is asked for once, a hundred codes a call. What the quota leaves no call for is listed in `not_searched`; when nothing at all can be answered the problem is `ean-quota-exhausted`.',
    access: operators,
    body: eanBulkSearchBody,
    responses: { 200: { description: 'Grouped by EAN', schema: eanBulkSearchSchema } },
    problems: marketplaceProblems,
    handler: async ({ body, correlationId }, deps) => {
      const accounts = await accountKeysOf(deps, body.account_type);
      if (accounts.length === 0) throw new HttpProblem('account-unknown', 'No marketplace account is configured');
      const eans = [...new Set(body.eans.map((ean) => ean.trim()))];
      const invalid: { ean: string; error: string }[] = [];
      const gtins: Gtin[] = [];
      for (const ean of eans) {
        const gtin = readGtin(ean);
        if (typeof gtin === 'string') invalid.push({ ean, error: gtin });
        else gtins.push(gtin);
      }
      const found = await searchAccounts(accounts, gtins, correlationId, deps);
      const groups = gtins.map(({ ean, gtin14 }) => {
        const products = found.productsOf(gtin14);
        return { ean, gtin14, products, count: products.length };
      });
      return ok({
        results: groups.filter(({ count }) => count > 0),
        not_found: groups.filter(({ gtin14, count }) => count === 0 && found.isSearched(gtin14)).map(({ ean }) => ean),
        invalid,
        not_searched: groups.filter(({ gtin14 }) => !found.isSearched(gtin14)).map(({ ean }) => ean),
        total: eans.length,
        quota: found.quotas[0],
        quotas: found.quotas,
        unavailable: found.unavailable,
      });
    },
  }),
  route({
    method: 'get',
    path: '/emag/phase2/ean/quota',
    tag: TAG,
    summary: 'What is left of the day’s look-ups by EAN',
    access: ROLES,
    query: z.strictObject({ account_type: accountTypeField }),
    responses: { 200: { description: 'By account', schema: quotasSchema } },
    problems: ['account-unknown'],
    handler: async ({ query }, deps) => {
      const accounts = await accountKeysOf(deps, query.account_type);
      const quotas = await Promise.all(
        accounts.map(async (account) => quotaView(account, await deps.eanLookUp.quota(account))),
      );
      return ok({ quotas });
    },
  }),
  route({
    method: 'post',
    path: '/emag/phase2/ean/match',
    tag: TAG,
    summary: 'What to do with a product of a known EAN',
    description:
      'Ranks what the catalogue shows against what is known of the product and against our own offers. Nothing is attached; the decision is stored. Without `account_type` it is made for the first account that ships by ' +
      'itself, and `details.account_type` says for which.',
    access: operators,
    body: eanMatchBody,
    reads: ['offers'],
    responses: { 200: { description: 'The recommendation', schema: eanMatchSchema } },
    problems: [...marketplaceProblems, 'ean-invalid'],
    handler: async (context, deps) => {
      const { body } = context;
      const account = await accountOrFirstOf(deps, body.account_type);
      const asked = productDataOf(body.product_data);
      const decided = await deps.eanMatching
        .decide(account, gtinOf(body.ean), asked, commandContextOf(context))
        .catch((error: unknown) => {
          throw quotaProblem(error);
        });
      const { details, ...match } = matchView(decided.decision);
      return ok(
        {
          ...matchWithPictures(deps, account, match),
          details: {
            ...details,
            candidates: details.candidates.map((product) => productWithPicture(deps, account, product)),
            other_offers: decided.elsewhere.map(localOfferView),
            quota: quotaView(account, decided.quota),
          },
        },
        positionHeaders(decided),
      );
    },
  }),
  route({
    method: 'get',
    path: '/emag/phase2/ean/decisions',
    tag: TAG,
    summary: 'Stored decisions of the matching, newest first',
    access: ROLES,
    query: eanDecisionQuery,
    reads: ['ean_decisions'],
    responses: { 200: { description: 'A page', schema: listSchema('items', eanDecisionSchema) } },
    problems: ['account-unknown'],
    handler: async ({ query, url }, deps) => {
      const request = listRequestOf(query);
      const accounts = await accountsOf(deps, query.account_type);
      const page = await deps.eanDecisions.list(
        { ...(accounts && { accounts }), ...(query.recommendation && { recommendations: query.recommendation }) },
        request,
      );
      return listAnswer(decisionsWithPictures(deps, page), { key: 'items', url, request });
    },
  }),
];
