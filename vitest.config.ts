import { defineConfig } from 'vitest/config';

/**
 * Tests of plain functions and of stores, none of which leaves anything behind: their files share what a worker has
 * imported, which had cost as much as the tests themselves. On as many cores as there are; the limit is for what hangs.
 */
const shared = { isolate: false, maxWorkers: '100%', testTimeout: 20_000 } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'tests/contract/**/*.test.ts'],
        },
      },
      {
        // The hub's own tests once more, on a real PostgreSQL.
        test: {
          ...shared,
          name: 'postgres',
          include: ['src/hub/**/*.test.ts'],
          exclude: ['src/hub/store/on-sqlite.test.ts'],
          globalSetup: ['tests/support/with-postgres.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/{integration,faults}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
