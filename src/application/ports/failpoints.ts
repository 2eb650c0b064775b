/** A named place where a crash test may kill the process. Does nothing unless test hooks are allowed. */
export interface Failpoints {
  reach(name: string): void;
}

export const noFailpoints: Failpoints = { reach: () => undefined };
