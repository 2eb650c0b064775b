import { localStorageStore, type Store } from 'react-admin';

const stored = localStorageStore('1', 'magflow');

/** What belongs to the browser's person, not to the session: it outlives signing out. */
const PREFERENCES = [
  'locale',
  'theme',
  'magflow.density',
  'magflow.order_sound',
  'magflow.order_notice',
  'magflow.welcomed',
];

/** react-admin empties its store at every sign-out. */
export const panelStore: Store = {
  ...stored,
  reset() {
    const kept = PREFERENCES.map((key) => [key, stored.getItem<unknown>(key)] as const);
    stored.reset();
    for (const [key, value] of kept) if (value !== undefined) stored.setItem(key, value);
  },
};
