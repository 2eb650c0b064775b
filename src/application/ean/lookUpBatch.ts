import type { CatalogueProduct } from '../../domain/ean/catalogueProduct.js';
import { spellingsOf, type Gtin } from '../../domain/ean/gtin.js';
import { EANS_A_CALL } from '../ports/marketplace.js';

type Products = readonly CatalogueProduct[];
type Find = (eans: readonly string[]) => Promise<ReadonlyMap<string, Products>>;

interface Waiting {
  readonly gtin: Gtin;
  readonly spellings: readonly string[];
  readonly resolve: (products: Products) => void;
  readonly reject: (error: unknown) => void;
}

/** As many as one call carries, in the order in which they were asked; the spellings of a code stay together. */
const chunksOf = (waiting: readonly Waiting[]): readonly (readonly Waiting[])[] => {
  const chunks: Waiting[][] = [];
  let room = 0;
  for (const one of waiting) {
    if (one.spellings.length > room) {
      chunks.push([]);
      room = EANS_A_CALL;
    }
    chunks.at(-1)?.push(one);
    room -= one.spellings.length;
  }
  return chunks;
};

/**
 * Puts the codes that are asked for in one turn of the event loop into as few calls as they fit in. The calls follow one
 * another, and when one fails nobody asks for the rest: it would fail the same way and cost the quota.
 */
export class LookUpBatch {
  private waiting: Waiting[] = [];

  constructor(private readonly find: Find) {}

  ask(gtin: Gtin): Promise<Products> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => void this.send());
      this.waiting.push({ gtin, spellings: spellingsOf(gtin), resolve, reject });
    });
  }

  private async send(): Promise<void> {
    const chunks = [...chunksOf(this.waiting)];
    this.waiting = [];
    for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
      try {
        const found = await this.find(chunk.flatMap(({ spellings }) => spellings));
        for (const { gtin, resolve } of chunk) resolve(found.get(gtin.gtin14) ?? []);
      } catch (error) {
        for (const { reject } of [chunk, ...chunks.splice(0)].flat()) reject(error);
      }
    }
  }
}
