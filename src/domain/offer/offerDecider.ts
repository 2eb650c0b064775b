import type { Decider } from '../decider.js';
import {
  changedFacts,
  emptyOffer,
  evolveOffer,
  unmet,
  valuesOf,
  type ConflictStrategy,
  type Offer,
  type OfferEvent,
  type OfferKey,
  type ReadFacts,
} from './offer.js';
import { decideOfferChange, type OfferChangeCommand } from './offerChanging.js';

export interface ObserveOffer {
  type: 'ObserveOffer';
  data: OfferKey &
    ReadFacts & {
      /** Our clock before the request went out: a reading begun before our own last fact says nothing. */
      readStartedAt: string;
      syncRunId: string | null;
      conflictStrategy: ConflictStrategy;
      /** Of the wish that `local_priority` may bring about: the cause of this command, so that its event is the first. */
      operationId: string;
    };
  at: Date;
}

export type OfferCommand = ObserveOffer | OfferChangeCommand;

const isOpen = ({ change }: Offer): boolean => change.phase === 'requested' || change.phase === 'attempted';

const observe = ({ data, at }: ObserveOffer, offer: Offer): readonly OfferEvent[] => {
  const { account, offerId, facts, digest, readStartedAt, syncRunId, conflictStrategy, operationId } = data;
  const now = at.toISOString();
  const run = syncRunId === null ? {} : { syncRunId };
  if (!offer.facts) return [{ type: 'OfferReceived', data: { account, offerId, facts, digest, at: now, ...run } }];
  // While a change is under way, and for a reading begun before it ended, the change's own reading tells the truth.
  if (isOpen(offer) || (offer.lastFactAt !== null && readStartedAt < offer.lastFactAt)) return [];
  const changed = changedFacts(offer.facts, facts);
  if (Object.keys(changed).length === 0) return [];
  const observed: OfferEvent = { type: 'OfferChanged', data: { account, offerId, changed, digest, at: now, ...run } };

  // Stock moves with every order, so another stock is no contradiction (reference §12.2).
  const { stock: _stock, ...ours } = offer.ours;
  const lost = unmet(ours, valuesOf(facts));
  if (Object.keys(lost).length === 0) return [observed];
  const shown = valuesOf(facts);
  switch (conflictStrategy) {
    // What was read is recorded by the wish's own reading, when it is known which value stays.
    case 'local_priority':
      return [
        { type: 'OfferChangeRequested', data: { account, offerId, operationId, at: now, wish: lost, before: shown } },
      ];
    case 'manual':
      return [observed, { type: 'OfferConflictFound', data: { account, offerId, ours: lost, shown, at: now, ...run } }];
    // Offers carry no time of change: a reading that began after our last fact is the newer word.
    case 'newest_wins':
    case 'emag_priority':
      return [observed];
  }
};

export const offerDecider: Decider<Offer, OfferCommand, OfferEvent> = {
  initialState: emptyOffer,

  decide(command, offer) {
    return command.type === 'ObserveOffer' ? observe(command, offer) : decideOfferChange(command, offer);
  },

  evolve: evolveOffer,
};
