import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { LiveMessage } from './liveMessage.js';
import { LiveSocket, type LiveState } from './liveSocket.js';

type Listener = (message: LiveMessage) => void;

interface Live {
  readonly state: LiveState;
  readonly listen: (listener: Listener) => () => void;
}

const LiveContext = createContext<Live>({ state: 'reconnecting', listen: () => () => undefined });

/** Holds the one socket while somebody is signed in, and passes its messages to whoever listens. */
export const LiveProvider = ({ children }: { children: ReactNode }) => {
  const queryClient = useQueryClient();
  const [state, setState] = useState<LiveState>('reconnecting');
  const listeners = useRef(new Set<Listener>());

  useEffect(() => {
    const socket = new LiveSocket({
      onMessage: (message) => {
        for (const listener of [...listeners.current]) listener(message);
      },
      onState: setState,
      onGap: () => void queryClient.invalidateQueries(),
    });
    socket.open();
    return () => socket.close();
  }, [queryClient]);

  const live = useMemo<Live>(
    () => ({
      state,
      listen: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [state],
  );

  return <LiveContext value={live}>{children}</LiveContext>;
};

export const useLiveState = (): LiveState => useContext(LiveContext).state;

/** Hears every live message once while the component is mounted. */
export const useLiveMessages = (listener: Listener): void => {
  const { listen } = useContext(LiveContext);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => listen((message) => latest.current(message)), [listen]);
};
