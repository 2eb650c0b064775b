import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import type { Principal } from '../identity/principal.js';
import { isChannel, mayHear, type Channel } from './channels.js';
import { clientMessageOf, isUnreadable } from './clientMessage.js';
import { CLOSE } from './closeCodes.js';
import { isAfter, type LiveFrame, type LivePlace } from './liveFrame.js';

export interface ConnectionLimits {
  /** How long a socket may stay without saying who it is. */
  readonly authenticationMs: number;
  /** Bytes that may wait for a reader. */
  readonly maxBufferedBytes: number;
  /** How long a reader may let them wait during a replay, which waits for it. */
  readonly maxStallMs: number;
  /** Live frames kept while older ones are replayed; beyond it the log is read again. */
  readonly maxHeldFrames: number;
}

export interface ConnectionDeps {
  readonly limits: ConnectionLimits;
  readonly principalOf: (token: string) => Promise<Principal | null>;
  /** Everything after a place up to the log's present end. */
  readonly replay: (after: LivePlace) => AsyncIterable<LiveFrame>;
  /** Told how many messages were written together. */
  readonly onSent: (count: number) => void;
  /** The socket's first message after `connection_established`, if it has one. */
  readonly greeting: () => Promise<object | null>;
  readonly onError: (error: unknown) => void;
}

/** Where a client wants to go on; `unknown` when what it named is not of this log. */
export type ReplayFrom = LivePlace | 'unknown' | null;

const CLOSE_GRACE_MS = 5_000;
const MAX_TIMER_MS = 2_147_483_647;
const REPLAY_BATCH = 200;
const REPLAY_FLUSH_MS = 50;
const STALL_POLL_MS = 20;

