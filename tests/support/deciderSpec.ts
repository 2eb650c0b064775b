import { expect } from '@jest/globals';
import type { Decider } from '../../src/domain/decider.js';

/** Given a history, when a command, then events, nothing, or a refusal. */
export const specFor =
  <S, C, E>(decider: Decider<S, C, E>) =>
  (...history: E[]) => ({
    state: history.reduce(decider.evolve, decider.initialState),
    when: (command: C) => {
      const run = () => decider.decide(command, history.reduce(decider.evolve, decider.initialState));
      return {
        then: (...expected: E[]) => expect(run()).toEqual(expected),
        thenNothing: () => expect(run()).toEqual([]),
        thenRefused: (code: string) => expect(run).toThrow(expect.objectContaining({ code })),
      };
    },
  });
