import { z } from 'zod';
import { isLoopback } from '../operational/publicUrl.js';
import { HttpProblem } from './problems.js';

/** Longest link that the marketplace takes (reference §17). */
const MAX_LENGTH = 1_024;

/** Over the open net only encrypted; the marketplace fetches without credentials. */
const isFetchable = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(text));
};

/** Link to a PDF that the marketplace shall fetch. */
export const documentUrlField = z
  .string()
  .min(1)
  .max(MAX_LENGTH)
  .refine(isFetchable, 'an https address without user and password')
  .meta({
    type: 'string',
    format: 'uri',
    description: 'Public link to the PDF',
    example: 'https://shop.example/i/1.pdf',
  });

/** @throws HttpProblem `request-impossible` for a link to this machine that a marketplace elsewhere can never follow. */
export const checkReachable = (url: string | undefined, marketplaceUrl: string, pointer: string): void => {
  if (url === undefined || !isLoopback(url) || isLoopback(marketplaceUrl)) return;
  throw new HttpProblem('request-impossible', 'The marketplace cannot reach an address of this machine', {
    errors: [{ pointer, detail: 'must be reachable from the internet' }],
  });
};
