import express, { type Router } from 'express';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { stateOf } from './middleware/tracing.js';
import { openApiDocument } from './openApi.js';
import { routes } from './routes/routes.js';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>MagFlow API</title>
<link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/assets/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

/** Apart from the page, because our policy allows no inline script. */
const START =
  "window.SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });\n";

/** `/api/v1/openapi.json` and the browsable page, all of it from our own files. */
export const documentationRouter = (version: string): Router => {
  const router = express.Router();
  const files = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  let json: string | undefined;

  router.get('/v1/openapi.json', (req, res) => {
    stateOf(req).routePath = '/api/v1/openapi.json';
    json ??= JSON.stringify(openApiDocument(routes, version));
    res.status(200).set('cache-control', 'no-cache').type('application/json').send(json);
  });
  router.get('/docs', (req, res) => {
    stateOf(req).routePath = '/api/docs';
    res.status(200).set('cache-control', 'no-cache').type('html').send(PAGE);
  });
  router.get('/docs/start.js', (_req, res) => {
    res.status(200).set('cache-control', 'no-cache').type('text/javascript').send(START);
  });
  router.use('/docs/assets', express.static(files, { index: false, maxAge: '1h', extensions: [] }));
  return router;
};
