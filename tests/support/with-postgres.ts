import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** port of the PostgreSQL that this run's stores are on; none where they are SQLite files */
    postgres?: number;
  }
}

/** One server for all test files of the project `postgres`; each store is a database of its own. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  provide('postgres', server.port);
  return server.stop;
}
