import { accessToken } from '../api/session.js';
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

const isReplayUnknown = (text: unknown): boolean => typeof text === 'string' && text.includes('"replay-unknown"');

/**
 * The panel's one live connection. It comes back by itself with growing, jittered pauses, asks for what was missed by
 * the last id it has seen, and passes each message once.
 */
export class LiveSocket {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
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
    void this.connect();
  }

  close(): void {
    this.isClosed = true;
    window.removeEventListener('online', this.hurry);
    document.removeEventListener('visibilitychange', this.hurry);
    clearTimeout(this.timer);
    this.socket?.close();
    this.socket = null;
  }

  /** The network or the person is back: do not sit out the pause. */
  private readonly hurry = (): void => {
    if (this.isClosed || this.socket || document.visibilityState === 'hidden') return;
    clearTimeout(this.timer);
    void this.connect();
  };

  private async connect(): Promise<void> {
    let token: string;
    try {
      token = await accessToken();
    } catch {
      this.retry();
      return;
    }
    if (this.isClosed || this.socket) return;
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
    const from = this.lastId === null ? '' : `?last_id=${encodeURIComponent(this.lastId)}`;
    const socket = new WebSocket(`${scheme}://${window.location.host}/ws/notifications${from}`, ['bearer', token]);
    this.socket = socket;
    socket.onmessage = ({ data }: MessageEvent<unknown>) => this.receive(data);
    socket.onclose = () => {
      if (this.socket !== socket) return;
      this.socket = null;
      if (!this.isClosed) this.retry();
    };
  }

  private receive(text: unknown): void {
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
