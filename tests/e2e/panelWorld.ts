import { existsSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunFile } from '../../src/infrastructure/supervisor/runFile.js';
import { eventually } from '../support/eventually.js';
import { TestInstallation } from '../support/installation.js';
import { buildProgram } from '../support/program.js';
import { whenFailed } from '../support/whenFailed.js';
import { openBrowser } from './panelBrowser.mjs';

const DEADLINE_MS = 120_000;
const MOST_TEXT = 1_000;
const QUIET_MS = 100;
export const PASSWORD = 'parola-de-probă';

/** The program finds the panel beside its own folder; the panel is built by `npm run build`. */
export const programWithPanel = async (): Promise<string> => {
  if (!existsSync('admin/dist/index.html')) throw new Error('The panel is not built: npm run build');
  const program = await buildProgram();
  const panel = join(dirname(program), 'admin');
  try {
    symlinkSync(resolve('admin'), panel, 'dir');
  } catch (error) {
    // Test files that run side by side share the program.
    if (!existsSync(panel)) throw error;
  }
  return program;
};

/** How many requests of a page began, and how many of them are over. */
interface Traffic {
  begun: number;
  ended: number;
}

export interface View {
  readonly locale?: 'ro' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly username?: string;
  readonly password?: string;
  /** Nobody was signed in with this browser before. */
  readonly isNew?: boolean;
}

class RefusedCall extends Error {
  /** The stable code of the problem, when the answer was one. */
  readonly code: string | undefined;

  constructor(
    message: string,
    readonly status: number,
    body: string,
  ) {
    super(message);
    this.code = /"code":"([a-z-]+)"/.exec(body)?.[1];
  }
}

/** A whole installation with demonstration data, and a browser in front of it. */
export class PanelWorld {
  private installation: TestInstallation | undefined;
  private browser: Browser | undefined;
  private readonly contexts: BrowserContext[] = [];
  private runFile: RunFile | undefined;
  private token = '';
  private readonly traffic = new WeakMap<Page, Traffic>();
  private readonly forget = whenFailed(() => this.shown());
  /** What no page may do: script errors, console errors, failed requests, foreign hosts. */
  readonly complaints: string[] = [];

  /** Starts everything; `orders` of the demonstration are in the read model when it resolves. */
  async open(environment: Record<string, string> = {}): Promise<void> {
    this.installation = new TestInstallation(await programWithPanel());
    const started = this.installation.cli(['start'], {
      MAGFLOW_ADMIN_PASSWORD: PASSWORD,
      MAGFLOW_RATE_LIMIT: 'off',
      ...environment,
    });
    this.runFile = await this.installation.ready(started);
    this.browser = await openBrowser();
    await this.synced();
  }

  async close(): Promise<void> {
    this.forget();
    for (const context of this.contexts) await context.close();
    await this.browser?.close();
    await this.installation?.clean();
  }

  get home(): string {
    return this.runFile?.urls.api ?? '';
  }

  get control(): string {
    return `${this.runFile?.urls.sandbox_control ?? ''}/control`;
  }

  get databaseUrl(): string {
    return this.runFile?.database_url ?? '';
  }

  /** Does to a part of the installation what a crash or a full machine would. */
  signal(part: keyof RunFile['pids'], signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    const pid = this.runFile?.pids[part];
    if (typeof pid !== 'number') throw new Error(`${part} does not run`);
    process.kill(pid, signal);
  }

  /** A signed-in page in a browser profile of its own. */
  async page(view: View = {}): Promise<Page> {
    const page = await this.signInPage(view);
    await this.signIn(page, view);
    await page.locator('[data-live="live"]').waitFor();
    return page;
  }

  async signIn(page: Page, { username = 'admin', password = PASSWORD }: View = {}): Promise<void> {
    const submit = page.locator('button[type=submit]');
    // After a sign-out the page is rendered anew, and what was typed a moment too early is gone.
    await eventually(
      async () => {
        await page.locator('input[name=username]').fill(username);
        await page.locator('input[name=password]').fill(password);
        return submit.isEnabled();
      },
      Boolean,
      DEADLINE_MS,
    );
    await submit.click();
  }

  /** The page that everybody comes in by, in a browser profile of its own. */
  async signInPage(view: View = {}): Promise<Page> {
    const { locale = 'ro', theme = 'light', width = 1_440, height = 900, isNew = false } = view;
    if (!this.browser) throw new Error('open() comes first');
    const context = await this.browser.newContext({ viewport: { width, height }, colorScheme: theme });
    this.contexts.push(context);
    const kept = { locale, theme, ...(!isNew && { 'magflow.welcomed': true }) };
    for (const [name, value] of Object.entries(kept)) {
      const key = `RaStoremagflow.${name}`;
      // The browser's own PDF viewer has no storage.
      await context.addInitScript(
        `if (localStorage && !localStorage.getItem('${key}')) localStorage.setItem('${key}', '${JSON.stringify(value)}')`,
      );
    }
    const page = await context.newPage();
    page.setDefaultTimeout(DEADLINE_MS);
    this.watch(page);
    await page.goto(this.home);
    return page;
  }

