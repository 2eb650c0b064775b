import { z } from 'zod';
import { accountKeyProblem, parseBaseUrl, PLATFORM_BASE_URLS, type Platform } from '../../config/accounts.js';
import { orNull } from './orNull.js';

export const connectionSchema = z
  .object({
    ok: z.boolean(),
    code: z.string(),
    detail: z.string().meta({ description: "The marketplace's own words" }),
    advice: z.string().nullable().meta({ description: 'What a person can do about it' }),
    checked_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ConnectionTest' });

export const accountSchema = z
  .object({
    key: z.string(),
    platform: z.string(),
    fulfilment: z.enum(['own', 'fbe']),
    base_url: z.string(),
    state: z.string().meta({ description: '`ok`, `unknown`, or what is wrong' }),
    last_test: orNull(connectionSchema),
    callback_url: z.string().nullable().meta({ description: 'Holds a secret: null unless an admin asks' }),
  })
  .meta({ id: 'Account' });

export const accountDetailsSchema = accountSchema
  .extend({
    username: z.string(),
    source: z
      .enum(['environment', 'panel', 'sandbox'])
      .meta({ description: 'Only accounts of the panel can be edited' }),
  })
  .meta({ id: 'AccountDetails' });

const key = z
  .string()
  .refine((text) => accountKeyProblem(text) === undefined, 'must be 1 to 24 of a-z, 0-9 and _, and not "both"')
  .meta({ pattern: '^[a-z0-9_]{1,24}$', example: 'shop' });
const platforms = Object.keys(PLATFORM_BASE_URLS) as [Platform, ...Platform[]];
/** What HTTP Basic can carry (reference §1.2): no control characters, and no colon in a name. */
const accountUser = z
  .string()
  .max(200)
  .regex(/^[^:\p{Cc}]+$/u, 'a user name without a colon');
const accountPassword = z
  .string()
  .max(200)
  .regex(/^\P{Cc}+$/u, 'a password without control characters');

const baseUrl = z
  .string()
  .max(500)
  .transform((text, context) => {
    const parsed = parseBaseUrl(text);
    if ('url' in parsed) return parsed.url;
    context.addIssue({ code: 'custom', message: parsed.problem });
    return z.NEVER;
  })
  .meta({
    type: 'string',
    format: 'uri',
    description: "Absent: the platform's; ends in /api-3, HTTPS unless on loopback",
  });

export const newAccountBody = z
  .strictObject({
    key,
    platform: z.enum(platforms).default('emag-ro'),
    fulfilment: z.enum(['own', 'fbe']).default('own'),
    username: accountUser,
    password: accountPassword,
    base_url: baseUrl.optional(),
  })
  .meta({ id: 'NewAccount' });

export const accountChangeBody = z
  .strictObject({
    platform: z.enum(platforms).optional(),
    fulfilment: z.enum(['own', 'fbe']).optional(),
    username: accountUser.optional(),
    password: accountPassword.optional(),
    base_url: baseUrl.optional(),
  })
  .meta({ id: 'AccountChange', description: 'What is absent stays' });
