import type { ProjectionName } from '../../projections/readPosition.js';
import type { HttpDeps } from './httpDeps.js';
import { HttpProblem } from './problems.js';

/** @throws HttpProblem `read-model-behind` when the read models did not get there in time. */
export const waitForPosition = async (
  { readPosition, settings }: Pick<HttpDeps, 'readPosition' | 'settings'>,
  projections: readonly ProjectionName[],
  position: bigint | null | undefined,
): Promise<void> => {
  if (position === null || position === undefined || projections.length === 0) return;
  if ((await readPosition.waitFor(projections, position, settings.maxReadWaitMs)) === 'reached') return;
  throw new HttpProblem('read-model-behind', `The read model has not reached position ${position} yet`, {
    headers: { 'retry-after': '1' },
  });
};

export const projectionParked = (stream: string): HttpProblem =>
  new HttpProblem('projection-parked', `An event of ${stream} could not be applied; an operator must replay it`, {
    extra: { stream },
  });