  /** Everything that was on its way has come: no skeleton, no request under way, nothing left to draw. */
  async settled(page: Page): Promise<void> {
    await page.locator('main h1').waitFor();
    await page.locator('[data-live="live"]').waitFor({ state: 'attached' });
    const traffic = (): Traffic => ({ ...(this.traffic.get(page) ?? { begun: 0, ended: 0 }) });
    await eventually(
      async () => {
        const before = traffic();
        await page.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
        await page.waitForTimeout(QUIET_MS);
        const skeletons = await page.locator('.MuiSkeleton-root').count();
        return { skeletons, before, now: traffic() };
      },
      ({ skeletons, before, now }) => skeletons === 0 && before.ended === now.begun && now.ended === now.begun,
      DEADLINE_MS,
    );
  }

  /** Calls the API as admin. */
  async call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    if (this.token !== '') {
      try {
        return await this.send(method, path, body, this.token);
      } catch (error) {
        // A token is good for a quarter of an hour.
        if (!(error instanceof RefusedCall) || error.status !== 401) throw error;
      }
    }
    const login = await this.send('POST', '/auth/login', { username: 'admin', password: PASSWORD });
    this.token = String(login['access_token']);
    return this.send(method, path, body, this.token);
  }

  /** Steers the demonstration marketplace (docs/sandbox.md). */
  async steer(path: string, body: object): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.control}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  }

  /** An order of ours that waits for its AWB; its number at the marketplace. `wish` is that of `POST /orders`. */
  async acknowledgedOrder(wish: object = {}): Promise<string> {
    const { id } = await this.steer('/orders', { account: 'main', is_complete: 1, ...wish });
    await eventually(
      () => this.call('GET', `/emag/orders/list?q=${String(id)}`),
      ({ total }) => total === 1,
      DEADLINE_MS,
    );
    await this.call('POST', `/emag/orders/main-${String(id)}/acknowledge`, {});
    return String(id);
  }

  /** Has what changed at the marketplace read; a sync that runs already may have passed it, so another follows. */
  async syncOrders(): Promise<void> {
    const wish = { account_type: 'main', sync_mode: 'incremental' };
    await eventually(
      () =>
        this.call('POST', '/emag/orders/sync', wish).then(
          () => 'accepted',
          (error: unknown) => {
            if (error instanceof RefusedCall && error.code === 'sync-running') return 'running';
            throw error;
          },
        ),
      (state) => state === 'accepted',
      DEADLINE_MS,
    );
  }

  private async send(method: string, path: string, body?: object, token?: string): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.home}/api/v1${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new RefusedCall(`${method} ${path}: ${answer.status} ${text}`, answer.status, text);
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  }

  private async synced(): Promise<void> {
    const accounts = (await (await fetch(`${this.control}/accounts`)).json()) as { orders: number }[];
    const there = accounts.reduce((sum, { orders }) => sum + orders, 0);
    await eventually(
      () => this.call('GET', '/emag/orders/list?items_per_page=1'),
      ({ total }) => total === there,
      DEADLINE_MS,
    );
  }

  /** Where each open page stands and what it says to the person: all that a test that failed elsewhere leaves. */
  private async shown(): Promise<string> {
    const told = this.complaints.length > 0 ? [`Complaints:\n${this.complaints.slice(-10).join('\n')}`] : [];
    for (const page of this.contexts.flatMap((context) => context.pages())) {
      const texts = await page
        .locator('[role=dialog], [role=alert], [role=status], main')
        .filter({ visible: true })
        .allInnerTexts()
        .catch((error: Error) => [error.message]);
      const lines = texts.map((text) => `  ${text.replace(/\s+/g, ' ').slice(0, MOST_TEXT)}`);
      told.push(`Shown at ${page.url()}:\n${lines.join('\n')}`);
    }
    return told.join('\n');
  }

  private watch(page: Page): void {
    const traffic: Traffic = { begun: 0, ended: 0 };
    this.traffic.set(page, traffic);
    page.on('request', () => (traffic.begun += 1));
    page.on('requestfinished', () => (traffic.ended += 1));
    page.on('requestfailed', () => (traffic.ended += 1));
    page.on('pageerror', (error) => this.complaints.push(`script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console at ${page.url()}: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.complaints.push(`${response.status()} ${response.url()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      // A PDF in a page is shown by the browser's own viewer, which reads its own parts.
      if (!url.startsWith(this.home) && !/^(?:blob|data|chrome|chrome-extension):/.test(url))
        this.complaints.push(`foreign: ${url}`);
    });
  }
}
