import { Counter, Gauge, type Registry } from 'prom-client';

export interface SocketMetrics {
  /** Messages that one turn of the event loop handed to one socket. */
  countMessages(count: number): void;
  countClosed(code: number): void;
}

/** Sockets of this process: how many are open, what they were told, why they ended. */
export const createSocketMetrics = (registry: Registry, open: () => number): SocketMetrics => {
  const messages = new Counter({
    name: 'magflow_websocket_messages_total',
    help: 'Messages sent to WebSocket clients.',
    registers: [registry],
  });
  const closed = new Counter({
    name: 'magflow_websocket_closed_total',
    help: 'WebSocket connections that ended, by close code.',
    labelNames: ['code'],
    registers: [registry],
  });
  new Gauge({
    name: 'magflow_websocket_connections',
    help: 'Open WebSocket connections.',
    registers: [registry],
    collect() {
      this.set(open());
    },
  });
  return {
    countMessages: (count) => messages.inc(count),
    countClosed: (code) => closed.inc({ code: String(code) }),
  };
};
