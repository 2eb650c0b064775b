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

const currentTokens = async (): Promise<Tokens> => {
  const tokens = stored();
  if (!tokens) throw new ApiProblem({ status: 401, code: 'unauthenticated', detail: 'ra.auth.auth_check_error' });
  return tokens.expires_at - EARLY_MS > Date.now() ? tokens : refresh(tokens.access_token);
};

/** Who works in this window; nobody before the first answer that was given to them. */
let worker: string | null = null;
/** Requests that wait for the worker to sign in again. */
let waiting: { readonly again: Promise<void>; readonly resume: () => void } | null = null;
const askers = new Set<() => void>();

const tellAskers = (): void => askers.forEach((tell) => tell());

const resume = (): void => {
  waiting?.resume();
  waiting = null;
  tellAskers();
};

/** What this window sent was answered: its work outlives the session. */
export const noteWork = (): void => {
  worker ??= stored()?.username ?? null;
};

/** Whoever can ask a person to sign in again says so, and hears when that is needed and when no longer. */
export const askToSignIn = (tell: () => void): (() => void) => {
  const onOtherTab = ({ key }: StorageEvent) => {
    const now = key === STORAGE_KEY && waiting ? stored() : null;
    if (!now) return;
    if (now.username === worker) resume();
    else location.reload();
  };
  askers.add(tell);
  window.addEventListener('storage', onOtherTab);
  return () => {
    askers.delete(tell);
    window.removeEventListener('storage', onOtherTab);
  };
};

/** The name of the person whose session ended in the middle of their work, until they are in again. */
export const endedFor = (): string | null => (waiting ? worker : null);

/** A session that ends under somebody's hands stops their requests, it does not fail them: nothing typed is lost. */
const goingOn = async (tokens: () => Promise<Tokens>): Promise<string> => {
  for (let read = tokens; ; read = currentTokens) {
    try {
      return (await read()).access_token;
    } catch (error) {
      const isOver = error instanceof ApiProblem && (error.status === 400 || error.status === 401);
      if (!isOver || worker === null || askers.size === 0) throw error;
      if (!waiting) {
        let resolve = (): void => undefined;
        const again = new Promise<void>((done) => (resolve = done));
        waiting = { again, resume: resolve };
        tellAskers();
      }
      await waiting.again;
    }
  }
};

export const hasSession = (): boolean => stored() !== null || waiting !== null;

/** The name that was signed in with; empty without a session. */
export const sessionUsername = (): string => stored()?.username ?? '';

/** Signs in, keeps the tokens, and lets what waited go on. @throws ApiProblem `credentials-invalid`, `login-locked` */
export const signIn = async (username: string, password: string): Promise<void> => {
  keep(await answered(await post('/auth/login', { username, password })), username);
  resume();
};

/** A token that is good for now. @throws ApiProblem 401 when there is no session */
export const accessToken = (): Promise<string> => goingOn(currentTokens);

/** A new token in place of one that the server refused. */
export const renewedToken = (refused: string): Promise<string> => goingOn(() => refresh(refused));

/** Leaves what waits undone: whoever signs in next is somebody else. */
export const leave = (): void => {
  localStorage.removeItem(STORAGE_KEY);
  location.assign('/login');
};

/** Forgets the tokens here, and ends the session at the server if it can be reached. */
export const signOut = async (): Promise<void> => {
  worker = null;
  const token = await currentTokens().then(
    ({ access_token }) => access_token,
    () => undefined,
  );
  const tokens = stored();
  localStorage.removeItem(STORAGE_KEY);
  if (tokens && token)
    await post('/auth/logout', { refresh_token: tokens.refresh_token }, token).catch(() => undefined);
};
