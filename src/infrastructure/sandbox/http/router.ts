import type { Route } from './call.js';

export interface FoundRoute {
  readonly route: Route;
  readonly params: readonly string[];
}

const match = (pattern: string, parts: readonly string[]): string[] | undefined => {
  const wanted = pattern.split('/');
  if (wanted.length !== parts.length) return undefined;
  const params: string[] = [];
  for (const [index, piece] of wanted.entries()) {
    const part = parts[index] ?? '';
    if (piece.startsWith(':')) params.push(part);
    else if (piece !== part) return undefined;
  }
  return params;
};

/** Labels answer with and without the prefix, since connectors in the field use both (reference §18.4). */
const withoutPrefix = new Set(['awb/read_pdf', 'awb/read_zpl']);

const pathOf = (pathname: string): string | undefined => {
  const path = pathname.replace(/\/+$/, '').replace(/^\//, '');
  if (path.startsWith('api-3/')) return path.slice('api-3/'.length);
  return path.startsWith('api/v1/') || withoutPrefix.has(path) ? path : undefined;
};

/** Routes outside `/api-3` carry their whole path, `api/v1/…`. */
export const findRoute = (routes: readonly Route[], method: string, pathname: string): FoundRoute | undefined => {
  const path = pathOf(pathname);
  if (path === undefined || (pathname.startsWith('/api-3/') && path.startsWith('api/v1/'))) return undefined;
  const parts = path.split('/');
  for (const route of routes) {
    if (!route.methods.includes(method)) continue;
    const params = match(route.path, parts);
    if (params) return { route, params };
  }
  return undefined;
};
