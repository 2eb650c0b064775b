/** A message of the live socket (contract §4). `data` names the object and what changed. */
export interface LiveMessage {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly timestamp: string;
  readonly position: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null for what is not an event: greetings, pongs, complaints, and anything unreadable. */
export const liveMessageOf = (text: unknown): LiveMessage | null => {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return null;
    const { id, type, data, timestamp, position } = value;
    if (typeof id !== 'string' || typeof type !== 'string' || !isRecord(data)) return null;
    return { id, type, data, timestamp: String(timestamp ?? ''), position: String(position ?? '') };
  } catch {
    return null;
  }
};

const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The order's own id, `{account}-{emag_order_id}`, if the message is about one. */
export const orderOf = ({ data }: LiveMessage): string | null => {
  const account = word(data['account_type']);
  const order = word(data['order_id']);
  return account && order ? `${account}-${order}` : null;
};

/** A sync that has brought or changed something of this kind so far; most of them find nothing new. */
export const hasSynced = ({ type, data }: LiveMessage, kind: 'orders' | 'offers'): boolean =>
  type.startsWith('sync_') && data['kind'] === kind && Number(data['created'] ?? 0) + Number(data['updated'] ?? 0) > 0;