/** One client: who it is, what it hears, and how far it has heard it. */
export class LiveConnection {
  isAlive = true;
  private principal: Principal | null = null;
  private token: string | null = null;
  private isAuthenticating = false;
  private readonly channels: Set<Channel>;
  private outbox: string[] = [];
  /** Live frames that wait for the replay; null when live. */
  private held: LiveFrame[] | null = [];
  private hasOverflown = false;
  private floor: LivePlace | null = null;
  private authenticationTimer: NodeJS.Timeout | undefined;
  private expiryTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly stream: Duplex,
    private readonly channel: Channel,
    private readonly from: ReplayFrom,
    private readonly deps: ConnectionDeps,
  ) {
    this.channels = new Set([channel]);
    socket.on('message', (data, isBinary) => void this.receive(data, isBinary).catch((error) => this.fail(error)));
    socket.on('pong', () => (this.isAlive = true));
    // The library closes the socket itself after an error; without a listener it would end the process.
    socket.on('error', () => undefined);
    socket.on('close', () => this.forgetTimers());
  }

  /** Begins as this user, or waits for the message that says who it is. */
  start(known: { readonly principal: Principal; readonly token: string } | null): void {
    if (known) {
      void this.admit(known.principal, known.token).catch((error) => this.fail(error));
      return;
    }
    this.authenticationTimer = setTimeout(
      () => this.close(CLOSE.unauthenticated, 'authenticate first'),
      this.deps.limits.authenticationMs,
    );
  }

  /** A live message; true when something now waits to be flushed. */
  hear(frame: LiveFrame): boolean {
    if (!this.principal) return false;
    if (this.held) {
      if (this.held.length < this.deps.limits.maxHeldFrames) this.held.push(frame);
      else this.hasOverflown = true;
      return false;
    }
    return this.pass(frame);
  }

  /** Writes everything that waits as one write: a burst costs a system call for each socket, not for each message. */
  flush(): void {
    const texts = this.outbox;
    if (texts.length === 0) return;
    this.outbox = [];
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.stream.cork();
    for (const text of texts) this.socket.send(text);
    this.stream.uncork();
    this.deps.onSent(texts.length);
    if (this.held === null && this.socket.bufferedAmount > this.deps.limits.maxBufferedBytes) {
      this.close(CLOSE.tooSlow, 'reading too slowly');
    }
  }

  /** Asks whether the peer is still there; one that did not answer the last time is gone. */
  probe(): void {
    if (!this.isAlive) {
      this.socket.terminate();
      return;
    }
    this.isAlive = false;
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.socket.ping();
    // Nobody is shut out because the database is away for a moment: the next beat asks again.
    void this.recheck().catch(() => undefined);
  }

  close(code: number, reason: string): void {
    if (this.socket.readyState >= this.socket.CLOSING) return;
    this.socket.close(code, reason);
    // A peer that does not read will not answer the close frame either.
    setTimeout(() => this.socket.terminate(), CLOSE_GRACE_MS).unref();
  }

  private async receive(data: RawData, isBinary: boolean): Promise<void> {
    if (isBinary) return this.complain('message-unreadable', 'Send text');
    const message = clientMessageOf(data.toString());
    if (isUnreadable(message)) return this.complain(message.code, message.message);
    switch (message.type) {
      case 'ping':
        return this.say({ type: 'pong' });
      case 'authenticate':
        return this.authenticate(message.token);
      case 'subscribe':
      case 'unsubscribe':
        return this.choose(message.type, message.channel);
    }
  }

  private async authenticate(token: string): Promise<void> {
    if (this.principal) return this.complain('already-authenticated', 'This socket is authenticated');
    // A token is looked up meanwhile: two would begin the socket, and its replay, twice.
    if (this.isAuthenticating) return this.complain('already-authenticating', 'A token is being checked');
    this.isAuthenticating = true;
    const principal = await this.deps.principalOf(token);
    if (principal) return this.admit(principal, token);
    this.close(CLOSE.unauthenticated, 'the token is not valid');
  }

  private choose(verb: 'subscribe' | 'unsubscribe', name: string): void {
    if (!this.principal) return this.complain('unauthenticated', 'Authenticate first');
    if (!isChannel(name)) return this.complain('channel-unknown', `There is no channel ${name}`);
    if (verb === 'unsubscribe') {
      this.channels.delete(name);
      return this.say({ type: 'unsubscribed', channel: name });
    }
    if (!mayHear(name, this.principal.roles)) return this.close(CLOSE.forbidden, `no access to ${name}`);
    this.channels.add(name);
    this.say({ type: 'subscribed', channel: name });
  }

  /** A user who was shut out, or lost a role, stops hearing; nobody waits for the token to expire. */
  private async recheck(): Promise<void> {
    if (!this.principal || this.token === null) return;
    const now = await this.deps.principalOf(this.token);
    if (!now) return this.close(CLOSE.unauthenticated, 'the token is not valid any more');
    this.principal = now;
    const isAllowed = !now.mustChangePassword && [...this.channels].every((channel) => mayHear(channel, now.roles));
    if (!isAllowed) this.close(CLOSE.forbidden, 'no access any more');
  }

  private async admit(principal: Principal, token: string): Promise<void> {
    clearTimeout(this.authenticationTimer);
    if (principal.mustChangePassword || !mayHear(this.channel, principal.roles)) {
      return this.close(CLOSE.forbidden, `no access to ${this.channel}`);
    }
    this.principal = principal;
    this.token = token;
    this.closeAt(principal.expiresAt);
    this.say({ type: 'connection_established', channel: this.channel });
    const greeting = await this.deps.greeting();
    if (greeting) this.say(greeting);
    await this.catchUp();
  }

  /** First what was missed, from the log; then what came meanwhile; then live. Nothing twice, nothing left out. */
  private async catchUp(): Promise<void> {
    if (this.from === 'unknown') this.complain('replay-unknown', 'This place is not in the log; going on live');
    if (this.from !== null && this.from !== 'unknown') {
      this.floor = this.from;
      do {
        this.hasOverflown = false;
        if (!(await this.replayOnce(this.floor))) return;
      } while (this.hasOverflown);
    }
    const held = this.held ?? [];
    this.held = null;
    for (const frame of held) this.pass(frame);
    this.flush();
  }

  /** False when the client is gone or does not read. */
  private async replayOnce(after: LivePlace): Promise<boolean> {
    let flushedAt = Date.now();
    for await (const frame of this.deps.replay(after)) {
      this.pass(frame);
      this.floor = frame;
      // Whole batches while the log is quick, what there is when it is slow.
      if (this.outbox.length < REPLAY_BATCH && Date.now() - flushedAt < REPLAY_FLUSH_MS) continue;
      if (!(await this.drained())) return false;
      flushedAt = Date.now();
    }
    return this.drained();
  }

  private async drained(): Promise<boolean> {
    this.flush();
    const deadline = Date.now() + this.deps.limits.maxStallMs;
    while (this.socket.bufferedAmount > this.deps.limits.maxBufferedBytes) {
      if (this.socket.readyState !== this.socket.OPEN) return false;
      if (Date.now() > deadline) {
        this.close(CLOSE.tooSlow, 'reading too slowly');
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, STALL_POLL_MS));
    }
    return this.socket.readyState === this.socket.OPEN;
  }

  private pass(frame: LiveFrame): boolean {
    if (this.floor && !isAfter(frame, this.floor)) return false;
    if (!this.channels.has('all') && !this.channels.has(frame.channel)) return false;
    this.outbox.push(frame.text);
    return true;
  }

  private say(message: object): void {
    this.outbox.push(JSON.stringify(message));
    this.flush();
  }

  private complain(code: string, message: string): void {
    this.say({ type: 'error', code, message });
  }

  private closeAt(expiresAt: number): void {
    const delay = Math.min(MAX_TIMER_MS, Math.max(0, expiresAt - Date.now()));
    if (!Number.isFinite(expiresAt)) return;
    this.expiryTimer = setTimeout(() => this.close(CLOSE.unauthenticated, 'the token has expired'), delay);
  }

  private fail(error: unknown): void {
    // Whoever is gone misses nothing: so it is while we stop.
    if (this.socket.readyState === this.socket.OPEN) this.deps.onError(error);
    this.close(CLOSE.restart, 'trouble on our side');
  }

  private forgetTimers(): void {
    clearTimeout(this.authenticationTimer);
    clearTimeout(this.expiryTimer);
  }
}
