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

/** Why nothing answered, as far as the network told; the server names the cause in brackets. */
export type Cause = 'name' | 'closed' | 'certificate' | 'tls' | 'silent' | 'broken' | 'page';

const CAUSES: readonly (readonly [RegExp, Cause])[] = [
  [/\((?:ENOTFOUND|EAI_AGAIN)\)/, 'name'],
  [/\(ECONNREFUSED\)/, 'closed'],
  [/certificate/, 'certificate'],
  [/\((?:ERR_SSL|ERR_TLS|EPROTO)/, 'tls'],
  [/in time|\((?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|EHOSTUNREACH|ENETUNREACH)\)/, 'silent'],
  [/connection broke/, 'broken'],
  // A page for people, a redirection, or nothing of that name: another address than the API's, or its house in disorder.
  [/^(?:The answer is no JSON|The answer is empty|The answer has no isError|HTTP (?:3\d\d|404|405))/, 'page'],
];

export const causeOf = (detail: string): Cause | null => CAUSES.find(([form]) => form.test(detail))?.[1] ?? null;

/** The address that the marketplace saw: it names it in square brackets when it refuses it. */
export const addressIn = (detail: string): string | null => /\[([0-9a-f.:]{3,45})\]/i.exec(detail)?.[1] ?? null;
