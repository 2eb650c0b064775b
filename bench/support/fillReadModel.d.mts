import type pg from 'pg';
import type { RecordedEvent } from '../../src/application/ports/eventStore.js';
import type { foldBatch } from '../../src/projections/batchFold.js';
import type { completeIndexes, ensureGeneration, generationsOf } from '../../src/projections/generations.js';
import type { Projection } from '../../src/projections/projection.js';
import type { writeChanges } from '../../src/projections/writeChanges.js';

export function fillReadModel(
  pool: pg.Pool,
  projection: Projection,
  histories: Iterable<readonly RecordedEvent[]>,
  product: {
    readonly ensureGeneration: typeof ensureGeneration;
    readonly generationsOf: typeof generationsOf;
    readonly completeIndexes: typeof completeIndexes;
    readonly foldBatch: typeof foldBatch;
    readonly writeChanges: typeof writeChanges;
  },
): Promise<void>;
