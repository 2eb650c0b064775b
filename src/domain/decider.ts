/** What a command means given the past, and what each fact does to the present. No clock, no I/O. */
export interface Decider<State, Command, Event> {
  readonly initialState: State;
  decide(command: Command, state: State): readonly Event[];
  evolve(state: State, event: Event): State;
}

/** Something the business forbids right now. The code is public: the API and the panel both show it. */
export class RuleViolation<Code extends string = string> extends Error {
  override readonly name = 'RuleViolation';
  constructor(
    readonly code: Code,
    message: string,
    /** Extra members of the problem document, for instance the AWB number that stands in the way. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
