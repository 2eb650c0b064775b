import { z } from 'zod';

/** Optional members as zod infers them: absent, or present as undefined (which JSON leaves out). */
type AsParsed<T> = T extends readonly (infer Item)[]
  ? readonly AsParsed<Item>[]
  : T extends object
    ? { [K in keyof T]: undefined extends T[K] ? AsParsed<T[K]> | undefined : AsParsed<T[K]> }
    : T;

/** One schema for each event type of a union: leaving one out, or a wrong shape, does not compile. */
export type SchemasOf<E extends { type: string; data: object }> = {
  readonly [T in E['type']]: z.ZodType<AsParsed<Extract<E, { type: T }>['data']>>;
};

export const text = z.string();
/** Ids of the marketplace: digits, longer than any integer type. */
export const id = z.string().regex(/^\d{1,20}$/);
export const account = z.string().regex(/^[a-z0-9_]{1,24}$/);
/** A decimal in plain notation. Never a number: that would be a binary float. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
/** ISO 8601 UTC. */
export const instant = z.iso.datetime();
export const jsonObject = z.record(z.string(), z.unknown());
