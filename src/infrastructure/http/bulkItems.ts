import type { BulkAwb, BulkItem } from '../../domain/operation/bulk.js';
import { accountsOf } from './accounts.js';
import type { HttpDeps } from './httpDeps.js';
import { HttpProblem, type ProblemCode } from './problems.js';
import type { RequestFacts } from './route.js';
import { checkShipment } from './shipmentRequest.js';

/** One order as a bulk command names it. */
export interface AskedItem {
  /** The marketplace's id, or the order's own with its account. */
  readonly reference: string;
  readonly accountType: string | undefined;
  readonly awb: BulkAwb | null;
}

interface Named {
  readonly account: string | null;
  readonly orderId: string;
  readonly awb: BulkAwb | null;
  readonly refusal: BulkItem['refusal'];
}

const refusal = (code: ProblemCode, text: string) => ({ code, text });

/** What the reference and the account type say without a look at the orders. */
const namedBy = ({ reference, accountType, awb }: AskedItem, known: ReadonlySet<string>): Named => {
  const dash = reference.indexOf('-');
  const orderId = reference.slice(dash + 1);
  const named = dash < 0 ? undefined : reference.slice(0, dash);
  const asked = accountType === 'both' ? undefined : accountType;
  const of = { orderId, awb };
  const unknown = [named, asked].find((account) => account !== undefined && !known.has(account));
  if (unknown !== undefined) {
    return { ...of, account: null, refusal: refusal('account-unknown', `There is no account ${unknown}`) };
  }
  if (named !== undefined && asked !== undefined && named !== asked) {
    const text = `account_type names another account than order ${reference}`;
    return { ...of, account: null, refusal: refusal('validation-failed', text) };
  }
  return { ...of, account: named ?? asked ?? null, refusal: null };
};

const keyOf = ({ account, orderId }: Pick<BulkItem, 'account' | 'orderId'>): string => `${account ?? ''}-${orderId}`;

/**
 * The items of a bulk: each order once, with its account, or with why there is no such thing to do. One question to the
 * read model, however many they are. What an order's state forbids is found when its turn comes.
 *
 * @throws HttpProblem `account-unknown` for the account of the whole
 */
export const bulkItemsOf = async (
  deps: Pick<HttpDeps, 'marketplace' | 'orderQueries'>,
  accountType: string | undefined,
  asked: readonly AskedItem[],
): Promise<readonly BulkItem[]> => {
  await accountsOf(deps, accountType);
  const accounts = new Set((await deps.marketplace.accounts()).map(({ key }) => key));
  const named = asked.map((item) => namedBy({ ...item, accountType: item.accountType ?? accountType }, accounts));
  const open = named.filter((item) => item.account === null && item.refusal === null).map(({ orderId }) => orderId);
  const holders = new Map<string, string[]>();
  for (const { account, orderId } of open.length > 0 ? await deps.orderQueries.keysOf([...new Set(open)]) : []) {
    holders.set(orderId, [...(holders.get(orderId) ?? []), account]);
  }
  const resolved = named.map((item): BulkItem => {
    if (item.account !== null || item.refusal !== null) return item;
    const [only, ...others] = holders.get(item.orderId) ?? [];
    if (only === undefined) {
      return { ...item, refusal: refusal('order-unknown', `There is no order ${item.orderId}`) };
    }
    if (others.length === 0) return { ...item, account: only };
    const text = `Several accounts have an order ${item.orderId}: ${[only, ...others].join(', ')}`;
    return { ...item, refusal: refusal('account-ambiguous', text) };
  });
  const seen = new Set<string>();
  return resolved.filter((item) => !seen.has(keyOf(item)) && Boolean(seen.add(keyOf(item))));
};

/** Refuses what can never be shipped: no piece at all, a courier account or an address that the account has not. */
export const checkShipments = async (
  items: readonly BulkItem[],
  facts: RequestFacts,
  deps: HttpDeps,
): Promise<readonly BulkItem[]> => {
  const found = new Map<string, Promise<BulkItem['refusal']>>();
  const judge = async (account: string, shipment: BulkAwb['parcel']): Promise<BulkItem['refusal']> => {
    try {
      await checkShipment(account, shipment, facts, deps);
      return null;
    } catch (error) {
      if (error instanceof HttpProblem) return refusal(error.code, error.message);
      throw error;
    }
  };
  const refusalOf = ({ account, orderId, awb }: BulkItem): Promise<BulkItem['refusal']> | BulkItem['refusal'] => {
    const { parcels = 1, envelopes = 0, courierAccountId, senderAddressId } = awb?.parcel ?? {};
    if (parcels + envelopes === 0) {
      return refusal('request-impossible', `The shipment of order ${orderId} needs a parcel or an envelope`);
    }
    if (account === null || (!courierAccountId && !senderAddressId)) return null;
    const id = JSON.stringify([account, courierAccountId, senderAddressId]);
    const judged = found.get(id) ?? judge(account, awb?.parcel ?? {});
    found.set(id, judged);
    return judged;
  };
  return Promise.all(items.map(async (item) => (item.refusal ? item : { ...item, refusal: await refusalOf(item) })));
};
