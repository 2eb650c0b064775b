export interface AccountTest {
  readonly ok: boolean | null;
  readonly checked_at: string | null;
  readonly code: string | null;
  readonly detail?: string | null;
}

export interface AccountRecord {
  readonly key: string;
  readonly platform: string;
  readonly fulfilment: string;
  readonly base_url: string;
  readonly state: string;
  readonly last_test: AccountTest | null;
  readonly callback_url: string | null;
}
