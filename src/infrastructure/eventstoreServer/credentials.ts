import type { Metadata } from '@grpc/grpc-js';
import { unauthenticated } from './rpcError.js';

// We keep no users: calls are anonymous and may do everything, as with EventStoreDB's --insecure. Its two built-in users
// are accepted so that tools with their defaults work; a client that sends anything else is mistaken about the server.
const BUILT_IN = new Set(['admin:changeit', 'ops:changeit']);

/** @throws RpcError UNAUTHENTICATED for credentials that nobody has */
export const refuseUnknownCredentials = (metadata: Metadata): void => {
  for (const value of metadata.get('authorization')) {
    const [, encoded = ''] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(value.toString()) ?? [];
    if (!BUILT_IN.has(Buffer.from(encoded, 'base64').toString('utf8'))) throw unauthenticated();
  }
};
