import type { z } from 'zod';
import { InvalidEventData, type EventCatalogue } from '../eventCatalogue.js';
import { accountSchemas, installationSchemas, userSchemas } from './administrationSchemas.js';
import { eanSchemas } from './eanSchemas.js';
import { returnSchemas } from './returnSchemas.js';
import { bulkSchemas } from './bulkSchemas.js';
import { orderSchemas } from './orderSchemas.js';
import { invoiceSeriesSchemas, offerSchemas, syncRunSchemas } from './otherSchemas.js';

/** Every event type that this release writes, with the newest shape of its data. */
export const EVENT_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...orderSchemas,
  ...bulkSchemas,
  ...offerSchemas,
  ...syncRunSchemas,
  ...invoiceSeriesSchemas,
  ...eanSchemas,
  ...returnSchemas,
  ...userSchemas,
  ...accountSchemas,
  ...installationSchemas,
};

/**
 * Older shapes become newer ones here, a step a version: `upcasters[type][n]` takes data of version n to n + 1. Nothing
 * has changed shape yet.
 */
const upcasters: Readonly<Record<string, Readonly<Record<number, (data: object) => object>>>> = {};

export const magflowEvents: EventCatalogue = {
  validate(type, data) {
    const schema = EVENT_SCHEMAS[type];
    if (!schema) throw new InvalidEventData(type, 'no such event type');
    const result = schema.safeParse(data);
    if (!result.success) {
      const [issue] = result.error.issues;
      // Only the place, not the value: it may be a person's.
      throw new InvalidEventData(type, `/${issue?.path.join('/') ?? ''} ${issue?.code ?? ''}`);
    }
  },
  upcast(type, schemaVersion, data) {
    const steps = upcasters[type];
    if (!steps) return data;
    let current = data;
    for (let version = schemaVersion; ; version += 1) {
      const step = steps[version];
      if (!step) return current;
      current = step(current);
    }
  },
};
