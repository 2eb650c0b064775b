import { useOrdersLive } from './useOrdersLive.js';

/** Keeps an orders list moving, also while it is empty, where nothing announces what is new. */
export const OrdersLive = ({ account }: { account: string | undefined }) => {
  useOrdersLive(account);
  return null;
};
