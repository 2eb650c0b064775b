import { operationStep, type OperationStep } from '../../application/operations/outcomes.js';
import type { RecordedEvent } from '../../application/ports/eventStore.js';
import { combine, isFinal, type OperationState } from '../../domain/operation/operation.js';
import type { Projection, Row } from '../projection.js';
import { searchVector } from '../searchTerms.js';
import { bulkAccounts, bulkLines, bulkRecord, evolveBulk, isBulkEvent, type BulkProgress } from './bulkProgress.js';
import type { OperationRecord, OperationSubject } from './operationQueries.js';

/** What is known of one part of an operation: an order's wish is one part, each sync run is one. */
interface Part {
  readonly state: OperationState;
  /** Of the part's stream: an older event tells nothing. */
  readonly revision: string;
  readonly done: number;
  readonly total: number;
  readonly refusal: OperationStep['refusal'];
  readonly at: string;
}

export interface OperationsState {
  readonly id: string;
  readonly kind: OperationStep['kind'];
  readonly parts: Readonly<Record<string, Part>>;
  readonly expected: number;
  readonly subject: OperationSubject;
  readonly outcome: OperationRecord['outcome'];
  readonly createdBy: OperationRecord['createdBy'];
  readonly createdAt: string;
  /** Accounts that it is about. */
  readonly accounts: readonly string[];
  readonly partOf: string | null;
  /** Parts may come in any order; the earliest event of the log says who asked and when. */
  readonly createdPosition: string;
}

/** A bulk has a stream of its own; every other operation is folded from the streams that it acts on. */
export type AnyOperationState = OperationsState | BulkProgress;

const isBulk = (state: AnyOperationState): state is BulkProgress => 'bulk' in state;

type Data = Readonly<Record<string, unknown>>;

const textOf = (data: Data, name: string): string | null => {
  const value = data[name];
  return typeof value === 'string' ? value : null;
};

const accountIn = (data: Data): readonly string[] => {
  const account = textOf(data, 'account');
  return account === null ? [] : [account];
};

const countsOf = (data: Data): { done: number; total: number } | null => {
  const { counts } = data;
  if (typeof counts !== 'object' || counts === null) return null;
  const { processed, totalItems } = counts as Data;
  const done = typeof processed === 'number' ? processed : 0;
  return { done, total: Math.max(done, typeof totalItems === 'number' ? totalItems : 0) };
};

const progressOf = (step: OperationStep, data: Data, before: Part | undefined): { done: number; total: number } => {
  if (step.part === null) return { done: isFinal(step.state) ? 1 : 0, total: 1 };
  return countsOf(data) ?? { done: before?.done ?? 0, total: before?.total ?? 0 };
};

const subjectOf = (step: OperationStep, data: Data, before: OperationSubject | undefined): OperationSubject => {
  if (step.kind === 'change_offer') {
    return { kind: 'offer', account: textOf(data, 'account') ?? '', offerId: textOf(data, 'offerId') ?? '' };
  }
  if (step.part === null) {
    return { kind: 'order', account: textOf(data, 'account') ?? '', orderId: textOf(data, 'orderId') ?? '' };
  }
  const known = before?.kind === 'sync_runs' ? before.runIds : [];
  return { kind: 'sync_runs', runIds: [...new Set([...known, step.part.id])].sort() };
};

export const operationState = ({ parts, expected }: OperationsState): OperationState => {
  const states = Object.values(parts).map(({ state }) => state);
  const [only] = states;
  // A single wish may also be in doubt, which no combination of several parts is.
  return expected === 1 && states.length === 1 && only ? only : combine(states, expected);
};

/** The record that readers get. */
export const operationRecord = (state: AnyOperationState): OperationRecord => {
  if (isBulk(state)) return bulkRecord(state);
  const parts = Object.values(state.parts);
  const current = operationState(state);
  return {
    id: state.id,
    kind: state.kind,
    state: current,
    progress: {
      done: parts.reduce((sum, { done }) => sum + done, 0),
      total: parts.reduce((sum, { total }) => sum + total, 0),
    },
    refusal: parts.find(({ refusal }) => refusal !== null)?.refusal ?? null,
    subject: state.subject,
    outcome: state.outcome,
    partOf: state.partOf,
    createdBy: state.createdBy,
    createdAt: state.createdAt,
    finishedAt: isFinal(current) ? parts.map(({ at }) => at).reduce((a, b) => (a > b ? a : b)) : null,
  };
};

