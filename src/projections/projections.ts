import { auditProjection } from './audit/auditProjection.js';
import { eanDecisionsProjection } from './eanDecisions/eanDecisionsProjection.js';
import { offersProjection } from './offers/offersProjection.js';
import { operationsProjection } from './operations/operationsProjection.js';
import { orderListProjection } from './orderList/orderListProjection.js';
import type { Projection } from './projection.js';
import { returnsProjection } from './returns/returnsProjection.js';
import { syncRunsProjection } from './syncRuns/syncRunsProjection.js';

/** Every read model of this release; their names are `ProjectionName`. */
export const PROJECTIONS: readonly Projection[] = [
  orderListProjection,
  offersProjection,
  syncRunsProjection,
  operationsProjection,
  eanDecisionsProjection,
  returnsProjection,
  auditProjection,
];
