import type { LiveChannel } from '../notifications/liveMessages.js';
import type { Role } from '../identity/principal.js';

export type Channel = LiveChannel | 'all';

const HEARERS: Readonly<Record<Channel, readonly Role[]>> = {
  all: ['admin', 'operator', 'auditor'],
  orders: ['admin', 'operator', 'auditor'],
  sync: ['admin', 'operator', 'auditor'],
  notifications: ['admin', 'operator', 'auditor'],
};

export const isChannel = (name: string): name is Channel => Object.hasOwn(HEARERS, name);

export const mayHear = (channel: Channel, roles: readonly Role[]): boolean =>
  HEARERS[channel].some((role) => roles.includes(role));
