import fc from 'fast-check';
import { hostileValue } from './hostile.js';
import type { Random } from './random.js';

export type Schema = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 6;
/** Undefined for a pattern that looks ahead, which fast-check cannot follow: any text is as good a question then. */
const matching = (pattern: string): fc.Arbitrary<string> | undefined => {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const schemasIn = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** Values by the schemas of one document: mostly what fits, now and then what does not. */
export class SchemaValues {
  constructor(
    private readonly components: Readonly<Record<string, Schema>>,
    private readonly random: Random,
    /** Share of the places that get something hostile. */
    private readonly spoiled: number,
  ) {}

  value(schema: Schema, depth = 0): unknown {
    if (this.random.chance(this.spoiled)) return hostileValue(this.random);
    const { $ref } = schema;
    if (typeof $ref === 'string') {
      return this.value(this.components[$ref.replace('#/components/schemas/', '')] ?? {}, depth);
    }
    if ('const' in schema) return schema['const'];
    if (Array.isArray(schema['enum'])) return this.random.pick(schema['enum']);
    const choices = schemasIn(schema['anyOf'] ?? schema['oneOf']);
    if (choices.length > 0) return this.value(this.random.pick(choices), depth);
    const parts = schemasIn(schema['allOf']);
    if (parts.length > 0) return Object.assign({}, ...parts.map((part) => this.value(part, depth)));
    return this.typed(schema, depth);
  }

  private typed(schema: Schema, depth: number): unknown {
    const { type } = schema;
    const kind: unknown = Array.isArray(type) ? this.random.pick(type) : type;
    switch (kind) {
      case 'object':
        return this.object(schema, depth);
      case 'array':
        return this.array(schema, depth);
      case 'integer':
        return this.random.int(
          numberOf(schema['minimum'], 0),
          Math.min(numberOf(schema['maximum'], 100), Number.MAX_SAFE_INTEGER),
        );
      case 'number':
        return this.random.next() * 100;
      case 'boolean':
        return this.random.chance(0.5);
      case 'null':
        return null;
      default:
        return this.text(schema);
    }
  }

  private object(schema: Schema, depth: number): unknown {
    const properties = isRecord(schema['properties']) ? schema['properties'] : {};
    const required: unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
    const entries = Object.entries(properties).flatMap(([name, inner]) => {
      const isWanted = required.includes(name) ? !this.random.chance(this.spoiled) : this.random.chance(0.4);
      return isWanted && isRecord(inner) && depth < MAX_DEPTH ? [[name, this.value(inner, depth + 1)] as const] : [];
    });
    const unknown = this.random.chance(this.spoiled) ? [['surplus', hostileValue(this.random)] as const] : [];
    return Object.fromEntries([...entries, ...unknown]);
  }

  private array(schema: Schema, depth: number): unknown {
    const items = isRecord(schema['items']) ? schema['items'] : {};
    const length = depth < MAX_DEPTH ? this.random.int(numberOf(schema['minItems'], 0), 3) : 0;
    return Array.from({ length }, () => this.value(items, depth + 1));
  }

  private text(schema: Schema): string {
    const { example, pattern, format } = schema;
    if (typeof example === 'string' && this.random.chance(0.5)) return example;
    if (format === 'date')
      return `2026-${this.random.pick(['01', '06', '11'])}-${this.random.pick(['01', '15', '28'])}`;
    if (format === 'date-time') return '2026-06-15T10:00:00Z';
    if (format === 'uri') return 'https://seller.example/file.pdf';
    const seed = this.random.int(0, 2 ** 31 - 1);
    const free = fc.string({
      minLength: numberOf(schema['minLength'], 0),
      maxLength: Math.min(30, numberOf(schema['maxLength'], 30)),
    });
    const arbitrary = (typeof pattern === 'string' ? matching(pattern) : undefined) ?? free;
    return fc.sample(arbitrary, { numRuns: 1, seed })[0] ?? '';
  }
}