const evolveStep = (
  state: OperationsState | undefined,
  step: OperationStep,
  recorded: RecordedEvent,
): OperationsState | undefined => {
  const data = recorded.data as Data;
  const partId = step.part?.id ?? 'whole';
  const before = state?.parts[partId];
  if (before && BigInt(before.revision) >= recorded.revision) return state; // delivered before
  const at = textOf(data, 'at') ?? recorded.metadata.occurredAt;
  const part: Part = {
    state: step.state,
    revision: recorded.revision.toString(),
    ...progressOf(step, data, before),
    refusal: step.refusal,
    at,
  };
  const isFirst = !state || recorded.position < BigInt(state.createdPosition);
  return {
    id: step.operationId,
    // The wish comes first: what ends it may be an event that other kinds of operations end in as well.
    kind: state?.kind ?? step.kind,
    parts: { ...state?.parts, [partId]: part },
    expected: step.part?.of ?? state?.expected ?? 1,
    subject: subjectOf(step, data, state?.subject),
    outcome: {
      awbNumber: (step.kind === 'generate_awb' ? textOf(data, 'awbNumber') : null) ?? state?.outcome.awbNumber ?? null,
      invoiceNumber:
        (step.kind === 'generate_invoice' || step.kind === 'issue_storno' ? textOf(data, 'number') : null) ??
        state?.outcome.invoiceNumber ??
        null,
    },
    accounts: [...new Set([...(state?.accounts ?? []), ...accountIn(data)])].sort(),
    partOf: textOf(data, 'bulkId') ?? state?.partOf ?? null,
    createdBy: isFirst ? recorded.metadata.actor : state.createdBy,
    createdAt: isFirst ? at : state.createdAt,
    createdPosition: isFirst ? recorded.position.toString() : state.createdPosition,
  };
};

/** More accounts than one, in a column whose index keeps the order of a page. */
export const SEVERAL_ACCOUNTS = '*';

const accountColumns = (accounts: readonly string[]) => ({
  account: accounts.length > 1 ? SEVERAL_ACCOUNTS : (accounts[0] ?? null),
  accounts,
});

const MAX_TERMS = 3_000;

const termsOf = (state: AnyOperationState, { outcome, subject }: OperationRecord): string => {
  const ids = isBulk(state)
    ? state.bulk.items.map(({ orderId }) => orderId)
    : [subject.kind === 'order' ? subject.orderId : subject.kind === 'offer' ? subject.offerId : null];
  const texts = [state.id, ...ids, ...accountsOf(state), outcome.awbNumber, outcome.invoiceNumber];
  return searchVector({ texts }, MAX_TERMS);
};

const accountsOf = (state: AnyOperationState): readonly string[] =>
  isBulk(state) ? bulkAccounts(state) : state.accounts;

/**
 * Operations. Those on one order, offer or account are folded from the streams that they act on and have none of their
 * own; a bulk has one, and its items are operations as well.
 */
export const operationsProjection: Projection<AnyOperationState> = {
  name: 'operations',
  version: 2,
  streamPrefixes: ['order-', 'offer-', 'syncRun-', 'operation-'],
  table: {
    name: 'operations',
    columns: [
      { name: 'kind', type: 'text not null' },
      { name: 'state_name', type: 'text not null' },
      { name: 'account', type: 'text' },
      { name: 'accounts', type: 'text[] not null' },
      { name: 'part_of', type: 'text' },
      { name: 'created_at', type: 'timestamptz not null' },
      { name: 'finished_at', type: 'timestamptz' },
      { name: 'terms', type: 'tsvector not null' },
      { name: 'operation', type: 'json not null' },
      { name: 'lines', type: 'json' },
    ],
    indexes: [
      // A thousand items of a bulk must not lie between two operations of a page.
      { name: 'created', definition: '(created_at, key) where part_of is null' },
      { name: 'state_created', definition: '(state_name, created_at, key) where part_of is null' },
      { name: 'kind_created', definition: '(kind, created_at, key) where part_of is null' },
      { name: 'account_created', definition: '(account, created_at, key) where part_of is null' },
      { name: 'part_created', definition: '(part_of, created_at, key)' },
      { name: 'terms', definition: 'using gin (terms)' },
    ],
  },
  children: [],
  counters: [],

  keyOf(recorded) {
    if (!isBulkEvent(recorded)) return operationStep(recorded)?.operationId;
    return textOf(recorded.data as Data, 'operationId') ?? undefined;
  },

  evolve(state, recorded) {
    if (isBulkEvent(recorded)) return evolveBulk(state && isBulk(state) ? state : undefined, recorded);
    const step = operationStep(recorded);
    return step && !(state && isBulk(state)) ? evolveStep(state, step, recorded) : state;
  },

  row(state): Row {
    const operation = operationRecord(state);
    return {
      kind: operation.kind,
      state_name: operation.state,
      ...accountColumns(accountsOf(state)),
      part_of: operation.partOf,
      created_at: operation.createdAt,
      finished_at: operation.finishedAt,
      terms: termsOf(state, operation),
      operation,
      lines: isBulk(state) ? bulkLines(state) : null,
    };
  },

  childRows: () => [],
  contributions: () => [],
};
