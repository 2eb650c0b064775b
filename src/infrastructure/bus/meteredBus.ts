import { Counter, Histogram, type Registry } from 'prom-client';
import type { BroadcastOptions, Bus, BusMessage, WorkGroupOptions } from '../../application/ports/bus.js';

/** The same bus, whose consumers are counted: by work group, or `broadcast` for what every process hears. */
export const meteredBus = (bus: Bus, registry: Registry): Bus => {
  const messages = new Counter({
    name: 'magflow_bus_messages_total',
    help: 'Messages that a consumer of the bus was given, by what became of them; a retried one counts each time.',
    labelNames: ['group', 'outcome'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'magflow_bus_handling_seconds',
    help: 'How long a consumer of the bus was at a message.',
    labelNames: ['group'],
    registers: [registry],
  });

  const metered =
    (group: string, handle: (message: BusMessage) => void | Promise<void>) =>
    async (message: BusMessage): Promise<void> => {
      const stopwatch = durations.startTimer({ group });
      try {
        await handle(message);
        messages.inc({ group, outcome: 'handled' });
      } catch (error) {
        messages.inc({ group, outcome: 'failed' });
        throw error;
      } finally {
        stopwatch();
      }
    };

  return {
    kind: bus.kind,
    workGroup: (options: WorkGroupOptions) =>
      bus.workGroup({ ...options, handle: metered(options.group, options.handle) }),
    broadcast: (options: BroadcastOptions) =>
      bus.broadcast({ ...options, handle: metered('broadcast', options.handle) }),
    deadLetters: () => bus.deadLetters(),
    redrive: (id) => bus.redrive(id),
    check: () => bus.check(),
    close: () => bus.close(),
  };
};
