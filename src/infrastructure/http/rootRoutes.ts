import { timingSafeEqual } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import type { HealthCheck, HttpDeps } from './httpDeps.js';
import { isLoopback } from './loopback.js';
import { limitRequests } from './middleware/rateLimits.js';
import { stateOf } from './middleware/tracing.js';
import { HttpProblem } from './problems.js';

const isSame = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const healthAnswer = (res: Response, checks: Readonly<Record<string, HealthCheck>>): void => {
  const isOk = Object.values(checks).every(({ status }) => status === 'ok' || status === 'warning');
  res
    .status(isOk ? 200 : 503)
    .set('cache-control', 'no-store')
    .json({ status: isOk ? 'ok' : 'failing', checks });
};

/** The marketplace repeats nothing and waits for nobody: whatever it says, it is thanked, and only a hint is taken. */
const orderIdIn = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  const id = fields['order_id'] ?? fields['id'];
  return (typeof id === 'string' || typeof id === 'number') && /^[0-9]{1,20}$/.test(String(id))
    ? String(id)
    : undefined;
};

const callback =
  ({ callbacks, wakeSync }: HttpDeps) =>
  async (req: Request, res: Response): Promise<void> => {
    stateOf(req).routePath = '/callbacks/emag/{secret}';
    const account = await callbacks.accountOf(String(req.params['secret']));
    if (account === null) throw new HttpProblem('not-found', 'There is nothing here');
    wakeSync(account, orderIdIn(req.query) ?? orderIdIn(req.body));
    res.status(200).type('text/plain').send('ok');
  };

const invoiceFile =
  ({ invoiceFiles, clock }: HttpDeps) =>
  async (req: Request, res: Response): Promise<void> => {
    stateOf(req).routePath = '/files/invoices/{token}.pdf';
    const file = await invoiceFiles.byToken(String(req.params['token']));
    if (!file) throw new HttpProblem('not-found', 'There is no such file');
    if (req.method === 'GET') await invoiceFiles.markFetched(file.number, clock.now().toISOString());
    res
      .status(200)
      .set({
        'cache-control': 'private, no-store',
        'content-disposition': `inline; filename="${file.number}.pdf"`,
        'x-robots-tag': 'noindex',
      })
      .type('application/pdf')
      .send(Buffer.from(file.bytes));
  };

/** What stands at the root, apart from `/api/v1` and the panel. */
export const rootRouter = (deps: HttpDeps): Router => {
  const { health, metrics, settings } = deps;
  const router = express.Router();

  router.get('/health/live', (req, res) => {
    stateOf(req).routePath = '/health/live';
    healthAnswer(res, { process: { status: 'ok', detail: 'running' } });
  });
  router.get('/health/ready', async (req, res) => {
    stateOf(req).routePath = '/health/ready';
    healthAnswer(res, await health.ready());
  });

  router.get('/metrics', async (req, res) => {
    stateOf(req).routePath = '/metrics';
    const [, token] = /^Bearer (\S+)$/i.exec(req.get('authorization') ?? '') ?? [];
    const isLocal = isLoopback(req.ip);
    const hasToken = settings.metricsToken !== null && token !== undefined && isSame(token, settings.metricsToken);
    if (!isLocal && !hasToken) throw new HttpProblem('unauthenticated', 'Send the metrics token');
    res
      .status(200)
      .type(metrics.contentType)
      .send(await deps.allMetrics());
  });

  const limit = limitRequests(settings.rateLimit, { perMinute: 600, counts: 'requests' });
  router.get('/files/invoices/:token.pdf', limit, invoiceFile(deps));

  const bodies = [
    express.json({ limit: '64kb', strict: false }),
    express.urlencoded({ limit: '64kb', extended: false }),
  ];
  router.get('/callbacks/emag/:secret', limit, callback(deps));
  router.post('/callbacks/emag/:secret', limit, ...bodies, callback(deps));
  return router;
};
