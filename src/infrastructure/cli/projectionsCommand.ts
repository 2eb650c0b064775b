import { setTimeout as sleep } from 'node:timers/promises';
import { TOKENS } from '../di/tokens.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import { withInstallation } from './installation.js';
import { table, type Output } from './output.js';

const LOOK_EVERY_MS = 250;
const PARKED_SHOWN = 100;

interface JsonFlag {
  readonly json?: boolean;
}

/** `magflow projections status` */
export const projectionsStatusCommand = (flags: JsonFlag, output: Output): Promise<ExitCode> =>
  withInstallation(async (container) => {
    const status = await container.get(TOKENS.projectionAdmin).status();
    if (flags.json) {
      const projections = status.map((one) => ({
        name: one.name,
        version: one.version,
        state: one.state,
        position: one.position.toString(),
        head: one.head.toString(),
        lag_events: one.lagEvents,
        lag_seconds: one.lagSeconds,
        is_running: one.isRunning,
        parked: one.parked,
      }));
      output.out(JSON.stringify({ projections }));
      return EXIT.done;
    }
    const rows = status.map((one) => [
      one.name,
      String(one.version),
      one.state,
      one.isRunning ? 'running' : 'stopped',
      `${one.lagEvents} behind`,
      `${one.parked} parked`,
    ]);
    for (const line of table(rows)) output.out(line);
    return EXIT.done;
  });

/** `magflow projections rebuild NAME`: fills new tables beside the current ones; `--wait` until readers use them. */
export const projectionsRebuildCommand = (
  name: string,
  flags: JsonFlag & { readonly wait?: boolean },
  output: Output,
): Promise<ExitCode> =>
  withInstallation(async (container) => {
    const admin = container.get(TOKENS.projectionAdmin);
    const { version } = await admin.rebuild(name);
    while (flags.wait && !(await admin.isCurrent(name, version))) await sleep(LOOK_EVERY_MS);
    const state = flags.wait ? 'current' : 'building';
    output.out(flags.json ? JSON.stringify({ name, version, state }) : `${name} version ${version} is ${state}`);
    return EXIT.done;
  });

/** `magflow projections parked`: events that could not be applied, newest first. */
export const projectionsParkedCommand = (flags: JsonFlag, output: Output): Promise<ExitCode> =>
  withInstallation(async (container) => {
    const { items, total } = await container
      .get(TOKENS.projectionAdmin)
      .parked({ page: 1, itemsPerPage: PARKED_SHOWN });
    if (flags.json) {
      const events = items.map((one) => ({
        id: one.id,
        projection: one.projection,
        version: one.version,
        stream: one.stream,
        revision: Number(one.revision),
        position: one.position.toString(),
        event_id: one.eventId,
        type: one.type,
        error: one.error,
        parked_at: one.parkedAt,
        waiting: one.waiting,
      }));
      output.out(JSON.stringify({ items: events, total }));
      return EXIT.done;
    }
    const rows = items.map((one) => [one.id, one.projection, one.stream, String(one.revision), one.type, one.error]);
    for (const line of table(rows)) output.out(line);
    output.error(`magflow: ${total} parked`);
    return EXIT.done;
  });

/** `magflow projections replay ID`: applies a parked event again, and what waits behind it. */
export const projectionsReplayCommand = (id: string, flags: JsonFlag, output: Output): Promise<ExitCode> =>
  withInstallation(async (container) => {
    const result = await container.get(TOKENS.projectionAdmin).replay(id);
    if (!result) throw new ExitError(EXIT.failed, `there is no parked event ${id}`);
    if (flags.json) output.out(JSON.stringify(result));
    switch (result.outcome) {
      case 'applied':
        if (!flags.json) output.out(`applied, ${result.replayed} events`);
        return EXIT.done;
      case 'failed':
        output.error(`magflow: it failed again: ${result.error}`);
        return EXIT.failed;
      case 'pending':
        output.error('magflow: nobody has taken it up yet; it will be when a projector runs');
        return EXIT.unreachable;
    }
  });
