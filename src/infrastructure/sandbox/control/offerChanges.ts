import type { Fields } from '../http/requestBody.js';
import { textOf } from '../http/fieldReaders.js';
import type { Offer } from '../model.js';
import { readOfferPart } from '../routes/offerFields.js';
import { offerView } from '../routes/offerReads.js';
import type { SandboxAccount } from '../world/world.js';
import { ControlError } from './controlError.js';

export const offerOf = (account: SandboxAccount, id: string | undefined): Offer => {
  const offer = account.offers.get(Number(id));
  if (!offer) throw new ControlError(404, `account ${account.key} has no offer ${id ?? ''}`);
  return offer;
};

/** What the seller's own interface shows: the offer as it is read, and its campaign. */
export const shownOffer = ({ key }: SandboxAccount, offer: Offer) => ({
  account: key,
  ...offerView(offer, true),
  campaign: offer.campaign ?? null,
});

/**
 * An offer changed in the marketplace's own interface: the keys of `offer/save`, with stock as a plain number, and
 * `campaign`, a name or null.
 */
export const changeOffer = (offer: Offer, { campaign, stock, ...fields }: Fields): Offer => {
  const value = stock === undefined ? {} : { stock: [{ warehouse_id: 1, value: stock }] };
  const read = readOfferPart({ ...fields, ...value }, offer, 3);
  if ('problems' in read) throw new ControlError(400, read.problems.join(' '));
  return {
    ...offer,
    ...read.change,
    ...(campaign !== undefined && { campaign: campaign === null ? null : (textOf(campaign) ?? null) }),
  };
};
