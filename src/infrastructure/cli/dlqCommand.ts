import type { DeadLetter } from '../../application/ports/bus.js';
import { TOKENS } from '../di/tokens.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import { withInstallation, withinPatience } from './installation.js';
import { table, type Output } from './output.js';

export interface LettersFlags {
  readonly group?: string;
  readonly topic?: string;
  readonly json?: boolean;
}

const isMeant =
  ({ group, topic }: LettersFlags) =>
  (letter: DeadLetter): boolean =>
    (group === undefined || letter.group === group) && (topic === undefined || letter.topic === topic);

/** What is told of a letter; its message is left out. */
const letterView = ({ id, topic, group, cause, failedAt, message }: DeadLetter) => ({
  id,
  topic,
  group,
  cause,
  failed_at: failedAt,
  type: message.type,
  stream: message.stream,
});

/** `magflow dlq list`: messages that a consumer could not handle, oldest first. */
export const dlqListCommand = (flags: LettersFlags, output: Output): Promise<ExitCode> =>
  withInstallation(async (container) => {
    const [bus, deadLetters] = [container.get(TOKENS.bus), container.get(TOKENS.deadLetters)];
    try {
      const letters = (await deadLetters.deadLetters()).filter(isMeant(flags));
      if (flags.json) output.out(JSON.stringify({ items: letters.map(letterView), total: letters.length }));
      else {
        const rows = letters.map(({ id, group, message, cause }) => [id, group, message.type, message.stream, cause]);
        for (const text of table(rows)) output.out(text);
        output.error(`magflow: ${letters.length} dead letters`);
      }
      return EXIT.done;
    } finally {
      await withinPatience(bus.close());
    }
  });

/** `magflow dlq redrive [ID…]`: puts dead letters back to their groups, once each; without an id all that are meant. */
export const dlqRedriveCommand = (ids: readonly string[], flags: LettersFlags, output: Output): Promise<ExitCode> =>
  withInstallation(async (container) => {
    const [bus, deadLetters] = [container.get(TOKENS.bus), container.get(TOKENS.deadLetters)];
    try {
      const letters = (await deadLetters.deadLetters()).filter(isMeant(flags));
      const unknown = ids.find((id) => !letters.some((letter) => letter.id === id));
      if (unknown !== undefined) throw new ExitError(EXIT.failed, `there is no dead letter ${unknown}`);
      const chosen = ids.length > 0 ? letters.filter(({ id }) => ids.includes(id)) : letters;
      const redriven: string[] = [];
      const failed: { id: string; error: string }[] = [];
      for (const { id } of chosen) {
        try {
          await deadLetters.redrive(id);
          redriven.push(id);
        } catch (error) {
          failed.push({ id, error: error instanceof Error ? error.message : String(error) });
        }
      }
      if (flags.json) output.out(JSON.stringify({ redriven, failed }));
      else output.out(`${redriven.length} sent back to their groups`);
      for (const { id, error } of failed) output.error(`magflow: ${id}: ${error}`);
      if (failed.length === 0) return EXIT.done;
      return redriven.length > 0 ? EXIT.partial : EXIT.failed;
    } finally {
      await withinPatience(bus.close());
    }
  });
