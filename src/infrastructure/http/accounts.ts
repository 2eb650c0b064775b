import type { OrderKey } from '../../domain/order/orderFacts.js';
import type { HttpDeps } from './httpDeps.js';
import { HttpProblem } from './problems.js';

const unknownAccount = (key: string): HttpProblem =>
  new HttpProblem('account-unknown', `There is no account ${key}`, {
    errors: [{ parameter: 'account_type', detail: 'is no configured account' }],
  });

/** The accounts that `account_type` names; null means all. @throws HttpProblem `account-unknown` */
export const accountsOf = async (
  { marketplace }: Pick<HttpDeps, 'marketplace'>,
  accountType: string | undefined,
): Promise<readonly string[] | null> => {
  if (accountType === undefined || accountType === 'both') return null;
  const known = await marketplace.accounts();
  if (!known.some(({ key }) => key === accountType)) throw unknownAccount(accountType);
  return [accountType];
};

/** The accounts that a command is for: the one named, or all that are configured. */
export const accountKeysOf = async (
  deps: Pick<HttpDeps, 'marketplace'>,
  accountType: string | undefined,
): Promise<readonly string[]> =>
  (await accountsOf(deps, accountType)) ?? (await deps.marketplace.accounts()).map(({ key }) => key);

/** The one account of a question that only one can answer: the one named, or the only one there is. */
export const oneAccountOf = async (
  deps: Pick<HttpDeps, 'marketplace'>,
  accountType: string | undefined,
): Promise<string> => {
  const keys = await accountKeysOf(deps, accountType);
  const [only, ...others] = keys;
  if (only === undefined) throw new HttpProblem('account-unknown', 'No marketplace account is configured');
  if (others.length > 0) {
    throw new HttpProblem('account-ambiguous', 'Say which account is meant', { extra: { accounts: keys } });
  }
  return only;
};

/**
 * The account of a wish that is made to one of them and binds none: the one named, else the first that we ship from
 * ourselves, else the first there is.
 */
export const accountOrFirstOf = async (
  deps: Pick<HttpDeps, 'marketplace'>,
  accountType: string | undefined,
): Promise<string> => {
  const [named] = (await accountsOf(deps, accountType)) ?? [];
  if (named !== undefined) return named;
  const known = await deps.marketplace.accounts();
  const first = known.find(({ fulfilment }) => fulfilment === 'own') ?? known[0];
  if (!first) throw new HttpProblem('account-unknown', 'No marketplace account is configured');
  return first.key;
};

/**
 * The order that a path or body and `account_type` name together.
 *
 * @throws HttpProblem `account-unknown`, `order-unknown`, `account-ambiguous`
 */
export const orderKeyOf = async (
  deps: Pick<HttpDeps, 'marketplace' | 'orderQueries'>,
  reference: string,
  accountType: string | undefined,
): Promise<OrderKey> => {
  const dash = reference.indexOf('-');
  const orderId = reference.slice(dash + 1);
  const named = dash < 0 ? undefined : reference.slice(0, dash);
  const [asked] = (await accountsOf(deps, accountType)) ?? [];
  if (named !== undefined && asked !== undefined && named !== asked) {
    throw new HttpProblem('validation-failed', 'account_type names another account than the order', {
      errors: [{ parameter: 'account_type', detail: `is not ${named}` }],
    });
  }
  if (named !== undefined) await accountsOf(deps, named);
  const account = named ?? asked;
  if (account !== undefined) return { account, orderId };

  const found = await deps.orderQueries.byId(orderId, null);
  const [only] = found;
  if (!only) throw new HttpProblem('order-unknown', `There is no order ${orderId}`);
  if (found.length > 1) {
    throw new HttpProblem('account-ambiguous', `Several accounts have an order ${orderId}`, {
      extra: { accounts: found.map(({ key }) => key.account) },
    });
  }
  return only.key;
};
