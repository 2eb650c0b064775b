import type { AccountRecord, AccountTest } from './accountRecord.js';

export type Trouble = 'ok' | 'unknown' | 'credentials' | 'ip' | 'unreachable' | 'limited' | 'failing';

const troubleOfCode = (code: string): Trouble => {
  if (/credential|unauthori[sz]ed|401/.test(code)) return 'credentials';
  if (/\bip\b|ip-refused|address-refused|403/.test(code)) return 'ip';
  if (/rate|limit|429/.test(code)) return 'limited';
  if (/unreach|network|connect|timeout|dns|unavailable|refused-connection/.test(code)) return 'unreachable';
  return 'failing';
};

/** What is wrong with an account, in the words that we have advice for. */
export const troubleOf = ({ state, last_test }: Pick<AccountRecord, 'state' | 'last_test'>): Trouble => {
  const test: AccountTest | null = last_test;
  if (test?.ok === false) return troubleOfCode(test.code ?? '');
  if (/^(ok|ready|active|connected|healthy|closed)$/.test(state)) return 'ok';
  if (test?.ok === true) return 'ok';
  if (/^(unknown|untested|new)?$/.test(state)) return 'unknown';
  return troubleOfCode(state);
};

/** The account cannot work until a person does something. */
export const isBlocked = (trouble: Trouble): boolean => trouble === 'credentials' || trouble === 'ip';
