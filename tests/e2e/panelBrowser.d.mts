import type { Browser } from 'playwright-core';

/** A real Chromium: an installed one, else the one that npm ships. Scripts open it too, hence no TypeScript. */
export function openBrowser(): Promise<Browser>;
