import { api, bodyOf, type Schemas } from '../api/client.js';

export type UserRecord = Schemas['User'];
export type Role = UserRecord['roles'][number];
export const ROLES = ['admin', 'operator', 'auditor'] as const;

export const createUser = (body: Schemas['NewUser']) => bodyOf(api.POST('/users', { body }));

export const changeUser = (id: string, body: Schemas['UserChange']) =>
  bodyOf(api.PATCH('/users/{id}', { params: { path: { id } }, body }));

/** Ends the user's sessions and makes a one-time password, told once. */
export const resetPassword = (id: string) =>
  bodyOf(api.POST('/users/{id}/reset-password', { params: { path: { id } } }));
