import { useEffect, useRef } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && target.type === 'checkbox');

const OWN_KEYS: Readonly<Record<string, string>> = {
  Enter: 'a, button',
  ArrowDown: '[role=combobox], [role=tab], [role=slider]',
  ArrowUp: '[role=combobox], [role=tab], [role=slider]',
};

/** What has the focus acts on this key by itself. */
const isItsOwn = (target: EventTarget | null, key: string): boolean => {
  const selector = OWN_KEYS[key];
  return selector !== undefined && target instanceof Element && target.closest(selector) !== null;
};

// Closed menus stay mounted, but hidden.
const isDialogOpen = (): boolean => document.querySelector('.MuiModal-root:not(.MuiModal-hidden)') !== null;

/** Single keys that act while nobody types and no dialog is open. */
export const useShortcuts = (keys: Readonly<Record<string, (() => void) | undefined>>): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isDialogOpen()) return;
      const act = latest.current[event.key];
      if (!act || isItsOwn(event.target, event.key)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
};
