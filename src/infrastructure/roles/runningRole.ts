/** A role that runs; `stop` drains it. */
export interface RunningRole {
  /** What the line says that tells the supervisor of readiness. */
  readonly ready?: Readonly<Record<string, unknown>>;
  stop(): Promise<void>;
}
