import type pg from 'pg';
import type { HttpDeps } from '../httpDeps.js';

/** When the public links were first fetched, without reading the files themselves. */
export const postgresInvoiceFetches =
  (pool: pg.Pool): HttpDeps['invoiceFetches'] =>
  async (numbers) => {
    if (numbers.length === 0) return new Map();
    const { rows } = await pool.query<{ number: string; fetched_at: Date }>(
      'select number, fetched_at from ops.invoice_files where number = any($1) and fetched_at is not null',
      [numbers],
    );
    return new Map(rows.map(({ number, fetched_at }) => [number, fetched_at.toISOString()]));
  };
