import express, { type Router } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const YEAR_MS = 365 * 86_400_000;

/**
 * The built panel. Files under `assets` carry a hash of their content in their name and may be kept for ever; the page
 * itself is asked for each time. Every other path that wants a page gets it, since the panel routes in the browser.
 */
export const panelRouter = (folder: string): Router => {
  const router = express.Router();
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: YEAR_MS, index: false }));
  router.use(express.static(folder, { index: false, maxAge: 0, dotfiles: 'ignore' }));
  router.get(/.*/, (req, res, next) => {
    const page = join(folder, 'index.html');
    const isFile = /\.[a-z0-9]+$/i.test(req.path);
    if (isFile || req.path.startsWith('/assets/') || !req.accepts('html') || !existsSync(page)) return next();
    res.set('cache-control', 'no-cache').sendFile(page, { cacheControl: false, dotfiles: 'allow' });
  });
  return router;
};
