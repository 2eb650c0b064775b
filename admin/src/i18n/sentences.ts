import type { romanian } from './romanian.js';

/** The same keys with other words. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];

/** Keys of sentences, without the leading `magflow.`. */
export type MessageKey = Leaves<(typeof romanian)['magflow']>;
