import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another sandbox is writing to the folder; the command ends with exit code 3. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  constructor(folder: string, control: string) {
    super(`another sandbox is running on ${folder} (control API at ${control})`);
  }
}

interface Claim {
  id: string;
  control: string;
}

const readClaim = (path: string): Claim | undefined => {
  try {
    const claim: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const isClaim = typeof claim === 'object' && claim !== null && 'id' in claim && 'control' in claim;
    return isClaim ? { id: String(claim.id), control: String(claim.control) } : undefined;
  } catch {
    return undefined; // absent, or cut off by a kill: nobody answers for it
  }
};

/**
 * Who writes to a folder, told by whether its control API still answers with the id it left there: a pid can belong to
 * another program after a `kill -9`, an id cannot.
 */
export class FolderClaim {
  readonly id = randomUUID();
  private readonly path: string;

  constructor(private readonly folder: string) {
    this.path = join(folder, 'running.json');
  }

  /** Throws `FolderInUseError` when a living sandbox has it. */
  async check(): Promise<void> {
    const other = readClaim(this.path);
    if (!other) return;
    try {
      const response = await fetch(`${other.control}/health`, { signal: AbortSignal.timeout(2000) });
      const health = (await response.json()) as { instance?: unknown };
      if (health.instance !== other.id) return;
    } catch {
      return; // nobody there
    }
    throw new FolderInUseError(this.folder, other.control);
  }

  take(control: string): void {
    writeFileSync(`${this.path}.new`, JSON.stringify({ id: this.id, control } satisfies Claim), { mode: 0o600 });
    renameSync(`${this.path}.new`, this.path);
  }

  release(): void {
    if (readClaim(this.path)?.id === this.id) rmSync(this.path, { force: true });
  }
}
