import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { TOPICS, type BusMessage } from '../../application/ports/bus.js';
import { busMessageJson } from '../bus/busMessageJson.js';
import type { Config } from '../config/config.js';
import { TOKENS } from '../di/tokens.js';
import { createKafka } from '../kafka/kafkaClient.js';
import { createReplayProducer } from '../kafka/replayProducer.js';
import type { Logger } from '../logging/logger.js';
import { messagesOfLog } from '../relay/messageLog.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import { withInstallation } from './installation.js';
import type { Output } from './output.js';
import { ProgressLine } from './progressLine.js';

export interface ReplayFlags {
  readonly topic?: readonly string[];
  readonly stream?: string;
  readonly after?: bigint;
  readonly until?: bigint;
  readonly into?: string;
  readonly file?: string;
  readonly json?: boolean;
}

const BATCH = 500;
const OURS = /^magflow\./;

/** Where the messages go. */
interface Sink {
  send(messages: readonly BusMessage[]): Promise<void>;
  close(): Promise<void>;
}

const checked = ({ topic, into, file, after, until }: ReplayFlags): readonly string[] => {
  const known: readonly string[] = Object.values(TOPICS);
  const unknown = topic?.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new ExitError(EXIT.usage, `there is no topic ${unknown} to replay: ${known.join(', ')}`);
  if ((into === undefined) === (file === undefined))
    throw new ExitError(EXIT.usage, 'say where the messages go: --into TOPIC, or --file FILE');
  if (into !== undefined && OURS.test(into))
    throw new ExitError(
      EXIT.usage,
      `${into} is the relay's own: each event stands on it once, so replay into a topic of another name`,
    );
  if (after !== undefined && until !== undefined && until <= after)
    throw new ExitError(EXIT.usage, '--until lies before --after');
  return topic ?? known;
};

const kafkaSink = async ({ kafkaBrokers }: Config, into: string, log: Logger): Promise<Sink> => {
  if (kafkaBrokers.length === 0)
    throw new ExitError(EXIT.configuration, '--into needs KAFKA_BROKERS; without a broker take --file');
  return createReplayProducer(createKafka({ brokers: kafkaBrokers, clientId: 'magflow-replay', log }), into);
};

const fileSink = async (file: string): Promise<Sink> => {
  const path = resolve(file);
  if (existsSync(path)) throw new ExitError(EXIT.failed, `${path} exists already`);
  const stream = createWriteStream(path, { flags: 'wx' });
  await once(stream, 'open');
  return {
    async send(messages) {
      const text = messages.map((message) => `${JSON.stringify(busMessageJson(message))}\n`).join('');
      if (!stream.write(text)) await once(stream, 'drain');
    },
    async close() {
      stream.end();
      await finished(stream);
    },
  };
};

/**
 * `magflow topics replay`: the messages of a stretch of the log again, exactly as they were published, into a topic of
 * another name or a file: for a consumer that begins late or has lost its state.
 */
export const topicsReplayCommand = (flags: ReplayFlags, output: Output): Promise<ExitCode> => {
  const topics = checked(flags);
  return withInstallation(async (container) => {
    const config = container.get(TOKENS.config);
    const sink =
      flags.into === undefined
        ? await fileSink(flags.file ?? '')
        : await kafkaSink(config, flags.into, container.get(TOKENS.logger));
    const line = new ProgressLine();
    let count = 0;
    let last = '';
    let batch: BusMessage[] = [];
    const flush = async (): Promise<void> => {
      await sink.send(batch);
      count += batch.length;
      last = batch.at(-1)?.position.toString() ?? last;
      batch = [];
      line.show(`${count} messages`);
    };
    try {
      const range = { after: flags.after ?? 0n, topics, ...(flags.until !== undefined && { upTo: flags.until }) };
      for await (const message of messagesOfLog(container.get(TOKENS.eventStore), range)) {
        if (flags.stream !== undefined && message.stream !== flags.stream) continue;
        batch.push(message);
        if (batch.length >= BATCH) await flush();
      }
      await flush();
    } finally {
      line.end();
      await sink.close();
    }
    const to = flags.into ?? resolve(flags.file ?? '');
    if (flags.json) output.out(JSON.stringify({ messages: count, into: to, last_position: last || null }));
    else output.out(`${count} messages written to ${to}`);
    return EXIT.done;
  });
};
