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

/**
 * A code such as `RDX-40-BLU` as one term; null for what is none. Its parts alone are in half of all rows, and finding
 * those that have all of them costs a search of the whole index.
 */
const codeOf = (token: string): string | null => {
  const words = wordsOf(token);
  return words.length > 1 && /\d/.test(token) ? words.join('').slice(0, MAX_LEXEME) : null;
};

const tokensOf = (text: string): string[] => text.split(/\s+/);

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
  for (const text of texts) {
    for (const word of wordsOf(text ?? '')) terms.add(word);
    for (const token of tokensOf(text ?? '')) {
      const code = codeOf(token);
      if (code !== null) terms.add(code);
    }
  }
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
 * in any grouping. With `hasCodes` a code is looked up as a whole: by its beginning, not by each of its parts. Null when
 * there is nothing to search for.
 */
export const searchQuery = (typed: string, { hasCodes = false } = {}): string | null => {
  const found = tokensOf(typed).flatMap((token) => (hasCodes ? codeOf(token) : null) ?? wordsOf(token));
  const words = [...new Set(found)].slice(0, MAX_WORDS);
  if (words.length === 0) return null;
  const all = words.map(wordQuery).join(' & ');
  const digits = nationalDigits(typed);
  const isPhone = /^[\d\s+()./-]+$/.test(typed) && digits.length >= MIN_PHONE_DIGITS;
  return isPhone ? `(${all}) | '${PHONE}${reversed(digits)}':* | '${digits}':*` : all;
};
