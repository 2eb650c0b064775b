import type pg from 'pg';
import type { AwbChecks } from '../../application/ports/awbChecks.js';
import type { ReadTables } from '../../projections/readTables.js';

/** A parcel is on its way for days, seldom for weeks; later its status no longer helps anybody. */
const TRACKED_DAYS = 60;
/** A fresh parcel moves often, an old one seldom. */
const FRESH = "interval '3 days'";
const FRESH_EVERY = "interval '30 minutes'";
const OLD_EVERY = "interval '4 hours'";

/** Live AWBs of the read model, with the times of `ops.awb_checks`. */
export const postgresAwbChecks = (pool: pg.Pool, tables: ReadTables): AwbChecks => ({
  async due(account, now, limit) {
    const { rows } = await pool.query<{
      order_id: string;
      awb_number: string;
      reservation_id: string | null;
      emag_id: string | null;
    }>(
      `select a.order_id, a.awb_number, a.item ->> 'reservation_id' as reservation_id,
              a.item -> 'emag_ids' ->> 0 as emag_id
         from ${await tables.table('order_list', 'awbs')} a
         left join ops.awb_checks c on c.account = a.account and c.awb_number = a.awb_number
        where a.account = $1 and a.delivery_state in ('issued', 'in_transit')
          and a.issued_at > $2::timestamptz - interval '${TRACKED_DAYS} days'
          and (a.item ->> 'reservation_id' is not null or a.item -> 'emag_ids' ->> 0 is not null)
          and (c.checked_at is null or c.checked_at <= $2::timestamptz
               - case when a.issued_at > $2::timestamptz - ${FRESH} then ${FRESH_EVERY} else ${OLD_EVERY} end)
        order by c.checked_at nulls first, a.issued_at
        limit $3`,
      [account, now, limit],
    );
    return rows.map((row) => ({
      orderId: row.order_id,
      awbNumber: row.awb_number,
      reservationId: row.reservation_id,
      emagId: row.emag_id,
    }));
  },

  async checked(account, awbNumber, at) {
    await pool.query(
      `insert into ops.awb_checks (account, awb_number, checked_at) values ($1, $2, $3)
       on conflict (account, awb_number) do update set checked_at = excluded.checked_at`,
      [account, awbNumber, at],
    );
  },
});
