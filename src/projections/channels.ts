/** A generation was added, replaced, or a replay was asked for: runners look at once instead of at their next turn. */
export const CONTROL_CHANNEL = 'magflow_projection_control';

/** Checkpoints moved while live; the payload is `ProgressNotice` as JSON. */
export const PROGRESS_CHANNEL = 'magflow_projection_progress';

/** Position by `projection:generation`. */
export type ProgressNotice = Readonly<Record<string, string>>;

export const generationKey = (projection: string, generation: number): string => `${projection}:${generation}`;
