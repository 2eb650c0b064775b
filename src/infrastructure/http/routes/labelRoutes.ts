import { z } from 'zod';
import type { LabelFormat } from '../../../application/ports/marketplace.js';
import { ROLES } from '../../identity/principal.js';
import { accountsOf } from '../accounts.js';
import type { Answer } from '../answer.js';
import { labelsOf, storedAwbsOf } from '../awbAnswers.js';
import type { HttpDeps } from '../httpDeps.js';
import { accountTypeField, awbNumberParam, repeatedQuery } from '../params.js';
import { route, type RequestFacts, type Route } from '../route.js';

const MOST_AWBS = 100;

const labelQuery = {
  account_type: accountTypeField,
  format: z.enum(['A4', 'A5', 'A6', 'ZPL']).optional().meta({ description: 'A4 when absent' }),
};

const labelAnswer = async (
  awbNumbers: readonly string[],
  query: { readonly account_type?: string | undefined; readonly format?: LabelFormat | undefined },
  name: string,
  { correlationId }: RequestFacts,
  deps: HttpDeps,
): Promise<Answer> => {
  const [account] = (await accountsOf(deps, query.account_type)) ?? [];
  const format = query.format ?? 'A4';
  const awbs = await storedAwbsOf(deps, awbNumbers, account ?? null);
  const isZpl = format === 'ZPL';
  return {
    status: 200,
    headers: { 'content-disposition': `inline; filename="${name}.${isZpl ? 'zpl' : 'pdf'}"` },
    body: await labelsOf(deps, awbs, format, { correlationId, priority: 'interactive' }),
    contentType: isZpl ? 'application/zpl' : 'application/pdf',
  };
};

const shared = {
  method: 'get',
  tag: 'Shipping',
  access: ROLES,
  reads: ['order_list'],
  responses: {
    200: { description: 'PDF, or ZPL text when asked for', contentType: ['application/pdf', 'application/zpl'] },
  },
  problems: [
    'account-unknown',
    'awb-unknown',
    'account-ambiguous',
    'label-unknown',
    'request-impossible',
    'marketplace-refused',
    'marketplace-unreadable',
    'marketplace-timeout',
    'marketplace-unavailable',
  ],
} as const;

export const labelRoutes: readonly Route[] = [
  route({
    ...shared,
    path: '/emag/phase2/awb/{awb_number}/label',
    summary: 'The labels of all parcels of an AWB',
    params: z.strictObject({ awb_number: awbNumberParam }),
    query: z.strictObject(labelQuery),
    handler: ({ params, query, ...facts }, deps) =>
      labelAnswer([params.awb_number], query, `awb-${params.awb_number}`, facts, deps),
  }),
  route({
    ...shared,
    path: '/emag/phase2/awb/labels',
    summary: 'The labels of many AWBs as one file',
    description:
      'Each parcel of each AWB once, in the order asked for. One that is unknown is named, and none is sent.',
    query: z.strictObject({
      ...labelQuery,
      awb: repeatedQuery(awbNumberParam, `AWB number; repeated, up to ${MOST_AWBS}`, MOST_AWBS),
    }),
    handler: ({ query, ...facts }, deps) => labelAnswer([...new Set(query.awb)], query, 'awb-labels', facts, deps),
  }),
];
