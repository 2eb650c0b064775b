const BAR_WIDTH = 24;

/** `[######------] 50 %`; empty when the whole is not known. */
export const progressBar = (done: number, total: number | null): string => {
  if (total === null || total <= 0) return '';
  const share = Math.min(1, Math.max(0, done / total));
  const filled = Math.round(share * BAR_WIDTH);
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}] ${Math.floor(share * 100)} %`;
};

/** `12.3 MB` */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

const SHOWN_EVERY_MS = 100;

/** One line that moves, on a terminal only: elsewhere it says nothing. */
export class ProgressLine {
  private shownAt = 0;
  private isShown = false;

  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

  get isVisible(): boolean {
    return this.stream.isTTY;
  }

  show(text: string): void {
    if (!this.isVisible || Date.now() - this.shownAt < SHOWN_EVERY_MS) return;
    this.shownAt = Date.now();
    this.isShown = true;
    this.stream.write(`\r\u001b[K${text.slice(0, Math.max(20, (this.stream.columns || 80) - 1))}`);
  }

  /** Clears the line, so that what follows stands alone. */
  end(): void {
    if (this.isShown) this.stream.write('\r\u001b[K');
    this.isShown = false;
    this.shownAt = 0;
  }
}
