import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { InvoiceFile, InvoiceFiles } from '../../application/ports/invoiceFiles.js';

interface Row {
  number: string;
  token: string;
  sha256: string;
  bytes: Buffer;
  fetched_at: Date | null;
}

const toFile = (row: Row | undefined): InvoiceFile | null =>
  row
    ? {
        number: row.number,
        token: row.token,
        sha256: row.sha256,
        bytes: row.bytes,
        fetchedAt: row.fetched_at?.toISOString() ?? null,
      }
    : null;

/** Issued PDFs in `ops.invoice_files`: the first bytes under a number stay for ever. */
export const postgresInvoiceFiles = (pool: pg.Pool): InvoiceFiles => {
  const find = async (column: 'number' | 'token', value: string): Promise<InvoiceFile | null> => {
    const { rows } = await pool.query<Row>(
      `select number, token, sha256, bytes, fetched_at from ops.invoice_files where ${column} = $1`,
      [value],
    );
    return toFile(rows[0]);
  };

  return {
    async keep(number, pdf) {
      const sha256 = createHash('sha256').update(pdf).digest('hex');
      await pool.query(
        `insert into ops.invoice_files (number, token, sha256, bytes) values ($1, $2, $3, $4)
         on conflict (number) do nothing`,
        [number, randomBytes(24).toString('base64url'), sha256, Buffer.from(pdf)],
      );
      const kept = await find('number', number);
      if (!kept) throw new Error(`The file of invoice ${number} vanished while it was kept`);
      return kept;
    },
    byNumber: (number) => find('number', number),
    byToken: (token) => find('token', token),
    async markFetched(number, at) {
      await pool.query('update ops.invoice_files set fetched_at = $2 where number = $1 and fetched_at is null', [
        number,
        at,
      ]);
    },
  };
};

/** When the public links of these invoices were first fetched; those that were not are absent. */
export const invoiceFetches = async (
  pool: pg.Pool,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (numbers.length === 0) return new Map();
  const { rows } = await pool.query<{ number: string; fetched_at: Date }>(
    'select number, fetched_at from ops.invoice_files where number = any($1) and fetched_at is not null',
    [numbers],
  );
  return new Map(rows.map(({ number, fetched_at }) => [number, fetched_at.toISOString()]));
};
