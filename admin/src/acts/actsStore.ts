import type { ApiProblem } from '../api/problem.js';

export type ActKind = 'acknowledge' | 'status' | 'awb' | 'invoice' | 'resolve' | 'storno' | 'attachment';

/** Something that a person asked of the marketplace, and what is known of it: asked, done, refused, or in doubt. */
export interface Act {
  readonly id: string;
  readonly kind: ActKind;
  readonly account: string;
  readonly orderId: string;
  readonly state: 'asked' | 'done' | 'refused' | 'in_doubt';
  readonly operationId: string | null;
  /** What came of it: a number, a status word. */
  readonly result: string | null;
  readonly problem: ApiProblem | null;
}

const KEPT = 200;

let acts: readonly Act[] = [];
const listeners = new Set<() => void>();

const change = (next: readonly Act[]): void => {
  acts = next.slice(-KEPT);
  for (const listener of listeners) listener();
};

/** Acts of this visit, shown across pages. */
export const actsStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  all: (): readonly Act[] => acts,
  add(act: Act): void {
    change([...acts, act]);
  },
  update(id: string, changes: Partial<Act>): void {
    change(acts.map((act) => (act.id === id ? { ...act, ...changes } : act)));
  },
  clear(): void {
    change(acts.filter(({ state }) => state === 'asked'));
  },
};
