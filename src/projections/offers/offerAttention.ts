import type { Offer, OfferKey } from '../../domain/offer/offer.js';
import type { AttentionItem } from '../orderList/attentionQueries.js';
import type { ChildRow } from '../projection.js';

/** Offers whose last change the marketplace refused, or shows otherwise than it was set here. */
export const offerAttention = (key: OfferKey, { change, conflict }: Offer): readonly ChildRow[] => {
  const id = `${key.account}-${key.offerId}`;
  const row = (kind: 'offer_refused' | 'offer_conflict', since: string, code: string | null, detail: string | null) => {
    const item: AttentionItem = {
      id: `${id}-${kind}`,
      kind,
      severity: 'warning',
      account_type: key.account,
      order_id: null,
      order_date: null,
      since,
      deadline: null,
      code,
      detail,
      next_action: 'edit_offer',
      link: `/products?offer=${id}`,
    };
    return { table: 'offer_attention', key: item.id, row: { account: key.account, kind, since, item } };
  };
  return [
    ...(change.phase === 'refused' ? [row('offer_refused', change.at, change.code, change.text || null)] : []),
    ...(conflict ? [row('offer_conflict', conflict.at, null, null)] : []),
  ];
};
