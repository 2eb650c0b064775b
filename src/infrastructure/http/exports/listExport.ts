import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { bucharestDay } from '../../../projections/bucharestDay.js';
import { RawJson } from '../answer.js';
import type { HttpDeps } from '../httpDeps.js';
import type { Route, RouteInput } from '../route.js';
import { csvText } from './csvExport.js';
import { exportColumns, holdsPersonalData, type ExportColumn } from './exportColumns.js';
import type { ExportFormat } from './exportFormats.js';
import { EXPORT_TYPES } from './exportFormats.js';
import { xlsxStream } from './xlsxExport.js';

/** Rows of lists that cannot be read in larger steps. */
const PAGE_ROWS = 100;

const columnsOfRows = new WeakMap<z.ZodType, readonly ExportColumn[]>();

const columnsOf = (row: z.ZodType): readonly ExportColumn[] => {
  const known = columnsOfRows.get(row) ?? exportColumns(row);
  columnsOfRows.set(row, known);
  return known;
};

const SILENT_SEGMENTS = new Set(['api', 'v1', 'emag', 'enhanced', 'phase2', 'all', 'list']);

/** `orders`, `products`, `ean-decisions`: what the list's address says, less how we group routes. */
const listName = ({ pathname }: URL): string =>
  pathname
    .split('/')
    .filter((part) => part !== '' && !SILENT_SEGMENTS.has(part))
    .join('-')
    .replace(/[^A-Za-z0-9-]+/g, '-') || 'list';

const step = z.looseObject({ next_cursor: z.string().nullable() });

interface Step {
  readonly rows: readonly unknown[];
  readonly nextCursor: string | null;
}

/** One page of the list, as the route itself answers it: the same predicate, sort and rights. */
const pageOfRoute = async (
  route: Route,
  key: string,
  input: RouteInput,
  query: Readonly<Record<string, unknown>>,
  deps: HttpDeps,
): Promise<Step> => {
  const { body } = await route.run({ ...input, query }, deps);
  const answered: unknown = body instanceof RawJson ? JSON.parse(body.text) : body;
  const { next_cursor: nextCursor, [key]: rows } = step.parse(answered);
  return { rows: Array.isArray(rows) ? rows : [], nextCursor };
};

/** Narrowed by what: names and values of the parameters, without what was searched for. */
const filtersOf = (query: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(query)
    .filter(([name]) => !['q', 'format', 'page', 'items_per_page', 'cursor', 'sort', 'order'].includes(name))
    .map(([name, value]) => `${name}=${String(value)}`);

const remember = async (what: string, format: ExportFormat, { facts, query }: RouteInput, deps: HttpDeps) =>
  deps.audit.record(
    {
      type: 'PersonalDataExported',
      data: { what, format, filters: filtersOf({ ...(query as object) }), at: deps.clock.now().toISOString() },
    },
    {
      actor: { kind: 'user', id: facts.user.username },
      correlationId: facts.correlationId,
      traceparent: facts.traceparent,
    },
  );

/**
 * Answers a list as a file: every row that matches, in the list's order, as it was at one moment, written as fast as it is
 * read and never held whole. What is wrong with the request is answered as ever, before the first byte; an error after it
 * cuts the connection, so that a part is not taken for the whole.
 *
 * @throws HttpProblem as the list's own page; SnapshotsTaken
 */
export const sendExport = async (
  route: Route,
  format: ExportFormat,
  input: RouteInput,
  res: Response,
  deps: HttpDeps,
): Promise<void> => {
  const { list } = route;
  if (!list) throw new TypeError(`${route.path} is no list`);
  const { page: _page, cursor: _cursor, format: _format, ...asked } = { ...(input.query as Record<string, unknown>) };
  const query = { ...asked, items_per_page: String(PAGE_ROWS) };
  const hasCursor = Object.hasOwn(route.query.shape, 'cursor');

  const snapshot = await deps.snapshots.open();
  try {
    const take = (place: Readonly<Record<string, string>>): Promise<Step> =>
      snapshot.read(() => pageOfRoute(route, list.key, input, { ...query, ...place }, deps));
    const first = await take({});
    const columns = columnsOf(list.row);
    const name = listName(input.facts.url);
    if (holdsPersonalData(columns)) await remember(name, format, input, deps);

    const batches = async function* (): AsyncGenerator<readonly unknown[]> {
      let { rows, nextCursor } = first;
      yield rows;
      for (let page = 2; hasCursor ? nextCursor !== null : rows.length === PAGE_ROWS; page += 1) {
        ({ rows, nextCursor } = await take(nextCursor === null ? { page: String(page) } : { cursor: nextCursor }));
        yield rows;
      }
    };

    const { contentType, extension } = EXPORT_TYPES[format];
    const fileName = `magflow-${name}-${bucharestDay(deps.clock.now())}.${extension}`;
    res
      .status(200)
      .set('cache-control', 'no-store')
      .type(contentType)
      .set('content-disposition', `attachment; filename="${fileName}"`);
    if (res.req.method === 'HEAD') return void res.end();
    const file = format === 'csv' ? Readable.from(csvText(columns, batches())) : xlsxStream(name, columns, batches());
    await pipeline(file, res);
  } catch (error) {
    // The reader left: nobody is there to be told.
    if (res.headersSent && isGone(error)) return;
    throw error;
  } finally {
    await snapshot.close();
  }
};

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
