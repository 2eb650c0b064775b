import type { Config, Role } from '../config/config.js';
import type { Environment } from '../config/environmentFile.js';
import { commonEnvironment, startingWith } from './childEnvironment.js';
import { urlFor } from './freePort.js';
import {
  demonstrationKeys,
  sandboxVariables,
  type DemonstrationKeys,
  type KnownAccounts,
  type SandboxReady,
} from './sandboxAccounts.js';

export interface RoleProcess {
  readonly name: 'api' | 'worker' | 'projector' | 'relay';
  readonly roles: readonly Role[];
}

/**
 * The API in a process of its own, so that catching up never starves it; everything else in a second one, which is
 * named after the first of its roles.
 */
export const roleProcesses = (roles: readonly Role[]): readonly RoleProcess[] => {
  const rest = roles.filter((role) => role !== 'api');
  const [name] = rest;
  return [
    ...(roles.includes('api') ? [{ name: 'api', roles: ['api'] } as const] : []),
    ...(name ? [{ name, roles: rest }] : []),
  ];
};

/** Where the parts are, as far as they are known by now, and what each child is told about the others. */
export class Installation {
  readonly apiUrl: string | null;
  databaseUrl: string;
  eventStoreUrl: string;
  private sandbox: { readonly keys: DemonstrationKeys; readonly ready: SandboxReady } | undefined;

  constructor(
    private readonly config: Config,
    private readonly environment: Environment,
    private readonly apiPort: number,
  ) {
    this.apiUrl = config.roles.includes('api') ? urlFor(config.host, apiPort) : null;
    this.databaseUrl = config.databaseUrl ?? '';
    this.eventStoreUrl = config.eventStoreUrl ?? '';
  }

  get sandboxReady(): SandboxReady | undefined {
    return this.sandbox?.ready;
  }

  /** Under which key of ours each of the sandbox's accounts stands; null when there is no sandbox here. */
  sandboxKeys(known: KnownAccounts): DemonstrationKeys | null {
    return demonstrationKeys(this.config, known);
  }

  sandboxIs(keys: DemonstrationKeys, ready: SandboxReady): void {
    this.sandbox = { keys, ready };
  }

  /** What we call an account of the sandbox. */
  keyOf(sandboxKey: string): string {
    return this.sandbox?.keys[sandboxKey] ?? sandboxKey;
  }

  /** Every account that the environment of the role processes will name. */
  accountKeys(): readonly { readonly key: string; readonly isDemonstration: boolean }[] {
    return [
      ...this.config.accounts.map(({ key }) => ({ key, isDemonstration: false })),
      ...(this.sandboxReady?.accounts ?? []).map(({ key }) => ({ key: this.keyOf(key), isDemonstration: true })),
    ];
  }

  eventStoreEnvironment(): Record<string, string> {
    return { ...commonEnvironment(this.environment), DATABASE_URL: this.databaseUrl };
  }

  sandboxEnvironment(): Record<string, string> {
    return commonEnvironment(this.environment);
  }

  migrateEnvironment(): Record<string, string> {
    return { ...commonEnvironment(this.environment), DATABASE_URL: this.databaseUrl };
  }

  /** `isFirst`: only then a crash test's failpoint is armed, so that it fires once and not in the replacement. */
  roleEnvironment({ name, roles }: RoleProcess, isFirst: boolean): Record<string, string> {
    const { config, environment, sandbox } = this;
    const failpoint = environment['MAGFLOW_FAILPOINT'];
    return {
      ...commonEnvironment(environment),
      ...startingWith(environment, 'EMAG_'),
      ...(name === 'api' ? startingWith(environment, 'MAGFLOW_ADMIN_PASSWORD') : {}),
      ...(sandbox ? sandboxVariables(config, sandbox.keys, sandbox.ready) : {}),
      ...(isFirst && failpoint !== undefined ? { MAGFLOW_FAILPOINT: failpoint } : {}),
      ...(config.publicUrl === null && this.apiUrl !== null ? { MAGFLOW_PUBLIC_URL: this.apiUrl } : {}),
      MAGFLOW_EMBEDDED: [
        ...(config.databaseUrl === null ? ['postgres'] : []),
        ...(config.eventStoreUrl === null ? ['eventstore'] : []),
      ].join(','),
      DATABASE_URL: this.databaseUrl,
      EVENTSTORE_URL: this.eventStoreUrl,
      MAGFLOW_ROLES: roles.join(','),
      MAGFLOW_HOST: config.host,
      MAGFLOW_PORT: String(this.apiPort),
      MAGFLOW_DATA_DIR: config.dataDir,
      MAGFLOW_SECRET_FILE: config.secretFile,
    };
  }
}
