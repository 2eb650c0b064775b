import { readFileSync } from 'node:fs';
import type { ConfigProblem } from './configError.js';
import type { Environment } from './environmentFile.js';

/**
 * A secret from `NAME`, or from the file that `NAME_FILE` names (one trailing newline is not part of it). Undefined
 * when neither is set.
 */
export const readSecret = (environment: Environment, name: string, problems: ConfigProblem[]): string | undefined => {
  const value = environment[name];
  if (value) return value;
  const variable = `${name}_FILE`;
  const file = environment[variable];
  if (!file) return undefined;
  try {
    const text = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    if (text !== '') return text;
    problems.push({ variable, message: `names an empty file: ${file}` });
  } catch {
    problems.push({ variable, message: `names a file that cannot be read: ${file}` });
  }
  return undefined;
};
