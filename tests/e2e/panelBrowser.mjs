import sparticuz from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const installed = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

/** Without an installed browser the one from npm is unpacked, once on a machine. */
export const prepareBrowser = async () => installed() ?? (await sparticuz.executablePath());

export const openBrowser = async () => {
  const path = installed();
  return path
    ? chromium.launch({ executablePath: path, args: QUIET })
    : chromium.launch({
        executablePath: await sparticuz.executablePath(),
        args: [...sparticuz.args, ...QUIET],
      });
};
