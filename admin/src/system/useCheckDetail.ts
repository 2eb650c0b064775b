import { useCallback } from 'react';
import type { MessageKey } from '../i18n/sentences.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';

/** What a part of MagFlow says of itself (`checks` of the system), and our words for it. */
const SAID: readonly (readonly [RegExp, MessageKey])[] = [
  [/^done$/, 'system.said.up_to_date'],
  [/^writable$/, 'system.said.writable'],
  [/^writable, (?<gigabytes>[\d.]+) GB free$/, 'system.said.free'],
  [/^little space is left: writable, (?<gigabytes>[\d.]+) GB free$/, 'system.said.little_space'],
  [/disk is full/, 'system.said.full'],
  [/disk cannot be written/, 'system.said.unwritable'],
  [/^the database does not answer$/, 'system.said.silent_database'],
  [/^no answer within \d+ ms$/, 'system.said.silent'],
  [/^not reachable$/, 'system.said.unreachable'],
];

/** The sentence of a check in the person's language; one that is not known is shown as it came. */
export const useCheckDetail = (): ((detail: string) => string) => {
  const message = useMessage();
  const formats = useFormats();
  return useCallback(
    (detail) => {
      for (const [pattern, key] of SAID) {
        const found = pattern.exec(detail);
        if (!found) continue;
        const gigabytes = found.groups?.['gigabytes'];
        return message(key, gigabytes === undefined ? {} : { gigabytes: formats.field(gigabytes) });
      }
      return detail;
    },
    [message, formats],
  );
};
