import { z } from 'zod';

/** What a cell is, from what the document says of the row's member. */
export type CellKind = 'text' | 'number' | 'amount' | 'boolean' | 'time' | 'json';

export interface ExportColumn {
  /** The member's name in the API; those of inner objects are joined to it by `_`. */
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: CellKind;
  /** Its path leads through a list: a cell holds one value for each element. */
  readonly isList: boolean;
}

interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** A decimal and nothing else: `120.50` fits, no word and no bare id does. */
const isAmount = (pattern: string | undefined): boolean => {
  if (pattern === undefined) return false;
  const accepts = new RegExp(pattern);
  return (accepts.test('1.00') || accepts.test('1.0000')) && !accepts.test('a') && !accepts.test('1x00');
};

const kindOf = ({ type, format, pattern }: JsonSchema): CellKind => {
  const [only, ...others] = [type].flat().filter((one) => one !== 'null');
  switch (others.length === 0 ? only : undefined) {
    case 'string':
      if (format === 'date-time') return 'time';
      return isAmount(pattern) ? 'amount' : 'text';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'json';
  }
};

/** The columns of a list's rows, in the order of the document: objects are laid flat, a list is one cell of each member. */
export const exportColumns = (row: z.ZodType): readonly ExportColumn[] => {
  const document = z.toJSONSchema(row, { io: 'output', unrepresentable: 'any' }) as JsonSchema;
  const resolved = (schema: JsonSchema): JsonSchema => {
    const name = schema.$ref?.split('/').at(-1);
    if (name !== undefined) return resolved(document.$defs?.[name] ?? {});
    const choices = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
    const [only] = choices;
    return only && choices.length === 1 ? resolved(only) : schema;
  };
  const columnsOf = (given: JsonSchema, path: readonly string[], isList: boolean): ExportColumn[] => {
    const schema = resolved(given);
    // A path of this server leads nowhere from inside a file.
    if (schema.format === 'uri-reference') return [];
    const members = Object.entries(schema.properties ?? {});
    if (members.length > 0) return members.flatMap(([name, inner]) => columnsOf(inner, [...path, name], isList));
    if (schema.items && !isList) return columnsOf(schema.items, path, true);
    return [{ name: path.join('_'), path, kind: kindOf(schema), isList }];
  };
  return columnsOf(document, [], false);
};

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** What the column finds in a row; of a list, one value for each element. */
export const cellValue = (row: unknown, { path, isList }: ExportColumn): unknown => {
  let value: unknown = row;
  for (const name of path) {
    value = isList && Array.isArray(value) ? value.map((one) => member(one, name)) : member(value, name);
  }
  return value;
};

const BETWEEN = ' | ';

/** A value as text: empty when there is none, elements of a list beside each other. */
export const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellText).join(BETWEEN);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value as string | number | boolean);
};

/** Columns that tell who a person is or how to reach them, whatever list they stand in. */
const PERSONAL = /^(?:customer|buyer|contact|shipping_address|billing_address)_(?!id$)|(?:^|_)(?:email|phone|ip)$/;

/** Whether rows of these columns name people: taking them out is remembered. */
export const holdsPersonalData = (columns: readonly ExportColumn[]): boolean =>
  columns.some(({ name }) => PERSONAL.test(name));
