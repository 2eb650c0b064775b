import type pg from 'pg';
import { z } from 'zod';
import { requireRevision } from '../../application/ports/eventStore.js';
import type { Settings, SettingsStore } from '../../application/ports/settings.js';
import type { FactKeeper } from '../audit/postgresAuditOutbox.js';
import { isDemonstrationSeller } from '../config/demonstrationSeller.js';
import { inTransaction } from '../postgres/pool.js';

const sellerSchema = z.object({
  name: z.string(),
  fiscalCode: z.string(),
  registration: z.string(),
  address: z.string(),
  city: z.string(),
  county: z.string(),
  postcode: z.string(),
  country: z.string(),
  iban: z.string(),
  contact: z.string(),
  phone: z.string(),
});
const seriesSchema = z.array(
  z.object({ series: z.string(), nextNumber: z.number().int(), accounts: z.array(z.string()) }),
);
const automationSchema = z.record(z.string(), z.object({ autoAcknowledge: z.boolean() }));

/**
 * Settings in `ops.settings`, a row a part; what was never saved comes from the environment. The demonstration's seller
 * sells for the demonstration's accounts alone.
 */
export const postgresSettings = (
  pool: pg.Pool,
  facts: FactKeeper,
  first: Omit<Settings, 'revision'>,
  demonstrationAccounts: readonly string[] = [],
): SettingsStore => {
  const readFrom = async (database: Pick<pg.Pool, 'query'>): Promise<Settings> => {
    const { rows } = await database.query<{ key: string; value: unknown }>('select key, value from ops.settings');
    const saved = new Map(rows.map(({ key, value }) => [key, value]));
    const part = <T>(key: string, schema: z.ZodType<T>, otherwise: T): T =>
      saved.has(key) ? schema.parse(saved.get(key)) : otherwise;
    const seller = part('seller', sellerSchema, first.seller);
    return {
      revision: BigInt(part('revision', z.int(), 0)),
      seller,
      ...(isDemonstrationSeller(seller) && { sellerOnlyFor: demonstrationAccounts }),
      invoiceSeries: part('invoice_series', seriesSchema, first.invoiceSeries),
      automation: { ...first.automation, ...part('automation', automationSchema, {}) },
    };
  };

  return {
    read: () => readFrom(pool),
    save: (change, telling, expectedRevision) =>
      inTransaction(pool, async (client) => {
        const write = (key: string, value: unknown): Promise<unknown> =>
          client.query(
            `insert into ops.settings (key, value) values ($1, $2::jsonb)
             on conflict (key) do update set value = excluded.value, updated_at = now()`,
            [key, JSON.stringify(value)],
          );
        // One after the other: whoever comes second sees what the first has saved.
        await client.query(
          `insert into ops.settings (key, value) values ('revision', '0'::jsonb) on conflict (key) do nothing`,
        );
        await client.query(`select from ops.settings where key = 'revision' for update`);
        const before = await readFrom(client);
        requireRevision('settings', expectedRevision, before.revision);
        if (change.seller) await write('seller', change.seller);
        if (change.invoiceSeries) await write('invoice_series', change.invoiceSeries);
        if (change.automation) await write('automation', { ...before.automation, ...change.automation });
        await write('revision', Number(before.revision) + 1);
        const after = await readFrom(client);
        await facts.keepWith(client, telling({ before, after }));
        return after;
      }),
  };
};
