import { fillReadModel } from '../../../bench/support/fillReadModel.mjs';
import { orderHistory } from '../../../bench/support/manyOrders.mjs';
import { foldBatch } from '../../../src/projections/batchFold.js';
import { completeIndexes, ensureGeneration, generationsOf } from '../../../src/projections/generations.js';
import { orderListProjection } from '../../../src/projections/orderList/orderListProjection.js';
import type { RecordedEvent } from '../../../src/application/ports/eventStore.js';
import type { Projection } from '../../../src/projections/projection.js';
import { writeChanges } from '../../../src/projections/writeChanges.js';
import type { ReadModelBench } from './readModelBench.js';

const product = { ensureGeneration, generationsOf, completeIndexes, foldBatch, writeChanges };

/** Fills a read model with whole histories, set-based as when catching up. */
export const fill = (
  { pool }: Pick<ReadModelBench, 'pool'>,
  projection: Projection,
  histories: Iterable<readonly RecordedEvent[]>,
): Promise<void> => fillReadModel(pool, projection, histories, product);

function* histories(orders: number) {
  for (let n = 1; n <= orders; n += 1) yield orderHistory(n);
}

/** The order lists of a shop with so many orders. */
export const fillOrders = (bench: Pick<ReadModelBench, 'pool'>, orders: number): Promise<void> =>
  fill(bench, orderListProjection, histories(orders));
