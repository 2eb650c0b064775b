import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { createInterface } from 'node:readline';

export type ChildEnvironment = Readonly<Record<string, string>>;
/** The JSON line with `ready: true` that a child prints on standard output. */
export type ReadyMessage = Readonly<Record<string, unknown>>;

export interface ChildSpec {
  readonly name: string;
  /** Asked before every start, so that a replacement takes the port that its predecessor had. */
  readonly command: () => { readonly file: string; readonly args: readonly string[] };
  readonly environment: () => ChildEnvironment;
  /** Where its log goes: a file that is ours to close, or the supervisor's own standard error. */
  readonly openLog: () => number | 'inherit';
  /** Exit codes after which a first start is not tried again; default: usage, taken, configuration, unreachable. */
  readonly finalExitCodes?: readonly number[];
}

export interface ChildEvents {
  /** A line on standard output that is not the ready message. */
  line(text: string): void;
  spawned(pid: number): void;
  /** It ended though nobody asked; `inMs` is when its replacement starts. */
  died(how: string, inMs: number): void;
  /** It was asked to end and did not in time. */
  killed(afterMs: number): void;
  /** Ready, for the first time or as a replacement. */
  ready(message: ReadyMessage): void;
}

/** A child that cannot be started: it said so with its exit code, or did not get ready again and again. */
export class ChildFailed extends Error {
  override readonly name = 'ChildFailed';
  constructor(
    readonly child: string,
    readonly exitCode: number | null,
    how: string,
  ) {
    super(`${child} did not start (${how})`);
  }
}

const BACK_OFF_MS = [200, 500, 1_000, 2_000, 4_000] as const;
const STEADY_AFTER_MS = 30_000;
const FIRST_START_ATTEMPTS = 4;
const READY_WITHIN_MS = 90_000;
/** Usage, already running or port taken, configuration, dependency: trying again tells the same. */
const FINAL_EXIT_CODES: readonly number[] = [2, 3, 4, 5];

const parseReady = (line: string): ReadyMessage | undefined => {
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'ready' in value && value.ready === true
      ? Object.fromEntries(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
};

/**
 * One process of the installation, kept alive. It leads a process group of its own: a terminal's Ctrl-C must reach only
 * the supervisor, which stops the parts in order.
 */
export class ManagedChild {
  private process: ChildProcess | undefined;
  private failures = 0;
  private attempts = 0;
  private isStopping = false;
  private wasReady = false;
  private restartTimer: NodeJS.Timeout | undefined;
  private settle: { resolve(message: ReadyMessage): void; reject(error: Error): void } | undefined;

  constructor(
    private readonly spec: ChildSpec,
    private readonly events: ChildEvents,
  ) {}

  get name(): string {
    return this.spec.name;
  }

  get pid(): number | null {
    return this.process?.pid ?? null;
  }

  /** Starts it and resolves with its ready message. @throws ChildFailed */
  start(): Promise<ReadyMessage> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new ChildFailed(this.spec.name, null, `not ready within ${READY_WITHIN_MS / 1_000} s`)),
        READY_WITHIN_MS,
      );
      this.settle = {
        resolve: (message) => {
          clearTimeout(late);
          resolve(message);
        },
        reject: (error) => {
          clearTimeout(late);
          reject(error);
        },
      };
      this.spawn();
    });
  }

  /** Lets it end by itself for `graceMs`, then kills it. Never throws; resolves when it is gone. */
  async stop(graceMs: number): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.restartTimer);
    await this.end(graceMs);
  }

  /** Ends it so that a replacement with a new environment follows at once. */
  async replace(graceMs: number): Promise<void> {
    this.failures = -1;
    await this.end(graceMs);
  }

  kill(): void {
    this.process?.kill('SIGKILL');
  }

  private async end(graceMs: number): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => {
      this.events.killed(graceMs);
      child.kill('SIGKILL');
    }, graceMs);
    await gone;
    clearTimeout(timer);
  }

  private spawn(): void {
    this.attempts += 1;
    const startedAt = Date.now();
    const { file, args } = this.spec.command();
    const log = this.spec.openLog();
    const child = spawn(file, [...args], {
      env: { ...this.spec.environment() },
      stdio: ['ignore', 'pipe', log],
      detached: true,
    });
    if (log !== 'inherit') closeSync(log);
    this.process = child;
    if (child.pid !== undefined) this.events.spawned(child.pid);
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      const ready = parseReady(line);
      if (!ready) return this.events.line(line);
      this.wasReady = true;
      this.settle?.resolve(ready);
      this.settle = undefined;
      this.events.ready(ready);
    });
    let isOver = false;
    const over = (code: number | null, how: string): void => {
      if (isOver) return;
      isOver = true;
      this.process = undefined;
      this.ended(code, how, Date.now() - startedAt);
    };
    child.once('error', (error) => over(null, error.message));
    child.once('exit', (code, signal) => over(code, signal ?? `exit code ${code}`));
  }

  private ended(code: number | null, how: string, lifetimeMs: number): void {
    if (this.isStopping) {
      this.settle?.reject(new ChildFailed(this.spec.name, code, how));
      return;
    }
    const { finalExitCodes = FINAL_EXIT_CODES } = this.spec;
    const isFinal = (code !== null && finalExitCodes.includes(code)) || this.attempts >= FIRST_START_ATTEMPTS;
    if (!this.wasReady && isFinal) {
      this.settle?.reject(new ChildFailed(this.spec.name, code, how));
      return;
    }
    this.failures = lifetimeMs > STEADY_AFTER_MS ? 0 : this.failures + 1;
    const delay = this.failures <= 0 ? 0 : (BACK_OFF_MS[Math.min(this.failures, BACK_OFF_MS.length) - 1] ?? 0);
    this.events.died(how, delay);
    this.restartTimer = setTimeout(() => this.spawn(), delay);
  }
}
