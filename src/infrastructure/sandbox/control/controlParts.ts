import type { CallLog } from '../http/callLog.js';
import type { Faults } from '../http/faults.js';
import type { RateLimiter } from '../http/rateLimits.js';
import type { Fields } from '../http/requestBody.js';
import type { Callbacks } from '../life/callbacks.js';
import type { Life } from '../life/life.js';
import type { OrderDesk } from '../life/orderDesk.js';
import type { World } from '../world/world.js';

export interface ControlParts {
  readonly world: World;
  readonly desk: OrderDesk;
  readonly callbacks: Callbacks;
  readonly life: Life;
  readonly faults: Faults;
  readonly limiter: RateLimiter;
  readonly log: CallLog;
  /** Switches of the imitation that the reference leaves open. */
  readonly modes: Modes;
  /** Tells this run from others on the same folder. */
  readonly instance: string;
}

export interface Modes {
  ignore_wrapped_filters: boolean;
}

export interface ControlCall {
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Fields;
}
