import type { Config } from '../config/config.js';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

export const isLoopback = (url: string): boolean => LOOPBACK.test(new URL(url).hostname);

/** Under which the marketplace reaches us; null when ours is loopback and the marketplace is not (contract §9). */
export const publicUrlFor = ({ publicUrl }: Pick<Config, 'publicUrl'>, marketplaceUrl: string): string | null => {
  if (publicUrl === null) return null;
  return isLoopback(publicUrl) && !isLoopback(marketplaceUrl) ? null : publicUrl;
};
