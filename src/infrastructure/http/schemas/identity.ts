import { z } from 'zod';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../../identity/passwords.js';
import { ROLES } from '../../identity/principal.js';

export const loginBody = z
  .strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(MAX_PASSWORD_LENGTH) })
  .meta({ id: 'Login' });

export const refreshTokenBody = z
  .strictObject({ refresh_token: z.string().min(1).max(500) })
  .meta({ id: 'RefreshTokenRequest' });

export const newPassword = z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH);

export const passwordBody = z
  .strictObject({ current_password: z.string().min(1).max(MAX_PASSWORD_LENGTH), new_password: newPassword })
  .meta({ id: 'PasswordChange' });

export const tokensSchema = z
  .object({
    access_token: z.string(),
    refresh_token: z.string().meta({ description: 'Good for one refresh' }),
    token_type: z.literal('bearer'),
    expires_in: z.int().meta({ description: 'Seconds' }),
  })
  .meta({ id: 'Tokens' });

export const roleField = z.enum(ROLES);

export const userSchema = z
  .object({
    id: z.string(),
    username: z.string(),
    roles: z.array(roleField),
    must_change_password: z.boolean(),
    is_active: z.boolean(),
    created_at: z.iso.datetime(),
  })
  .meta({ id: 'User' });

export const meSchema = z
  .object({ id: z.string(), username: z.string(), roles: z.array(roleField), expires_at: z.iso.datetime() })
  .meta({ id: 'Me' });

export const newUserBody = z
  .strictObject({
    username: z.string().trim().min(1).max(100),
    password: newPassword.optional().meta({ description: 'Absent: a one-time password is made' }),
    roles: z.array(roleField).min(1).max(ROLES.length),
  })
  .meta({ id: 'NewUser' });

const oneTimePasswordField = z.string().meta({ description: 'Shown this once; must be changed at the first sign-in' });

export const createdUserSchema = userSchema
  .extend({ one_time_password: oneTimePasswordField.optional() })
  .meta({ id: 'CreatedUser' });

export const oneTimePasswordSchema = z
  .object({ id: z.string(), username: z.string(), one_time_password: oneTimePasswordField })
  .meta({ id: 'OneTimePassword' });

export const userChangeBody = z
  .strictObject({
    roles: z.array(roleField).min(1).max(ROLES.length).optional(),
    is_active: z.boolean().optional(),
  })
  .meta({ id: 'UserChange', description: 'What is absent stays' });
