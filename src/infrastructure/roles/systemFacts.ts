import type { Marketplace } from '../../application/ports/marketplace.js';
import type { Bus } from '../../application/ports/bus.js';
import type { ProjectionAdmin } from '../../projections/projectionAdmin.js';
import type { Config } from '../config/config.js';
import type { ProjectionLag, SystemFacts } from '../http/httpDeps.js';

/** How far the read models are, whichever process runs them. */
export const projectionLags = async (admin: ProjectionAdmin): Promise<readonly ProjectionLag[]> =>
  (await admin.status()).map(({ name, version, position, lagEvents, lagSeconds, state, isRunning, parked }) => ({
    name,
    version,
    position: position.toString(),
    lag_events: lagEvents,
    lag_seconds: lagSeconds,
    state,
    is_running: isRunning,
    parked,
  }));

/** Which engines an installation really talks to. The supervisor tells its children which parts are embedded. */
export const createSystemFacts = ({
  config,
  bus,
  marketplace,
  projections,
}: {
  readonly config: Config;
  readonly bus: Bus;
  readonly marketplace: Marketplace;
  readonly projections: ProjectionAdmin;
}): SystemFacts => ({
  engines: () => {
    const embedded = new Set((process.env['MAGFLOW_EMBEDDED'] ?? '').split(','));
    const kind = (part: string) => (embedded.has(part) ? ('embedded' as const) : ('external' as const));
    return Promise.resolve({
      event_store: { kind: kind('eventstore'), name: 'EventStoreDB protocol' },
      bus: { kind: bus.kind === 'kafka' ? ('external' as const) : ('embedded' as const), name: bus.kind },
      database: { kind: kind('postgres'), name: 'PostgreSQL' },
    });
  },

  projections: () => projectionLags(projections),

  sandbox: async () => {
    const known = await marketplace.accounts();
    const accounts = known.filter(({ isDemonstration }) => isDemonstration);
    const { controlUrl, mode } = config.sandbox;
    if (accounts.length === 0) return null;
    const now =
      controlUrl === null
        ? null
        : await fetch(`${controlUrl}/control/health`, { signal: AbortSignal.timeout(2_000) })
            .then(async (answer) => ((await answer.json()) as { clock?: { now?: string } }).clock?.now ?? null)
            .catch(() => null);
    const endsAtNextStart = mode === 'auto' && accounts.length < known.length;
    return { accounts: accounts.map(({ key }) => key), now, endsAtNextStart };
  },
});
