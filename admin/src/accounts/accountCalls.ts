import { api, bodyOf } from '../api/client.js';
import type { AccountChange, AccountDetails, NewAccount } from './accountRecord.js';

export const readAccount = (key: string): Promise<AccountDetails> =>
  bodyOf(api.GET('/accounts/{key}', { params: { path: { key } } }));

export const addAccount = (body: NewAccount): Promise<AccountDetails> => bodyOf(api.POST('/accounts', { body }));

export const changeAccount = (key: string, body: AccountChange): Promise<AccountDetails> =>
  bodyOf(api.PATCH('/accounts/{key}', { params: { path: { key } }, body }));

export const removeAccount = async (key: string): Promise<void> => {
  await api.DELETE('/accounts/{key}', { params: { path: { key } } });
};

/** The old callback address is nothing from then on. */
export const rotateCallback = (key: string): Promise<AccountDetails> =>
  bodyOf(api.POST('/accounts/{key}/rotate-callback', { params: { path: { key } } }));
