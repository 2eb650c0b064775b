import { useCallback, useEffect, useSyncExternalStore } from 'react';

/** What was typed and not saved, by form: it outlives the page that it was typed on, not the window. */
const drafts = new Map<string, object>();
const listeners = new Set<() => void>();

const tell = (): void => listeners.forEach((listener) => listener());

/**
 * The unsaved part of a form. Going to another page of the panel keeps it, and coming back finds it; closing the window
 * asks first.
 */
export const useDraft = <T extends object>(name: string): readonly [T | null, (draft: T | null) => void] => {
  const draft = useSyncExternalStore(
    useCallback((listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }, []),
    () => (drafts.get(name) as T | undefined) ?? null,
  );
  const setDraft = useCallback(
    (next: T | null) => {
      if (next === null) drafts.delete(name);
      else drafts.set(name, next);
      tell();
    },
    [name],
  );
  useEffect(() => {
    if (draft === null) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [draft]);
  return [draft, setDraft];
};
