import { statfs } from 'node:fs/promises';
import type pg from 'pg';
import { errorCode } from '../errorCode.js';
import type { HealthCheck } from '../http/httpDeps.js';

const LOW_BYTES = 500_000_000;
/** A full disk is looked at more often: somebody waits for it to have space again. */
const KEPT_MS = { ok: 10_000, trouble: 2_000 } as const;
const DISK_FULL = '53100';
const INPUT_OUTPUT = '58030';

const PROBE = `truncate ops.storage_probe; insert into ops.storage_probe select repeat('x', 4000) from generate_series(1, 4)`;

/** `12.3 GB` */
export const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

/** Free bytes for us where the folder lies; null when the system does not tell. */
export const freeBytes = async (folder: string): Promise<number | null> => {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
};

const probe = async (pool: pg.Pool): Promise<HealthCheck> => {
  try {
    await pool.query(PROBE);
    return { status: 'ok', detail: 'writable' };
  } catch (error) {
    switch (errorCode(error)) {
      case DISK_FULL:
        return { status: 'failing', detail: "the database's disk is full: nothing new is taken until it has space" };
      case INPUT_OUTPUT:
        return { status: 'failing', detail: "the database's disk cannot be written" };
      default:
        return { status: 'unknown', detail: 'the database does not answer' };
    }
  }
};

/**
 * Whether the database can still write, found out by writing: a full disk answers every question and takes nothing.
 * Asked often, tried seldom.
 *
 * @param folder of the embedded database, whose free space is then told too; null for one elsewhere
 */
export const createStorageCheck = (pool: pg.Pool, folder: string | null): (() => Promise<HealthCheck>) => {
  let known: { readonly until: number; readonly check: Promise<HealthCheck> } | undefined;
  const look = async (): Promise<HealthCheck> => {
    const [written, free] = await Promise.all([probe(pool), folder === null ? null : freeBytes(folder)]);
    if (free === null || written.status !== 'ok') return written;
    const detail = `writable, ${gigabytes(free)} free`;
    return free < LOW_BYTES ? { status: 'warning', detail: `little space is left: ${detail}` } : { ...written, detail };
  };
  return () => {
    if (known && Date.now() < known.until) return known.check;
    const check = look();
    known = { until: Date.now() + KEPT_MS.trouble, check };
    void check.then(({ status }) => {
      if (status === 'ok' && known?.check === check) known = { until: Date.now() + KEPT_MS.ok, check };
    });
    return check;
  };
};
