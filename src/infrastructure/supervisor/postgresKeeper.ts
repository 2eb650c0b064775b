import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../postgres/embeddedPostgres.js';
import { isPidRunning } from './processMark.js';

const LOOK_EVERY_MS = 500;
const RETRY_AFTER_MS = 1_000;

export interface KeeperEvents {
  say(message: string): void;
  /** It was dead and runs again. `isMoved`: under another URL, since somebody took its port. */
  restarted(server: EmbeddedPostgres, isMoved: boolean): void;
}

/** Keeps the embedded PostgreSQL running. It is nobody's child once adopted, so it is watched by its pid. */
export class PostgresKeeper {
  private server: EmbeddedPostgres | undefined;
  private starting: Promise<EmbeddedPostgres> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isStopping = false;
  private reviving: Promise<void> | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly events: KeeperEvents,
  ) {}

  get pid(): number | null {
    return this.server?.pid ?? null;
  }

  async start(): Promise<EmbeddedPostgres> {
    this.starting = this.launch();
    this.server = await this.starting;
    if (this.isStopping) return this.server;
    this.timer = setInterval(() => {
      const { server } = this;
      if (!server || this.reviving || this.isStopping || isPidRunning(server.pid)) return;
      this.reviving = this.revive(server.url).finally(() => (this.reviving = undefined));
    }, LOOK_EVERY_MS);
    return this.server;
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    await this.reviving;
    // A stop during the start waits for its end: the server would else outlive us.
    const server = this.server ?? (await this.starting?.catch(() => undefined));
    await server?.stop();
  }

  private launch(): Promise<EmbeddedPostgres> {
    return startEmbeddedPostgres({
      dataDir: this.dataDir,
      log: (message) => this.events.say(`PostgreSQL: ${message}`),
    });
  }

  private async revive(before: string): Promise<void> {
    this.events.say('PostgreSQL died, starting it again');
    while (!this.isStopping) {
      try {
        this.server = await this.launch();
        this.events.restarted(this.server, this.server.url !== before);
        return;
      } catch (error) {
        this.events.say(`PostgreSQL does not start: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(RETRY_AFTER_MS);
      }
    }
  }
}
