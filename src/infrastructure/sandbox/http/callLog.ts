export interface LoggedCall {
  /** Wall clock, ISO 8601. */
  at: string;
  /** Null when the user name is unknown. */
  account: string | null;
  bucket: string;
  /** The route without ids, e.g. `order/acknowledge`. */
  route: string;
  path: string;
  method: string;
  /** Null when the connection was reset instead of an answer. */
  status: number | null;
  milliseconds: number;
  faults: string[];
}

const KEPT = 20_000;

/** The last calls, in order of their answers. */
export class CallLog {
  private calls: LoggedCall[] = [];

  add(call: LoggedCall): void {
    this.calls.push(call);
    if (this.calls.length > KEPT * 1.25) this.calls = this.calls.slice(-KEPT);
  }

  list(wanted: { account?: string | undefined; route?: string | undefined; limit: number }): LoggedCall[] {
    return this.calls
      .filter(({ account }) => wanted.account === undefined || account === wanted.account)
      .filter(({ route }) => wanted.route === undefined || route === wanted.route)
      .slice(-wanted.limit);
  }

  clear(): void {
    this.calls = [];
  }
}
