/** A projection's own code threw on an event: never infrastructure, always the event's or the code's fault. */
export class ProjectionFault extends Error {
  override readonly name = 'ProjectionFault';
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Another runner moved the checkpoint: whoever sees this is not the active one, or its last commit's outcome was unknown. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
  constructor() {
    super('The checkpoint is not where this runner left it');
  }
}

/** Connection, serialisation, resources, locks, operator intervention, system: the batch is retried, never parked. */
const INFRASTRUCTURE_CLASSES = new Set(['08', '40', '53', '55', '57', '58']);
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** Whether the event is to blame. Errors without an SQLSTATE come from sockets and drivers and are infrastructure. */
export const isPoison = (error: unknown): boolean => {
  if (error instanceof ProjectionFault) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && SQLSTATE.test(code) && !INFRASTRUCTURE_CLASSES.has(code.slice(0, 2));
};
