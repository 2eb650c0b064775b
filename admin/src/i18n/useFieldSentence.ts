import { useCallback } from 'react';
import type { MessageKey } from './sentences.js';
import { useMessage } from './useMessage.js';

/** What the server says of one field, and our words for it; the groups of a pattern fill the places of the sentence. */
const SAID: readonly (readonly [RegExp, MessageKey])[] = [
  [/^Too small: expected string to have >=1 characters$/, 'field.needed'],
  [/^Too small: expected string to have >=(?<count>\d+) characters$/, 'field.shortest'],
  [/^Too big: expected string to have <=(?<count>\d+) characters$/, 'field.longest'],
  [/^Too small: expected \w+ to be >=(?<least>[\d.]+)$/, 'field.least'],
  [/^Too big: expected \w+ to be <=(?<most>[\d.]+)$/, 'field.most'],
  [/^is needed/, 'field.needed'],
  [/^is wrong$/, 'field.wrong'],
  [/^must differ from the current one$/, 'field.same'],
  [/^a letter, then letters or digits, 10 at most$/, 'field.series'],
  [/^The series (?<series>\S+) is there twice$/, 'field.series_twice'],
  [/^The series (?<series>\S+) goes on at (?<number>\d+)$/, 'field.series_next'],
  [/^There is no account (?<account>\S+)$/, 'field.no_account'],
  [/^Account (?<account>\S+) is in two series$/, 'field.account_twice'],
  [/^a user name without a colon$/, 'field.no_colon'],
  [/^a password without control characters$/, 'field.no_control'],
  [/^must be https/, 'field.https'],
  [/^must be reachable from the internet$/, 'field.public'],
  [/^holds characters that cannot be stored$/, 'field.unstorable'],
  [/^Invalid /, 'field.invalid'],
];

/** The sentence about a field in the person's language; one that is not known is shown as it came. */
export const useFieldSentence = (): ((detail: string) => string) => {
  const message = useMessage();
  return useCallback(
    (detail) => {
      for (const [pattern, key] of SAID) {
        const found = pattern.exec(detail);
        if (found) return message(key, found.groups);
      }
      return detail;
    },
    [message],
  );
};
