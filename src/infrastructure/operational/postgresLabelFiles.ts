import type pg from 'pg';
import type { LabelFiles } from '../http/httpDeps.js';

/** Labels as the marketplace gave them: each is fetched once, since every fetch costs a call. */
export const postgresLabelFiles = (pool: pg.Pool): LabelFiles => ({
  async label(account, emagId, format, load) {
    const { rows } = await pool.query<{ bytes: Buffer }>(
      'select bytes from ops.label_files where account = $1 and emag_id = $2 and format = $3',
      [account, emagId, format],
    );
    if (rows[0]) return rows[0].bytes;
    const bytes = await load();
    await pool.query(
      `insert into ops.label_files (account, emag_id, format, content_type, bytes) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [account, emagId, format, format === 'ZPL' ? 'application/zpl' : 'application/pdf', Buffer.from(bytes)],
    );
    return bytes;
  },
});
