import { z } from 'zod';
import type {
  AccountEvent,
  InstallationEvent,
  UserEvent,
} from '../../../domain/administration/administrationEvents.js';
import { account, instant, text, type SchemasOf } from './primitives.js';

const ofUser = { userId: text, username: text, at: instant };
const fromWhere = {
  personId: text,
  personal: z.strictObject({ ip: text.nullable(), userAgent: text.nullable() }),
};
const texts = z.array(text).readonly();

export const userSchemas = {
  SignedIn: z.strictObject({ ...ofUser, ...fromWhere }),
  SignInRefused: z.strictObject({ ...ofUser, ...fromWhere, reason: z.enum(['password', 'disabled']) }),
  SignInLocked: z.strictObject({ ...ofUser, ...fromWhere, until: instant }),
  SignedOut: z.strictObject({ ...ofUser, ...fromWhere }),
  RefreshTokenReused: z.strictObject({ ...ofUser, ...fromWhere }),
  PasswordChanged: z.strictObject({ ...ofUser, ...fromWhere }),
  PasswordReset: z.strictObject(ofUser),
  UserCreated: z.strictObject({ ...ofUser, roles: texts }),
  UserRolesChanged: z.strictObject({ ...ofUser, from: texts, to: texts }),
  UserDisabled: z.strictObject(ofUser),
  UserEnabled: z.strictObject(ofUser),
} satisfies SchemasOf<UserEvent>;

const ofAccount = { account, at: instant };

export const accountSchemas = {
  AccountAdded: z.strictObject({ ...ofAccount, platform: text, fulfilment: text, baseUrl: text }),
  AccountChanged: z.strictObject({ ...ofAccount, changed: texts }),
  AccountRemoved: z.strictObject(ofAccount),
  AccountTested: z.strictObject({ ...ofAccount, code: text }),
  CallbackSecretRotated: z.strictObject(ofAccount),
} satisfies SchemasOf<AccountEvent>;

export const installationSchemas = {
  SettingsChanged: z.strictObject({
    changed: texts,
    personId: text,
    personal: z.strictObject({
      changes: z.array(z.strictObject({ path: text, from: z.unknown(), to: z.unknown() })).readonly(),
    }),
    at: instant,
  }),
  JobStartedByHand: z.strictObject({ job: text, runId: text, at: instant }),
  ParkedEventReplayed: z.strictObject({ parkedEventId: text, outcome: text, at: instant }),
  DeadLetterRedriven: z.strictObject({ deadLetterId: text, at: instant }),
  PersonalDataExported: z.strictObject({ what: text, format: text, filters: texts, at: instant }),
  UnknownSignInsRefused: z.strictObject({
    attempts: z.number().int(),
    since: instant,
    until: instant,
    personId: text,
    personal: z.strictObject({ addresses: texts }),
    at: instant,
  }),
} satisfies SchemasOf<InstallationEvent>;
