export interface JobRecord {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly every_seconds: number;
  readonly next_run_at: string | null;
  readonly last_run: {
    readonly state: string;
    readonly started_at: string;
    readonly finished_at: string | null;
    readonly error: string | null;
  } | null;
}
