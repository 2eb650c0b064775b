import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { ConfigError } from './configError.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/;
const CLOSING = { '"': /(?<!\\)"/, "'": /(?<!\\)'/, '`': /(?<!\\)`/ } as const;

const isQuote = (text: string | undefined): text is keyof typeof CLOSING => text !== undefined && text in CLOSING;

/**
 * dotenv skips what it does not understand; a mistyped line would then silently be a default. Returns the first bad
 * line as a problem.
 */
export const checkEnvironmentFile = (text: string): { line: number; message: string } | undefined => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (let index = 0; index < lines.length; index += 1) {
    const content = lines[index] ?? '';
    if (content.trim() === '' || content.trimStart().startsWith('#')) continue;
    const line = index + 1;
    const value = ASSIGNMENT.exec(content)?.[2];
    if (value === undefined) return { line, message: 'is not of the form NAME=value' };
    const quote = value[0];
    if (!isQuote(quote)) continue;
    let rest = value.slice(1);
    while (!CLOSING[quote].test(rest)) {
      index += 1;
      const next = lines[index];
      if (next === undefined) return { line, message: `opens a ${quote} that is never closed` };
      rest = next;
    }
  }
  return undefined;
};

/**
 * The environment over the `.env` of the folder. Children of the supervisor got everything from it and read no file:
 * what it left out on purpose would come back.
 */
export const environmentOf = (environment: Environment, folder: string): Environment => {
  const file = join(folder, '.env');
  if (environment['MAGFLOW_SUPERVISOR_PID'] || !existsSync(file)) return environment;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigError([{ variable: '.env', message: `cannot be read: ${file}` }]);
  }
  const problem = checkEnvironmentFile(text);
  if (problem) throw new ConfigError([{ variable: `.env:${problem.line}`, message: problem.message }]);
  return { ...parse(text), ...environment };
};
