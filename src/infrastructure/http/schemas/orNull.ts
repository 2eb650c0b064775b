import { z } from 'zod';

/** A named schema or null. `.nullable()` would make the document's component of that name nullable for everybody. */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
