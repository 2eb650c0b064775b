import type { Schemas } from '../api/client.js';

export type AccountRecord = Schemas['Account'];
export type AccountDetails = Schemas['AccountDetails'];
export type NewAccount = Schemas['NewAccount'];
export type AccountChange = Schemas['AccountChange'];

export const PLATFORMS = ['emag-ro', 'emag-bg', 'emag-hu', 'fd-ro', 'fd-bg'] as const;

export const isPlatform = (text: string): text is (typeof PLATFORMS)[number] =>
  PLATFORMS.some((platform) => platform === text);
