import { defineConfig } from '@playwright/test';

/** End to end on the real application; one at a time, for each test has a room of its own on two cores. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  retries: 0, // a flaky test is a defect with a cause
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'line',
  use: { trace: 'retain-on-failure' },
});
