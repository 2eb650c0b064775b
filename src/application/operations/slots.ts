import pLimit, { type LimitFunction } from 'p-limit';

export interface SlotLimits {
  /** How many work at one time. */
  readonly atOnce: number;
  /** Beyond this, in milliseconds, work that has not ended holds no slot any more. */
  readonly heldMs: number;
  /** How many may be begun and not ended. */
  readonly open: number;
}

/** A few at a time, without those that merely wait for something that takes long. */
export class Slots {
  private readonly open: LimitFunction;
  private readonly active: LimitFunction;

  constructor(private readonly limits: SlotLimits) {
    this.open = pLimit(limits.open);
    this.active = pLimit(limits.atOnce);
  }

  /** `leave` gives the slot away while the work goes on. */
  run(work: (leave: () => void) => Promise<void>): Promise<void> {
    return this.open(async () => {
      let ended: Promise<void> = Promise.resolve();
      await this.active(
        () =>
          new Promise<void>((leave) => {
            const timer = setTimeout(leave, this.limits.heldMs);
            ended = work(leave).finally(() => {
              clearTimeout(timer);
              leave();
            });
            // Awaited below; a rejection in between must not count as unhandled.
            ended.catch(() => undefined);
          }),
      );
      await ended;
    });
  }
}
