import { refusal, success, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { countResults, flagOf, instantOf, intOf, intsOf, pageOf, slice } from '../http/fieldReaders.js';
import type { Fields } from '../http/requestBody.js';
import type { Order } from '../model.js';
import { orderView } from './orderView.js';

/** Reference §15.6 says "≤ 1 month": the longest one, and the hour that October repeats. */
const LONGEST_WINDOW = 31 * 86_400_000 + 3_600_000;

type Refused = string;
type Test = (order: Order) => boolean;

const windowTest = (
  filters: Fields,
  name: 'created' | 'modified',
  needsBoth: boolean,
  of: (order: Order) => number,
): Test | Refused => {
  const [after, before] = [`${name}After`, `${name}Before`];
  const [from, to] = [instantOf(filters[after]), instantOf(filters[before])];
  const isGiven = (key: string) => filters[key] !== undefined && filters[key] !== '' && filters[key] !== null;
  for (const [key, instant] of [[after, from] as const, [before, to] as const])
    if (isGiven(key) && instant === undefined)
      return `Invalid value for ${key}. Expected format is YYYY-MM-DD HH:MM:SS`;
  if (to !== undefined && from === undefined) return `${before} can be used only together with ${after}`;
  if (needsBoth && from !== undefined && to === undefined) return `${after} can be used only together with ${before}`;
  if (from !== undefined && to !== undefined && to - from > LONGEST_WINDOW)
    return `The interval between ${after} and ${before} cannot be greater than one month`;
  // Stamps have whole seconds on the wire, so whole seconds are compared.
  return (order) => {
    const at = Math.floor(of(order) / 1000) * 1000;
    return (from === undefined || at >= from) && (to === undefined || at <= to);
  };
};

const listTest = (values: number[] | undefined, of: (order: Order) => number | null): Test => {
  if (!values) return () => true;
  return (order) => values.includes(of(order) ?? -1);
};

const select = (call: Call, needsBoth: boolean): Order[] | Refused => {
  const { filters } = call;
  const created = windowTest(filters, 'created', needsBoth, (order) => order.created);
  const modified = windowTest(filters, 'modified', needsBoth, (order) => order.modified);
  if (typeof created === 'string') return created;
  if (typeof modified === 'string') return modified;
  const id = intOf(filters['id']);
  // Without `type` only the seller's own deliveries are shown: orders fulfilled by the marketplace stay invisible.
  const type = intOf(filters['type']) ?? 3;
  const tests: Test[] = [
    (order) => order.type === type,
    listTest(id === undefined ? undefined : [id], (order) => order.id),
    listTest(intsOf(filters['status']), (order) => order.status),
    listTest(intsOf(filters['payment_mode_id']), (order) => order.paymentMode),
    listTest(intsOf(flagOf(filters['is_complete'])), (order) => order.complete),
    created,
    modified,
  ];
  return call.world.newestFirst(call.account).filter((order) => tests.every((test) => test(order)));
};

export const readOrders = (call: Call): Answer => {
  const found = select(call, false);
  if (typeof found === 'string') return refusal(found);
  const rows = slice(found, pageOf(call.filters), call.rowShift);
  return success(rows.map((order) => orderView(order, call.account.vendorName)));
};

export const countOrders = (call: Call): Answer => {
  const found = select(call, true);
  return typeof found === 'string' ? refusal(found) : success(countResults(found.length, pageOf(call.filters)));
};
