/** The least that a command can be: Express, one read of the order, one insert of the fact, an answer. */
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
await pool.query('create table if not exists ops.bare_facts (id bigserial primary key, order_id text, data jsonb)');
const app = express();
app.use(express.json());
app.post('/orders/:id/acknowledge', async (req, res) => {
  const { rows } = await pool.query(`select item from ${process.env.TABLE} where key = $1`, [req.params.id]);
  if (!rows[0]) return res.status(404).end();
  const { rows: written } = await pool.query(
    'insert into ops.bare_facts (order_id, data) values ($1, $2) returning id',
    [req.params.id, JSON.stringify({ type: 'AcknowledgeRequested', at: new Date().toISOString() })],
  );
  res.status(202).json({ operation_id: written[0].id, state: 'queued' });
});
const server = app.listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ ready: true, url: `http://127.0.0.1:${server.address().port}` })),
);
process.on('SIGTERM', () => process.exit(0));
