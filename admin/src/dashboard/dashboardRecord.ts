import type { Schemas } from '../api/client.js';

export type Dashboard = Schemas['Dashboard'];
export type Need = Dashboard['needs'][number];
/** An amount that is null where there is nothing to compute it from. */
export type ComparedAmount = Schemas['ComparedAmount'];
export type ComparedCount = Schemas['ComparedCount'];
export type AttentionItem = Schemas['AttentionItem'];
export type AttentionKind = AttentionItem['kind'];
