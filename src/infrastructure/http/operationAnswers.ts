import type { BulkSubject, OperationRecord } from '../../projections/operations/operationQueries.js';
import type { SyncRunRecord } from '../../projections/syncRuns/syncRunQueries.js';
import { awbResult } from './awbAnswers.js';
import { bulkResult } from './bulkAnswers.js';
import { operationPath } from './commands.js';
import type { HttpDeps } from './httpDeps.js';
import { invoicePdfPath, invoiceResult, stornoResult } from './invoiceAnswers.js';
import { currentOffer } from './offerAnswers.js';
import { currentOrder } from './orderAnswers.js';
import { HttpProblem, PROBLEMS } from './problems.js';
import { waitForPosition } from './readModelWait.js';

const orderPath = (account: string, orderId: string): string => `/api/v1/emag/orders/${account}-${orderId}`;

const bulkLinksOf = (id: string, { isRetriable, retryOf, retriedBy }: BulkSubject): Record<string, string> => ({
  items: `/api/v1/operations?part_of=${id}`,
  ...(isRetriable && { retry_failed: `${operationPath(id)}/retry-failed` }),
  ...(retryOf !== null && { retry_of: operationPath(retryOf) }),
  ...(retriedBy !== null && { retried_by: operationPath(retriedBy) }),
});

const linksOf = ({ id, subject, outcome }: OperationRecord): Record<string, string> => ({
  self: operationPath(id),
  ...(subject.kind === 'order' && { order: orderPath(subject.account, subject.orderId) }),
  ...(subject.kind === 'offer' && { offer: `/api/v1/offers/${subject.account}/${subject.offerId}` }),
  ...(subject.kind === 'sync_runs' &&
    Object.fromEntries(
      subject.runIds.map((runId, index) => [
        index === 0 ? 'sync_run' : `sync_run_${index + 1}`,
        `/api/v1/emag/sync-runs/${runId}`,
      ]),
    )),
  ...(subject.kind === 'bulk' && bulkLinksOf(id, subject)),
  ...(outcome.awbNumber !== null && { awb: `/api/v1/emag/phase2/awb/${outcome.awbNumber}` }),
  ...(outcome.invoiceNumber !== null && {
    invoice: `/api/v1/invoices/${outcome.invoiceNumber}`,
    pdf: invoicePdfPath(outcome.invoiceNumber),
  }),
});

const errorOf = ({ id, state, refusal }: OperationRecord): Record<string, unknown> | null => {
  if (!refusal || state === 'succeeded') return null;
  const { status, title } = PROBLEMS['marketplace-refused'];
  return {
    type: '/problems/marketplace-refused',
    title,
    status,
    detail: refusal.text || title,
    instance: operationPath(id),
    code: 'marketplace-refused',
    marketplace_code: refusal.code,
    marketplace_text: refusal.text,
  };
};

const countsOf = (runs: readonly SyncRunRecord[]) => {
  const sum = (pick: (run: SyncRunRecord) => number): number => runs.reduce((total, run) => total + pick(run), 0);
  return {
    synced: sum(({ counts }) => counts.created + counts.updated + counts.unchanged),
    created: sum(({ counts }) => counts.created),
    updated: sum(({ counts }) => counts.updated),
    unchanged: sum(({ counts }) => counts.unchanged),
    failed: sum(({ counts }) => counts.failed),
    orders_fetched: sum(({ kind, counts }) => (kind === 'orders' ? counts.processed : 0)),
    offers_fetched: sum(({ kind, counts }) => (kind === 'offers' ? counts.processed : 0)),
    pages_processed: sum(({ counts }) => counts.page),
  };
};

const syncResult = async (deps: HttpDeps, runIds: readonly string[]) => {
  const found = await Promise.all(runIds.map((id) => deps.syncRunQueries.byId(id)));
  const runs = found.flatMap((run) => (run ? [run] : []));
  return {
    ...countsOf(runs),
    accounts: runs.map((run) => ({
      account_type: run.account,
      sync_run_id: run.id,
      status: run.phase,
      ...countsOf([run]),
      missing: run.missing,
      error: run.failure,
    })),
  };
};

/** What the command would have answered had it waited long enough; null before the end. */
const resultOf = async (deps: HttpDeps, operation: OperationRecord): Promise<object | null> => {
  const { id, kind, state, subject } = operation;
  if (subject.kind === 'sync_runs') {
    return state === 'queued' || state === 'running' ? null : syncResult(deps, subject.runIds);
  }
  if (subject.kind === 'bulk') return bulkResult(deps, operation, subject);
  if (state !== 'succeeded' && state !== 'partial') return null;
  if (subject.kind === 'offer') return { ...(await currentOffer(deps, subject)).object, operation_id: id };
  const key = { account: subject.account, orderId: subject.orderId };
  switch (kind) {
    case 'generate_awb':
      return { ...(await awbResult(deps, key, id)).object, operation_id: id };
    case 'issue_storno':
      return { ...(await stornoResult(deps, key, id)).object, operation_id: id };
    case 'generate_invoice':
      return { ...(await invoiceResult(deps, key)).object, operation_id: id };
    default:
      return { ...(await currentOrder(deps, key)).view, operation_id: id };
  }
};

/** The contract's operation (§8) without its result, as lists show it. */
export const operationRow = (operation: OperationRecord) => ({
  id: operation.id,
  kind: operation.kind,
  state: operation.state,
  progress: operation.progress,
  result: null,
  error: errorOf(operation),
  links: linksOf(operation),
  created_by: operation.createdBy,
  created_at: operation.createdAt,
  finished_at: operation.finishedAt,
});

/** Whoever follows a `Location` at once is faster than the read model: it is unknown only once that has caught up. */
const freshOperation = async (deps: HttpDeps, id: string): Promise<OperationRecord | null> => {
  await waitForPosition(deps, ['operations'], await deps.eventStore.lastPosition());
  return deps.operationQueries.byId(id);
};

/** @throws HttpProblem `operation-unknown`, `read-model-behind` */
export const operationOf = async (deps: HttpDeps, id: string, withResult = true) => {
  const operation = (await deps.operationQueries.byId(id)) ?? (await freshOperation(deps, id));
  if (!operation) throw new HttpProblem('operation-unknown', `There is no operation ${id}`);
  return { ...operationRow(operation), result: withResult ? await resultOf(deps, operation) : null };
};
