import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'tests/contract/**/*.test.ts'],
          // Nothing is measured by it: on a machine that does much else sound tests took longer than five seconds.
          testTimeout: 20_000,
        },
      },
      {
        // The hub's own tests once more, on a real PostgreSQL.
        test: {
          name: 'postgres',
          include: ['src/hub/**/*.test.ts'],
          exclude: ['src/hub/store/on-sqlite.test.ts'],
          globalSetup: ['tests/support/with-postgres.ts'],
          testTimeout: 20_000,
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
