export interface ConfigProblem {
  /** Name of the environment variable, or `.env:7` for a line of the file. */
  readonly variable: string;
  /** What is wrong, without the value of a secret. */
  readonly message: string;
}

/** The configuration cannot be used; the program ends with exit code 4. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(({ variable, message }) => `${variable} ${message}`).join('\n'));
  }
}
