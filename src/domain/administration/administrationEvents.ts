/**
 * What people did to the installation itself. Plain facts without a decider: users, accounts and settings live beside
 * the log, which only remembers who changed them. Stored for good: rename nothing, add optional members.
 */

/** Where a person sat. Encrypted in the log under the user's own key. */
interface FromWhere {
  readonly personId: string;
  readonly personal: { readonly ip: string | null; readonly userAgent: string | null };
}

interface OfUser {
  readonly userId: string;
  readonly username: string;
  readonly at: string;
}

export type UserEvent =
  | { type: 'SignedIn'; data: OfUser & FromWhere }
  | { type: 'SignInRefused'; data: OfUser & FromWhere & { readonly reason: 'password' | 'disabled' } }
  | { type: 'SignInLocked'; data: OfUser & FromWhere & { readonly until: string } }
  | { type: 'SignedOut'; data: OfUser & FromWhere }
  | { type: 'RefreshTokenReused'; data: OfUser & FromWhere }
  | { type: 'PasswordChanged'; data: OfUser & FromWhere }
  | { type: 'PasswordReset'; data: OfUser }
  | { type: 'UserCreated'; data: OfUser & { readonly roles: readonly string[] } }
  | { type: 'UserRolesChanged'; data: OfUser & { readonly from: readonly string[]; readonly to: readonly string[] } }
  | { type: 'UserDisabled'; data: OfUser }
  | { type: 'UserEnabled'; data: OfUser };

interface OfAccount {
  readonly account: string;
  readonly at: string;
}

export type AccountEvent =
  | {
      type: 'AccountAdded';
      data: OfAccount & { readonly platform: string; readonly fulfilment: string; readonly baseUrl: string };
    }
  /** Names of what was changed; a password is never told. */
  | { type: 'AccountChanged'; data: OfAccount & { readonly changed: readonly string[] } }
  | { type: 'AccountRemoved'; data: OfAccount }
  | { type: 'AccountTested'; data: OfAccount & { readonly code: string } }
  | { type: 'CallbackSecretRotated'; data: OfAccount };

export type InstallationEvent =
  | {
      type: 'SettingsChanged';
      data: {
        /** JSON Pointers into the settings. Contact and phone are a person's, so the values are personal. */
        readonly changed: readonly string[];
        readonly personId: string;
        readonly personal: {
          readonly changes: readonly { readonly path: string; readonly from: unknown; readonly to: unknown }[];
        };
        readonly at: string;
      };
    }
  | { type: 'JobStartedByHand'; data: { readonly job: string; readonly runId: string; readonly at: string } }
  | {
      type: 'ParkedEventReplayed';
      data: { readonly parkedEventId: string; readonly outcome: string; readonly at: string };
    }
  | { type: 'DeadLetterRedriven'; data: { readonly deadLetterId: string; readonly at: string } }
  /** `what` names the list; `filters` what it was narrowed by, without what was searched for. */
  | {
      type: 'PersonalDataExported';
      data: {
        readonly what: string;
        readonly format: string;
        readonly filters: readonly string[];
        readonly at: string;
      };
    }
  /** Attempts with names that nobody has, told together: the names may be passwords typed in the wrong place. */
  | {
      type: 'UnknownSignInsRefused';
      data: {
        readonly attempts: number;
        readonly since: string;
        readonly until: string;
        readonly personId: string;
        readonly personal: { readonly addresses: readonly string[] };
        readonly at: string;
      };
    };

export type AdministrationEvent = UserEvent | AccountEvent | InstallationEvent;

/** The person whose key encrypts where a user sat. */
export const personOfUser = (userId: string): string => `user-${userId}`;

const INSTALLATION_STREAMS: Readonly<Record<InstallationEvent['type'], string>> = {
  SettingsChanged: 'administration-settings',
  JobStartedByHand: 'administration-jobs',
  ParkedEventReplayed: 'administration-parkedEvents',
  DeadLetterRedriven: 'administration-deadLetters',
  PersonalDataExported: 'administration-exports',
  UnknownSignInsRefused: 'administration-signIns',
};

const isOfInstallation = (event: AdministrationEvent): event is InstallationEvent =>
  Object.hasOwn(INSTALLATION_STREAMS, event.type);

/** A stream per user and per account; a fixed few for the rest, so that nobody from outside can make streams. */
export const administrationStream = (event: AdministrationEvent): string => {
  if (isOfInstallation(event)) return INSTALLATION_STREAMS[event.type];
  return 'userId' in event.data ? `user-${event.data.userId}` : `account-${event.data.account}`;
};
