/** JSON that PostgreSQL or we have already written as text: it goes out untouched. */
export class RawJson {
  constructor(readonly text: string) {}
}

/** What a route answers. Bytes carry their own content type. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | RawJson | Uint8Array;
  readonly contentType?: string;
}

export const ok = (body: object, headers?: Record<string, string>): Answer => ({
  status: 200,
  body,
  ...(headers && { headers }),
});

export const noContent: Answer = { status: 204 };

/** Headers that name what was written or read: the stream's revision and the log's position. */
export const positionHeaders = (at: { revision?: bigint | number | null; position?: bigint | null }) => ({
  ...(at.revision !== undefined && at.revision !== null && { etag: `"${at.revision}"` }),
  ...(at.position !== undefined && at.position !== null && { 'x-event-position': String(at.position) }),
});
