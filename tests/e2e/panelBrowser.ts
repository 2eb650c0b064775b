import sparticuz from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const installed = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

/** A real Chromium: an installed one, else the one that npm ships. */
export const openBrowser = async (): Promise<Browser> => {
  const path = installed();
  return path
    ? chromium.launch({ executablePath: path, args: QUIET })
    : chromium.launch({
        executablePath: await sparticuz.executablePath(),
        args: [...sparticuz.args, ...QUIET],
      });
};
