import { asProblem } from '../api/problem.js';
import { accessToken, renewedToken } from '../api/session.js';
import { liveMessageOf, type LiveMessage } from './liveMessage.js';

export type LiveState = 'live' | 'reconnecting' | 'offline';

export interface LiveSocketEvents {
  readonly onMessage: (message: LiveMessage) => void;
  readonly onState: (state: LiveState) => void;
  /** Something may have been missed: what is shown has to be read again. */
  readonly onGap: () => void;
}

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 15_000;
/** So many failures in a row are an outage, not a hiccup. */
const OFFLINE_AFTER = 3;
const REMEMBERED_IDS = 2_000;
/** A connection that died without a word, as in a laptop that slept, is found out by asking. */
const BEAT_MS = 10_000;
const ANSWER_MS = 10_000;
const CLOSED_FOR_TOKEN = 4401;
const CLOSED_FOR_ACCESS = 4403;
const UNAUTHENTICATED = 401;

const isReplayUnknown = (text: unknown): boolean => typeof text === 'string' && text.includes('"replay-unknown"');

/**
 * The panel's one live connection. It comes back by itself with growing, jittered pauses, asks for what was missed by
 * the last id it has seen, and passes each message once.
 */
export class LiveSocket {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private beat: ReturnType<typeof setInterval> | undefined;
  /** Runs while the server owes us a word. */
  private patience: ReturnType<typeof setTimeout> | undefined;
  /** The token that the server does not take any more. */
  private refused: string | null = null;
  private failures = 0;
  private isLive = false;
  private lastId: string | null = null;
  private readonly seen = new Set<string>();
  private isClosed = false;

  constructor(private readonly events: LiveSocketEvents) {}

  open(): void {
    this.isClosed = false;
    window.addEventListener('online', this.hurry);
    document.addEventListener('visibilitychange', this.hurry);
    this.beat = setInterval(this.ask, BEAT_MS);
    void this.connect();
  }

  close(): void {
    this.isClosed = true;
    window.removeEventListener('online', this.hurry);
    document.removeEventListener('visibilitychange', this.hurry);
    clearTimeout(this.timer);
    clearInterval(this.beat);
    this.drop();
  }

  /** The network or the person is back: do not sit out the pause, and do not believe that it still lives. */
  private readonly hurry = (): void => {
    if (this.isClosed || document.visibilityState === 'hidden') return;
    if (this.socket) {
      this.ask();
      return;
    }
    clearTimeout(this.timer);
    void this.connect();
  };

  private readonly ask = (): void => {
    if (!this.socket || this.patience !== undefined) return;
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send('ping');
    this.patience = setTimeout(() => {
      this.drop();
      this.retry();
    }, ANSWER_MS);
  };

  private hasAnswered(): void {
    clearTimeout(this.patience);
    this.patience = undefined;
  }

  private drop(): void {
    this.hasAnswered();
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  private async connect(): Promise<void> {
    let token: string;
    try {
      token = await accessToken();
      if (token === this.refused) token = await renewedToken(token);
    } catch (error) {
      if (this.isClosed) return;
      this.retry();
      // Whoever was shut out is told by the next reading of anything.
      if (asProblem(error).status === UNAUTHENTICATED) this.events.onGap();
      return;
    }
    if (this.isClosed || this.socket) return;
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
    const from = this.lastId === null ? '' : `?last_id=${encodeURIComponent(this.lastId)}`;
    const socket = new WebSocket(`${scheme}://${window.location.host}/ws/notifications${from}`, ['bearer', token]);
    this.socket = socket;
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (this.socket === socket) this.receive(data);
    };
    socket.onclose = ({ code }) => {
      if (this.socket !== socket) return;
      this.drop();
      if (code === CLOSED_FOR_ACCESS) this.events.onGap();
      if (code === CLOSED_FOR_TOKEN) this.refused = token;
      if (code === CLOSED_FOR_TOKEN && this.isLive) {
        // A token ends every quarter of an hour; with the next one nothing is interrupted.
        this.isLive = false;
        void this.connect();
      } else this.retry();
    };
  }

  private receive(text: unknown): void {
    this.hasAnswered();
    if (!this.isLive) {
      this.isLive = true;
      this.failures = 0;
      this.events.onState('live');
      // With nothing to be replayed from, what came between the last reading and now was not heard.
      if (this.lastId === null) this.events.onGap();
    }
    const message = liveMessageOf(text);
    if (!message) {
      if (isReplayUnknown(text)) {
        this.lastId = null;
        this.events.onGap();
      }
      return;
    }
    this.lastId = message.id;
    if (this.seen.has(message.id)) return;
    this.seen.add(message.id);
    if (this.seen.size > REMEMBERED_IDS) {
      for (const oldest of this.seen) {
        this.seen.delete(oldest);
        break;
      }
    }
    this.events.onMessage(message);
  }

  private retry(): void {
    this.isLive = false;
    this.failures += 1;
    this.events.onState(this.failures > OFFLINE_AFTER ? 'offline' : 'reconnecting');
    const ceiling = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (this.failures - 1));
    this.timer = setTimeout(() => void this.connect(), ceiling / 2 + (Math.random() * ceiling) / 2);
  }
}
