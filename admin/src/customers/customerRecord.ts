import type { Schemas } from '../api/client.js';

export type CustomerRow = Schemas['Customer'];
export type Tier = CustomerRow['tier'];

export const TIERS: readonly Tier[] = ['vip', 'loyal', 'returning', 'new', 'none'];
