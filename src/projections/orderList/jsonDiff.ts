/** One difference between two JSON documents; `path` is a JSON Pointer (RFC 6901), null stands for absence. */
export interface JsonChange {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const escape = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');

/** By what an element is recognised when it moves; undefined for values without an identity. */
const identityOf = (value: unknown): string | undefined => {
  if (!isObject(value)) return undefined;
  for (const name of ['id', 'awb_number', 'url']) {
    const id = value[name];
    if (typeof id === 'string') return `${name}:${id}`;
  }
  return undefined;
};

const identities = (values: readonly unknown[]): readonly string[] | null => {
  const ids = values.map(identityOf);
  const known = ids.filter((id) => id !== undefined);
  return known.length === values.length && new Set(known).size === values.length ? known : null;
};

/**
 * What differs, field by field. Elements of lists are matched by their ids where they have any, so that a removed line
 * does not make all behind it look changed; a path names the place in the new document, for what is gone in the old.
 */
export const jsonDiff = (from: unknown, to: unknown, path = ''): readonly JsonChange[] => {
  if (from === to) return [];
  if (isObject(from) && isObject(to)) {
    const names = new Set([...Object.keys(from), ...Object.keys(to)]);
    return [...names].flatMap((name) => jsonDiff(from[name] ?? null, to[name] ?? null, `${path}/${escape(name)}`));
  }
  if (Array.isArray(from) && Array.isArray(to)) return listDiff(from, to, path);
  return [{ path, from, to }];
};

const listDiff = (from: readonly unknown[], to: readonly unknown[], path: string): readonly JsonChange[] => {
  const before = identities(from);
  const after = identities(to);
  if (!before || !after) {
    const length = Math.max(from.length, to.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      jsonDiff(from[index] ?? null, to[index] ?? null, `${path}/${index}`),
    );
  }
  const gone = from.flatMap((value, index) =>
    after.includes(before[index] ?? '') ? [] : [{ path: `${path}/${index}`, from: value, to: null }],
  );
  const kept = to.flatMap((value, index) => {
    const was = before.indexOf(after[index] ?? '');
    return jsonDiff(was < 0 ? null : from[was], value, `${path}/${index}`);
  });
  return [...gone, ...kept];
};
