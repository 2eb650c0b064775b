import { z } from 'zod';
import type { Answer } from '../answer.js';
import { pictureTokenParam } from '../params.js';
import { HttpProblem } from '../problems.js';
import { route, type Route } from '../route.js';

/** It is only ever looked at: whatever the bytes are, nothing in them runs or loads anything. */
const INERT = { 'content-security-policy': "default-src 'none'; sandbox" };

/** One transparent point. */
const BLANK: Answer = {
  status: 200,
  headers: INERT,
  body: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  contentType: 'image/gif',
};

export const pictureRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/pictures/{token}',
    tag: 'Products',
    summary: 'Picture of a product, as the marketplace shows it',
    description:
      'Answers carry the path as `picture_url`; it cannot be made by hand. Fetched from the host that the marketplace names, so that whoever looks at it asks no foreign host. Asks for no token, since pages that show pictures cannot send one.',
    access: 'public',
    params: z.strictObject({ token: pictureTokenParam }),
    query: z.strictObject({
      fallback: z
        .enum(['blank'])
        .optional()
        .meta({ description: '`blank`: one transparent point where there is no picture, instead of a problem' }),
    }),
    responses: {
      200: {
        description: 'The picture; the same for as long as its path is',
        contentType: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
      },
      304: { description: 'It is the one that `If-None-Match` names' },
    },
    problems: ['picture-unknown', 'picture-unavailable'],
    handler: async ({ params, query }, { pictures }) => {
      const picture = await pictures.byToken(params.token);
      if (picture && 'bytes' in picture) {
        return {
          status: 200,
          headers: {
            ...INERT,
            'cache-control': 'private, max-age=604800, immutable',
            etag: `"${picture.sha256}"`,
          },
          body: picture.bytes,
          contentType: picture.contentType,
        };
      }
      if (query.fallback === 'blank') return BLANK;
      if (picture === null) throw new HttpProblem('picture-unknown', 'This is no address of a picture of ours');
      throw new HttpProblem('picture-unavailable', `The picture cannot be shown: ${picture.reason}`);
    },
  }),
];
