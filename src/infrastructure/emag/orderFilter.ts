import type { OrderFilter } from '../../application/ports/marketplace.js';
import type { OrderFacts } from '../../domain/order/orderFacts.js';
import { addDays, lowerBoundOf, upperBoundOf } from './marketplaceTime.js';
import { numberOfStatus, typeOfFulfilment } from './marketplaceWords.js';
import type { RawObject } from './rawValues.js';

/** The widest window between two bounds (reference §15.6, "≤ 1 month"). */
const MAX_WINDOW_DAYS = 30;

/** Filters of `order/read` (reference §15.6), flat. `type` is always sent: without it only own orders come. */
export const orderFilter = (filter: OrderFilter): RawObject => ({
  type: typeOfFulfilment(filter.fulfilment),
  ...(filter.statuses && { status: filter.statuses.map(numberOfStatus) }),
  ...(filter.modifiedAfter && { modifiedAfter: lowerBoundOf(filter.modifiedAfter) }),
  ...(filter.modifiedBefore && { modifiedBefore: upperBoundOf(filter.modifiedBefore) }),
  ...(filter.createdAfter && { createdAfter: lowerBoundOf(filter.createdAfter) }),
  ...(filter.createdBefore && { createdBefore: upperBoundOf(filter.createdBefore) }),
});

/** `order/count` takes only pairs: an open end is closed as far away as a window may reach. */
export const countFilter = (filter: OrderFilter): RawObject =>
  orderFilter({
    ...filter,
    ...(filter.modifiedAfter &&
      !filter.modifiedBefore && { modifiedBefore: addDays(filter.modifiedAfter, MAX_WINDOW_DAYS) }),
    ...(filter.createdAfter &&
      !filter.createdBefore && { createdBefore: addDays(filter.createdAfter, MAX_WINDOW_DAYS) }),
  });

/** Unknown or wrapped filters are ignored in silence (reference §2.2, §4.4): what comes back is looked at. */
export const satisfies = ({ fulfilment, statuses }: OrderFilter, facts: OrderFacts): boolean =>
  facts.fulfilment === fulfilment && (!statuses || statuses.includes(facts.status));
