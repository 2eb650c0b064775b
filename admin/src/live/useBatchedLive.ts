import { useEffect, useRef } from 'react';
import type { LiveMessage } from './liveMessage.js';
import { useLiveMessages } from './LiveProvider.js';

/** Hears messages in batches, so that a burst costs one round of reading and not one for each message. */
export const useBatchedLive = (handle: (messages: readonly LiveMessage[]) => void, pauseMs = 250): void => {
  const waiting = useRef<LiveMessage[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  useLiveMessages((message) => {
    waiting.current.push(message);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current(waiting.current.splice(0));
    }, pauseMs);
  });
};
