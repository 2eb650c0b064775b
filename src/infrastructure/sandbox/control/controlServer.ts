import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isFields, readBody, type Fields } from '../http/requestBody.js';
import { ControlError } from './controlError.js';
import type { ControlParts } from './controlParts.js';
import { controlRoutes } from './controlRoutes.js';

/** A browser page must not steer the sandbox: no origin, and a host name that is this machine's. */
const isForeign = (request: IncomingMessage): boolean =>
  request.headers.origin !== undefined ||
  !/^(127(\.\d+){3}|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');

const answer = (response: ServerResponse, status: number, json: unknown): void => {
  const content = JSON.stringify(json);
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(content);
};

const readJson = async (request: IncomingMessage): Promise<Fields> => {
  const text = (await readBody(request))?.toString('utf8').trim() ?? '';
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isFields(value)) return value;
  } catch {
    // told below
  }
  throw new ControlError(400, 'the body must be a JSON object');
};

/** What a seller does in the web interface, and what tests need: see docs/sandbox.md. */
export const createControlServer = (parts: ControlParts): Server => {
  const routes = controlRoutes(parts);
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isForeign(request)) return answer(response, 403, { error: 'for programs on this machine only' });
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const path = url.pathname.replace(/^(\/control)+(?=\/)/, '');
    for (const [method, pattern, handler] of routes) {
      const match = method === request.method ? pattern.exec(path) : null;
      if (!match) continue;
      const params = match.slice(1).map((part: string | undefined) => decodeURIComponent(part ?? ''));
      const result = await handler({ params, query: url.searchParams, body: await readJson(request) });
      await parts.world.flushed();
      return answer(response, 200, result);
    }
    answer(response, 404, { error: `no such control route: ${request.method ?? ''} ${path}` });
  };
  return createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (error instanceof ControlError) answer(response, error.status, { error: error.message });
      else answer(response, 500, { error: error instanceof Error ? error.message : 'failed' });
    });
  });
};
