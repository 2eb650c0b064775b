import { ROLES } from '../../identity/principal.js';
import type { CatalogueFilter } from '../../../projections/offers/catalogueQueries.js';
import { accountsOf } from '../accounts.js';
import { ok } from '../answer.js';
import { listAnswer, listRequestOf, listSchema } from '../lists.js';
import { catalogueRowText, catalogueWithPictures } from '../pictureAnswers.js';
import { HttpProblem } from '../problems.js';
import { productPage } from '../productLists.js';
import { route, type Route } from '../route.js';
import { catalogueListQuery, catalogueQuery, catalogueRowSchema, skuPath } from '../schemas/products.js';

const TAG = 'Products';

export const productRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/catalogue',
    tag: TAG,
    summary: 'A row a SKU with its offers, across accounts',
    access: ROLES,
    query: catalogueListQuery,
    reads: ['offers'],
    responses: { 200: { description: 'A page', schema: listSchema('items', catalogueRowSchema) } },
    problems: ['account-unknown'],
    handler: async (context, deps) => {
      const { query, url } = context;
      const accounts = await accountsOf(deps, query.account_type);
      const filter: CatalogueFilter = {
        ...(accounts?.[0] !== undefined && { account: accounts[0] }),
        ...(query.status && { statuses: query.status }),
        ...(query.brand !== undefined && { brand: query.brand }),
        ...(query.validation_status !== undefined && { validationStatus: query.validation_status }),
        ...(query.in_stock !== undefined && { inStock: query.in_stock }),
        ...(query.buy_box_lost !== undefined && { buyBoxLost: query.buy_box_lost }),
      };
      const request = listRequestOf(query);
      const asked = { list: 'catalogue', accounts, filter, request } as const;
      const { page } = await productPage(deps, context, asked, async () =>
        catalogueWithPictures(deps, await deps.catalogue.list(filter, request)),
      );
      return listAnswer(page, { key: 'items', url, request });
    },
  }),
  route({
    method: 'get',
    path: '/catalogue/{sku}',
    tag: TAG,
    summary: 'One SKU with its offers',
    access: ROLES,
    params: skuPath,
    query: catalogueQuery,
    reads: ['offers'],
    responses: { 200: { description: 'The row', schema: catalogueRowSchema } },
    problems: ['account-unknown', 'sku-unknown'],
    handler: async ({ params, query }, deps) => {
      const accounts = await accountsOf(deps, query.account_type);
      const row = await deps.catalogue.bySku(params.sku, accounts?.[0] ?? null);
      if (row === null) throw new HttpProblem('sku-unknown', `No offer has the SKU ${params.sku}`);
      return ok(catalogueRowText(deps, row));
    },
  }),
];
