const shared: { witnesses?: Set<() => Promise<string> | string>; process: unknown } = globalThis;

/** What to tell beside the error when a test of this file fails; nothing where nobody asks. Ends by what it returns. */
export const whenFailed = (tell: () => Promise<string> | string): (() => void) => {
  shared.witnesses?.add(tell);
  return () => shared.witnesses?.delete(tell);
};

/** The last lines that tell of trouble, in what programs wrote: warnings and errors of a log, and sentences. */
export const lastProblems = (written: string, most = 15): string =>
  written
    .split('\n')
    .filter((line) => line !== '' && (!line.startsWith('{') || /"level":(?:[4-6]0|"(?:warn|error|fatal)")/.test(line)))
    .slice(-most)
    .map((line) => line.slice(0, 600))
    .join('\n');
