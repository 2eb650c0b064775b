/** Stops what `globalSetup` started, once. Jest's modules do not share memory between the two; the process does. */
export default async function globalTeardown(): Promise<void> {
  const shared: { stopTestPostgres?: () => Promise<void>; process: unknown } = globalThis;
  const stop = shared.stopTestPostgres;
  if (!stop) return;
  delete shared.stopTestPostgres;
  delete process.env['MAGFLOW_TEST_DATABASE_URL'];
  await stop();
}
