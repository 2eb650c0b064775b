import type { SandboxAccount, World } from '../world/world.js';
import type { Answer } from './answer.js';
import type { Fields, RequestBody } from './requestBody.js';

/** One authenticated, counted call on its way to a route. */
export interface Call {
  readonly world: World;
  readonly account: SandboxAccount;
  readonly method: string;
  /** Parts of the path that the route names, in order. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  /** Filters and pager of a read; empty when they were wrapped in JSON `data`. */
  readonly filters: Fields;
  /** Payload of a save, taken out of `data` where it was wrapped. */
  readonly payload: unknown;
  readonly body: RequestBody;
  /** Rows by which the page of a read is off: a fault of a page that moved while it was being read. */
  readonly rowShift: number;
}

export type Handler = (call: Call) => Answer | Promise<Answer>;
export type Bucket = 'orders' | 'general' | 'ean';

export interface Route {
  /** As in the reference, with `:id` for parts of the path: `order/acknowledge/:id`. */
  readonly path: string;
  readonly methods: readonly string[];
  readonly bucket: Bucket;
  readonly handler: Handler;
}
