import { useSyncExternalStore } from 'react';

const LIT_MS = 2_500;

const lit = new Set<string>();
const listeners = new Set<() => void>();

const cell = (id: string, field: string): string => `${id}/${field}`;
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Lights cells of a list up once. */
export const touchCells = (id: string, fields: readonly string[]): void => {
  const cells = fields.map((field) => cell(id, field));
  for (const one of cells) lit.add(one);
  tell();
  setTimeout(() => {
    for (const one of cells) lit.delete(one);
    tell();
  }, LIT_MS);
};

export const useIsTouched = (id: string, field: string): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lit.has(cell(id, field)),
  );
