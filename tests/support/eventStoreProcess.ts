import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A process of `magflow eventstore` and what it said. */
export class EventStoreProcess {
  readonly exited: Promise<number | null>;
  private output = '';
  private errors = '';

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  }

  static start(program: string, databaseUrl: string, flags: readonly string[] = ['--port', '0']): EventStoreProcess {
    const { PATH = '', HOME = '', MAGFLOW_DATA_DIR = '' } = process.env;
    return new EventStoreProcess(
      spawn(process.execPath, [join(program, 'main.js'), 'eventstore', ...flags], {
        env: { PATH, HOME, DATABASE_URL: databaseUrl, ...(MAGFLOW_DATA_DIR && { MAGFLOW_DATA_DIR }) },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  get stdout(): string {
    return this.output;
  }

  get stderr(): string {
    return this.errors;
  }

  /** Its connection string, as soon as it says that it is ready. */
  async url(): Promise<string> {
    const deadline = Date.now() + 30_000;
    let hasExited = false;
    void this.exited.then(() => (hasExited = true));
    for (;;) {
      const [line] = this.output.split('\n');
      if (this.output.includes('\n') && line) return String(JSON.parse(line).url);
      if (hasExited) throw new Error(`The event store ended: ${this.errors}`);
      if (Date.now() > deadline) throw new Error(`The event store does not get ready: ${this.errors}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  kill(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.exited;
  }
}
