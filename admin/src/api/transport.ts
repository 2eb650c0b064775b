import { ApiProblem, problemFrom } from './problem.js';
import { accessToken, noteWork, renewedToken } from './session.js';

const MIN_POSITION = 'x-min-position';

/** Reads within this time after a command wait until they have seen it. */
const OWN_WRITES_MS = 15_000;
let ownWrite: { readonly position: string; readonly at: number } | null = null;

const ownPosition = (): string | null =>
  ownWrite && Date.now() - ownWrite.at < OWN_WRITES_MS ? ownWrite.position : null;

/** Sent as a copy: a request whose body was read cannot be sent again. */
const send = async (request: Request, token: string, minPosition: string | null): Promise<Response> => {
  const copy = request.clone();
  copy.headers.set('authorization', `Bearer ${token}`);
  if (minPosition) copy.headers.set(MIN_POSITION, minPosition);
  else copy.headers.delete(MIN_POSITION);
  try {
    return await fetch(copy);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ status: 0, code: 'network', detail: 'magflow.problem.network' });
  }
};

const sendSignedIn = async (request: Request, minPosition: string | null): Promise<Response> => {
  const token = await accessToken();
  const response = await send(request, token, minPosition);
  return response.status === 401 ? send(request, await renewedToken(token), minPosition) : response;
};

/**
 * Sends with our token, renewed once when it was refused. A read waits for our own last command; when the read model
 * cannot keep up it is answered with what is there. @throws ApiProblem for every answer that is no success
 */
export const signedInFetch = async (request: Request): Promise<Response> => {
  const isRead = request.method === 'GET';
  const minPosition = isRead ? (request.headers.get(MIN_POSITION) ?? ownPosition()) : null;
  const response = await sendSignedIn(request, minPosition);
  if (response.ok) {
    noteWork();
    const position = response.headers.get('x-event-position');
    if (position && !isRead) ownWrite = { position, at: Date.now() };
    return response;
  }
  const problem = await problemFrom(response);
  if (problem.code !== 'read-model-behind') throw problem;
  // Rather what is there than nothing: the socket brings the rest as soon as the read model has it.
  ownWrite = null;
  const again = await sendSignedIn(request, null);
  if (!again.ok) throw await problemFrom(again);
  return again;
};
