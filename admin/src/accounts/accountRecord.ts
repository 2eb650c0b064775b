import type { Schemas } from '../api/client.js';

export type AccountRecord = Schemas['Account'];
