import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Ends whatever is still connected and removes the database. */
  drop(): Promise<void>;
}

const asAdmin = async (sql: string): Promise<void> => {
  const url = process.env['MAGFLOW_TEST_DATABASE_URL'];
  if (!url) throw new Error('No test database: this test must stand in a jest project with globalSetup');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** An empty database of its own for one test file. Close pools before `drop`, or they see their connections ended. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(`create database ${name} template template0`);
  const url = new URL(process.env['MAGFLOW_TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
};
