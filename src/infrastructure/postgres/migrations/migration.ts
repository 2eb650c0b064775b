/** One step forward. Never edit one that has run somewhere: add the next number. Plain SQL, without `?` placeholders. */
export interface Migration {
  /** `0001_ops`: the number orders, the words say what is new. */
  readonly name: string;
  readonly up: string;
}
