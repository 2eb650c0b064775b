/** What the program's end tells a script (contract §9). */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Already running, or the port is taken. */
  taken: 3,
  configuration: 4,
  /** A part that we depend on cannot be reached. */
  unreachable: 5,
  partial: 6,
  inDoubt: 7,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with this code; the message is the whole of what the person at the terminal is told. */
export class ExitError extends Error {
  override readonly name = 'ExitError';
  constructor(
    readonly code: ExitCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
