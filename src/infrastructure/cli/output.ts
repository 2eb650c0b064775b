import { errorCode } from '../errorCode.js';

/** Where a command's words go: results on standard output, everything else on standard error. */
export interface Output {
  out(line: string): void;
  error(line: string): void;
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours, and no reason to stop serving.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (errorCode(error) !== 'EPIPE') throw error;
  });

export const standardOutput: Output = {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
};

/** Rows as columns that line up, for people; scripts take `--json`. */
export const table = (rows: readonly (readonly string[])[]): string[] => {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};
