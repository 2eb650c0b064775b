/** The marketplace's clock: the wall clock plus an offset that can be moved. Goes on while the process is down. */
export class SandboxClock {
  constructor(private offsetMs: number) {}

  /** Epoch milliseconds. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  get offset(): number {
    return this.offsetMs;
  }

  restore(offsetMs: number): void {
    this.offsetMs = offsetMs;
  }
}
