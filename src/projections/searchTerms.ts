/**
 * Search over read models by one full-text column: every term is a lexeme, every word of a query a prefix. PostgreSQL's
 * own text configurations are not used, since names and codes have no stems.
 */

const MAX_LEXEME = 100;
const MAX_LEXEMES = 400;
const MAX_WORDS = 8;
const MIN_PHONE_DIGITS = 4;

/** Lower case without diacritics, so that "Ștefan" is found by "stefan" and sorted beside it. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] =>
  (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, MAX_LEXEME));

const reversed = (text: string): string => [...text].reverse().join('');

/** Digits as a Romanian writes them at home: `+40 722 …` and `0040722…` become `0722…`. */
const nationalDigits = (text: string): string => {
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  return digits.length >= 11 && digits.startsWith('40') ? `0${digits.slice(2)}` : digits;
};

/** Marks a phone number written backwards: its last digits are then a prefix. */
const PHONE = 'tel';

export interface Searchable {
  /** Names and codes; each of their words is a term. */
  readonly texts: readonly (string | null | undefined)[];
  readonly phones?: readonly (string | null | undefined)[];
}

/** The value of a `tsvector` column, as PostgreSQL reads it. */
export const searchVector = ({ texts, phones = [] }: Searchable, maxLexemes = MAX_LEXEMES): string => {
  const terms = new Set<string>();
  for (const text of texts) for (const word of wordsOf(text ?? '')) terms.add(word);
  for (const phone of phones) {
    const digits = nationalDigits(phone ?? '').slice(0, MAX_LEXEME);
    if (digits) terms.add(digits).add(`${PHONE}${reversed(digits)}`);
  }
  return [...terms]
    .slice(0, maxLexemes)
    .map((term) => `'${term}'`)
    .join(' ');
};

const wordQuery = (word: string): string =>
  /^\d+$/.test(word) && word.length >= MIN_PHONE_DIGITS
    ? `('${word}':* | '${PHONE}${reversed(word)}':*)`
    : `'${word}':*`;

/**
 * What a user typed as a `tsquery`: all words, each as a beginning; digits also as the end of a phone number, written
 * in any grouping. Null when there is nothing to search for.
 */
export const searchQuery = (typed: string): string | null => {
  const words = [...new Set(wordsOf(typed))].slice(0, MAX_WORDS);
  if (words.length === 0) return null;
  const all = words.map(wordQuery).join(' & ');
  const digits = nationalDigits(typed);
  const isPhone = /^[\d\s+()./-]+$/.test(typed) && digits.length >= MIN_PHONE_DIGITS;
  return isPhone ? `(${all}) | '${PHONE}${reversed(digits)}':* | '${digits}':*` : all;
};
