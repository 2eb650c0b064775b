/** A small reproducible generator (sfc32), so that a seed gives the same world on every machine. */
export class SeededRandom {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** `purpose` keeps streams apart: another draw for offers does not shift the orders. */
  constructor(seed: number, purpose: string) {
    let hash = 2_166_136_261;
    for (const letter of `${seed}/${purpose}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
    this.a = hash >>> 0;
    this.b = Math.imul(hash, 0x9e3779b1) >>> 0;
    this.c = Math.imul(hash, 0x85ebca6b) >>> 0;
    for (let i = 0; i < 12; i += 1) this.unit();
  }

  /** In [0, 1). */
  unit(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number in [low, high]. */
  int(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.unit() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** An index, each with its weight. */
  weighted(weights: readonly number[]): number {
    let rest = this.unit() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, weight] of weights.entries()) {
      rest -= weight;
      if (rest < 0) return index;
    }
    return weights.length - 1;
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length)
      text += Math.floor(this.unit() * 65_536)
        .toString(16)
        .padStart(4, '0');
    return text.slice(0, length);
  }
}
