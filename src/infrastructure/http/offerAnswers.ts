import { offerStream, type OfferKey } from '../../domain/offer/offer.js';
import { accountsOf } from './accounts.js';
import type { CommandResult } from './commands.js';
import type { HttpDeps } from './httpDeps.js';
import { offerWithPicture, type OfferItem } from './pictureAnswers.js';
import { HttpProblem } from './problems.js';
import { projectionParked } from './readModelWait.js';

/**
 * The offer that a path names: the seller's own id, or a row's `id` with the account before it.
 *
 * @throws HttpProblem `account-unknown`, `validation-failed` when both name an account and not the same
 */
export const offerKeyOf = async (
  deps: Pick<HttpDeps, 'marketplace'>,
  { account, id }: { readonly account: string; readonly id: string },
): Promise<OfferKey> => {
  await accountsOf(deps, account);
  const dash = id.indexOf('-');
  if (dash >= 0 && id.slice(0, dash) !== account) {
    throw new HttpProblem('validation-failed', 'id names another account than the path', {
      errors: [{ parameter: 'id', detail: `is not an offer of ${account}` }],
    });
  }
  return { account, offerId: id.slice(dash + 1) };
};

/** The row of `offers/all` as the read model has it. @throws HttpProblem `offer-unknown`, `projection-parked` */
export const currentOffer = async (
  deps: Pick<HttpDeps, 'offerQueries' | 'readPosition' | 'pictures'>,
  key: OfferKey,
): Promise<CommandResult & { readonly position: bigint }> => {
  const { offerQueries, readPosition } = deps;
  const row = await offerQueries.offer(key.account, key.offerId);
  if (!row) throw new HttpProblem('offer-unknown', `Account ${key.account} has no offer ${key.offerId}`);
  if (await readPosition.isParked(['offers'], offerStream(key))) throw projectionParked(offerStream(key));
  const object = offerWithPicture(deps, JSON.parse(row.item) as OfferItem);
  return { object, revision: row.revision, position: row.position };
};
