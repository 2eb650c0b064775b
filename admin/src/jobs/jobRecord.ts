import type { Schemas } from '../api/client.js';

/** react-admin's `id` is the job's name. */
export type JobRecord = Schemas['Job'] & { readonly id: string };
