import compression from 'compression';
import express from 'express';
import { Histogram } from 'prom-client';
import { createApiRouter } from './apiRouter.js';
import { documentationRouter } from './documentation.js';
import type { HttpDeps } from './httpDeps.js';
import { problemAnswers } from './middleware/problemAnswers.js';
import { limitRequests, REQUESTS_PER_MINUTE } from './middleware/rateLimits.js';
import { securityHeaders } from './middleware/security.js';
import { stateOf, tracing } from './middleware/tracing.js';
import { panelRouter } from './panel.js';
import { HttpProblem } from './problems.js';
import { rootRouter } from './rootRoutes.js';
import { routes } from './routes/routes.js';

const histogramIn = ({ metrics }: HttpDeps): Histogram<'method' | 'route' | 'status_code'> => {
  const known = metrics.getSingleMetric('http_request_duration_seconds');
  if (known instanceof Histogram) return known;
  return new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests by route',
    labelNames: ['method', 'route', 'status_code'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [metrics],
  });
};

/** The application, apart from listening. */
export const createHttpApp = (deps: HttpDeps): { app: express.Express } => {
  const durations = histogramIn(deps);
  const app = express();
  app.disable('x-powered-by').disable('etag');
  // Only proxies of our own network: the first address that is none of theirs is the client, whatever it claims.
  app.set('trust proxy', deps.settings.trustProxy ? ['loopback', 'linklocal', 'uniquelocal'] : false);
  app.set('query parser', 'simple');

  app.use(
    tracing(deps.logger, (method, route, status, seconds) =>
      durations.observe({ method, route, status_code: String(status) }, seconds),
    ),
  );
  app.use(securityHeaders());
  const compressed = compression();
  // Whoever asks for nothing compressed needs no stream around the answer.
  app.use((req, res, next) => (req.headers['accept-encoding'] === undefined ? next() : compressed(req, res, next)));
  app.use(rootRouter(deps));
  app.use('/api', limitRequests(deps.settings.rateLimit, { perMinute: REQUESTS_PER_MINUTE, counts: 'requests' }));
  app.use('/api', documentationRouter(deps.settings.version));
  app.use('/api/v1', createApiRouter(routes, deps));
  if (deps.settings.panelFolder !== null) app.use(panelRouter(deps.settings.panelFolder));
  app.use((req) => {
    stateOf(req).routePath = 'unmatched';
    throw new HttpProblem('not-found', 'There is nothing here');
  });
  app.use(problemAnswers);
  return { app };
};
