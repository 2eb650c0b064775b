import type { AuthProvider } from 'react-admin';
import { api, bodyOf, type Schemas } from '../api/client.js';
import { asProblem } from '../api/problem.js';
import { hasSession, signIn, signOut } from '../api/session.js';

export type Role = Schemas['Me']['roles'][number];

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly roles: readonly Role[];
}

export const PASSWORD_PAGE = '/password';
export const MUST_CHANGE = 'password-change-required';

let person: Promise<Person> | null = null;

const readPerson = async (): Promise<Person> => {
  const { id, username, roles } = await bodyOf(api.GET('/auth/me'));
  return { id, username, roles };
};

/** Who is signed in; asked once a session. */
const currentPerson = (): Promise<Person> => {
  person ??= readPerson().catch((error: unknown) => {
    person = null;
    throw error;
  });
  return person;
};

/** Whether the first password is still the one-time one: then nothing else works. */
export const needsOwnPassword = async (): Promise<boolean> => {
  try {
    await api.GET('/auth/me');
    return false;
  } catch (error) {
    if (asProblem(error).code === MUST_CHANGE) return true;
    throw error;
  }
};

export const magflowAuthProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    await signIn(username, password);
    person = null;
    return (await needsOwnPassword()) ? { redirectTo: PASSWORD_PAGE } : undefined;
  },

  async logout() {
    person = null;
    await signOut();
  },

  checkAuth: () => (hasSession() ? Promise.resolve() : Promise.reject(new Error('ra.auth.auth_check_error'))),

  async checkError(error: unknown) {
    const { status, code } = asProblem(error);
    if (code === MUST_CHANGE) {
      throw Object.assign(new Error(MUST_CHANGE), { redirectTo: PASSWORD_PAGE, logoutUser: false, message: false });
    }
    if (status === 401) throw error;
  },

  async getIdentity() {
    const { id, username } = await currentPerson();
    return { id, fullName: username };
  },

  getPermissions: async () => (await currentPerson()).roles,
};
