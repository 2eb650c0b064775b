import { ApiProblem, problemFrom } from './problem.js';

const STORAGE_KEY = 'magflow.session';
const LOCK = 'magflow.session.refresh';
/** Renewed this long before it ends, so that no request goes out with a token that dies on the way. */
const EARLY_MS = 30_000;

interface Tokens {
  readonly username: string;
  readonly access_token: string;
  readonly refresh_token: string;
  /** Milliseconds since the epoch. */
  readonly expires_at: number;
}

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

const stored = (): Tokens | null => {
  const text = localStorage.getItem(STORAGE_KEY);
  if (!text) return null;
  try {
    const value: Partial<Tokens> = JSON.parse(text);
    const { username = '', access_token, refresh_token, expires_at } = value;
    return access_token && refresh_token && expires_at ? { username, access_token, refresh_token, expires_at } : null;
  } catch {
    return null;
  }
};

const keep = ({ access_token, refresh_token, expires_in }: TokenAnswer, username: string): Tokens => {
  const tokens = { username, access_token, refresh_token, expires_at: Date.now() + expires_in * 1000 };
  localStorage.setItem(STORAGE_KEY, JSON.stringify(tokens));
  return tokens;
};

const post = async (path: string, body: object, token?: string): Promise<Response> => {
  try {
    return await fetch(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
  } catch {
    throw new ApiProblem({ status: 0, code: 'network', detail: 'magflow.problem.network' });
  }
};

const answered = async (response: Response): Promise<TokenAnswer> => {
  if (!response.ok) throw await problemFrom(response);
  return (await response.json()) as TokenAnswer;
};

/** A refresh token works once, and a second use ends the whole session: one tab at a time may use it. */
const exclusively = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(LOCK, work) : work();

const rotate = async (used: string): Promise<Tokens> => {
  const now = stored();
  if (!now) throw new ApiProblem({ status: 401, code: 'unauthenticated', detail: 'ra.auth.auth_check_error' });
  if (now.access_token !== used) return now; // another tab was faster
  try {
    return keep(await answered(await post('/auth/refresh-token', { refresh_token: now.refresh_token })), now.username);
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 400 || error.status === 401)) {
      localStorage.removeItem(STORAGE_KEY);
    }
    throw error;
  }
};

let refreshing: Promise<Tokens> | null = null;

const refresh = (used: string): Promise<Tokens> => {
  refreshing ??= exclusively(() => rotate(used)).finally(() => {
    refreshing = null;
  });
  return refreshing;
};

export const hasSession = (): boolean => stored() !== null;

/** The name that was signed in with; empty without a session. */
export const sessionUsername = (): string => stored()?.username ?? '';

/** Signs in and keeps the tokens. @throws ApiProblem `credentials-invalid`, `login-locked` */
export const signIn = async (username: string, password: string): Promise<void> => {
  keep(await answered(await post('/auth/login', { username, password })), username);
};

/** A token that is good for now. @throws ApiProblem 401 when the session is over */
export const accessToken = async (): Promise<string> => {
  const tokens = stored();
  if (!tokens) throw new ApiProblem({ status: 401, code: 'unauthenticated', detail: 'ra.auth.auth_check_error' });
  if (tokens.expires_at - EARLY_MS > Date.now()) return tokens.access_token;
  return (await refresh(tokens.access_token)).access_token;
};

/** A new token in place of one that the server refused. */
export const renewedToken = async (refused: string): Promise<string> => (await refresh(refused)).access_token;

/** Forgets the tokens here, and ends the session at the server if it can be reached. */
export const signOut = async (): Promise<void> => {
  const token = await accessToken().catch(() => undefined);
  const tokens = stored();
  localStorage.removeItem(STORAGE_KEY);
  if (tokens && token)
    await post('/auth/logout', { refresh_token: tokens.refresh_token }, token).catch(() => undefined);
};
