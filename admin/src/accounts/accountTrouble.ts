import type { AccountRecord } from './accountRecord.js';

export type Trouble = 'ok' | 'unknown' | 'credentials' | 'ip' | 'unreachable' | 'limited' | 'failing';

const TROUBLES: Readonly<Record<string, Trouble>> = {
  ok: 'ok',
  unknown: 'unknown',
  'credentials-refused': 'credentials',
  'ip-refused': 'ip',
  unreachable: 'unreachable',
  'rate-limited': 'limited',
  'marketplace-failing': 'failing',
};

/** What is wrong with an account, in the words that we have advice for. */
export const troubleOf = ({ state }: Pick<AccountRecord, 'state'>): Trouble => TROUBLES[state] ?? 'failing';

/** The account cannot work until a person does something. */
export const isBlocked = (trouble: Trouble): boolean => trouble === 'credentials' || trouble === 'ip';
