import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { MessageKey } from './sentences.js';

export type Translate = (key: MessageKey, options?: Readonly<Record<string, unknown>>) => string;

/** Sentences of the panel by key; a key that does not exist does not compile. */
export const useMessage = (): Translate => {
  const translate = useTranslate();
  return useCallback((key, options) => translate(`magflow.${key}`, options), [translate]);
};

/** Words for values that the server chose, such as event types: unknown ones are shown as they came. */
export const useWord = (): ((group: string, value: string) => string) => {
  const translate = useTranslate();
  return useCallback((group, value) => translate(`magflow.${group}.${value}`, { _: value }), [translate]);
};
