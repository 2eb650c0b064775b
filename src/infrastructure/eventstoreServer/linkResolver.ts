import type { EventSource } from './eventSource.js';
import { streamDeleted, RpcError } from './rpcError.js';
import type { StoredEvent } from './storedEvent.js';
import type { ResolvedEvent } from './wire.js';

const LINK_TYPE = '$>';

/** Finds what links point to: `revision@stream`, one step deep. */
export class LinkResolver {
  constructor(private readonly source: EventSource) {}

  async resolve(events: readonly StoredEvent[]): Promise<ResolvedEvent[]> {
    const resolved: ResolvedEvent[] = [];
    for (const event of events) {
      resolved.push(event.type === LINK_TYPE ? { link: event, event: await this.targetOf(event) } : { event });
    }
    return resolved;
  }

  private async targetOf(link: StoredEvent): Promise<StoredEvent | undefined> {
    const text = Buffer.from(link.data).toString('utf8');
    const at = text.indexOf('@');
    const revision = text.slice(0, at);
    const stream = text.slice(at + 1);
    if (at < 1 || stream === '' || !/^\d{1,18}$/.test(revision)) return undefined;
    try {
      const reading = await this.source.openStream(stream);
      if (reading === 'missing') return undefined;
      for await (const [target] of reading.pages(BigInt(revision), false, 1n)) {
        return target?.revision === BigInt(revision) ? target : undefined;
      }
      return undefined;
    } catch (error) {
      if (error instanceof RpcError && error.code === streamDeleted(stream).code) return undefined;
      throw error;
    }
  }
}
