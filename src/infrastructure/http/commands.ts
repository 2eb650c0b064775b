import type { CommandContext, CommandReceipt } from '../../application/services.js';
import type { ProjectionName } from '../../projections/readPosition.js';
import { positionHeaders, type Answer } from './answer.js';
import type { HttpDeps } from './httpDeps.js';
import { HttpProblem } from './problems.js';
import { waitForPosition } from './readModelWait.js';
import type { RequestFacts } from './route.js';

/** Who asks, and under which ids. */
export const commandContextOf = (facts: RequestFacts): CommandContext => ({
  actor: { kind: 'user', id: facts.user.username },
  correlationId: facts.correlationId,
  traceparent: facts.traceparent,
  operationId: facts.operationId,
  ...(facts.expectedRevision !== undefined && { expectedRevision: facts.expectedRevision }),
});

export const operationPath = (operationId: string): string => `/api/v1/operations/${operationId}`;

/** The object of the row, and the revision that stands in its ETag. */
export interface CommandResult {
  readonly object: object;
  readonly revision?: bigint | number | null;
}

export interface MarketplaceCommand {
  readonly issue: (context: CommandContext) => Promise<CommandReceipt>;
  /** What the answer is read from: waited for at the outcome's position. */
  readonly reads: readonly ProjectionName[];
  readonly result: (operationId: string | null) => Promise<CommandResult>;
  /** 201 for what this command brought into being, 200 for what there was already. */
  readonly created: 200 | 201;
}

const accepted = (operationId: string, state: string, position: bigint | null, revision?: bigint): Answer => ({
  status: 202,
  headers: { location: operationPath(operationId), ...positionHeaders({ position, revision: revision ?? null }) },
  body: { operation_id: operationId, state },
});

/**
 * Gives an order that the marketplace must carry out, and waits for what becomes of it as long as the caller prefers:
 * the object, the marketplace's refusal, or 202 with the operation to ask (contract §1).
 */
export const runMarketplaceCommand = async (
  facts: RequestFacts,
  deps: HttpDeps,
  { issue, reads, result, created }: MarketplaceCommand,
): Promise<Answer> => {
  const waitMs = facts.waitSeconds * 1000;
  const startedAt = Date.now();
  // Registered before the append: an outcome that comes at once must not be missed.
  const ours = deps.outcomes.wait(facts.operationId, waitMs);
  const receipt = await issue(commandContextOf(facts));

  const answerWith = async (operationId: string | null, position: bigint | null, status: number): Promise<Answer> => {
    await waitForPosition(deps, reads, position);
    const { object, revision } = await result(operationId);
    return {
      status,
      headers: positionHeaders({ position, revision: revision ?? receipt.revision }),
      // What was there already came of an operation of its own, where its object tells one.
      body: { operation_id: null, ...object, ...(operationId !== null && { operation_id: operationId }) },
    };
  };

  if (receipt.operationId === null) return answerWith(null, receipt.position, 200);
  const { operationId } = receipt;
  const isOurs = operationId === facts.operationId;
  // Somebody else's wish of the same kind is under way: its outcome is ours as well.
  const outcome = await (isOurs
    ? ours
    : deps.outcomes.wait(operationId, Math.max(0, waitMs - (Date.now() - startedAt))));

  const known = outcome ?? (await endedBefore(deps, operationId, facts.waitSeconds));
  if (!known) return accepted(operationId, 'queued', receipt.position, receipt.revision);
  switch (known.state) {
    case 'succeeded':
    case 'partial':
      return answerWith(operationId, known.position ?? receipt.position, created);
    case 'in_doubt':
      return accepted(operationId, 'in_doubt', known.position ?? receipt.position);
    case 'running':
    case 'queued':
      return accepted(operationId, known.state, receipt.position, receipt.revision);
    case 'failed':
    case 'cancelled':
      throw marketplaceRefusal(operationId, known.refusal, known.position ?? receipt.position);
  }
};

/** The outcome was not heard; it may have come before we listened (a repeated request, another process). */
const endedBefore = async (deps: HttpDeps, operationId: string, waitSeconds: number) => {
  if (waitSeconds === 0) return null;
  const operation = await deps.operationQueries.byId(operationId);
  return operation && { state: operation.state, refusal: operation.refusal, position: null };
};

const marketplaceRefusal = (
  operationId: string,
  refusal: { readonly code: string; readonly text: string } | null,
  position: bigint | null,
): HttpProblem =>
  new HttpProblem('marketplace-refused', refusal?.text || 'The marketplace refused without a reason', {
    extra: {
      operation_id: operationId,
      marketplace_code: refusal?.code ?? null,
      marketplace_text: refusal?.text ?? null,
    },
    headers: { location: operationPath(operationId), ...positionHeaders({ position }) },
  });
