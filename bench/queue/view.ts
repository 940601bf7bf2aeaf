import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, preview } from 'vite';
import { findChromium } from '../../tools/electron-on-chromium/chromium/find.ts';
import type { Row } from '../report.ts';

const OPEN = 10_000;
const ROUNDS = 3;
/** Few: each is a second or two in the plain list. */
const FRAMES = 10;
const CHANGES = 3;

interface Taken {
  readonly show: number[];
  readonly frame: number[];
  readonly change: number[];
}

/** The queue of the console and a plain list of all its rows, in turn, in one browser. */
export async function viewRows(): Promise<readonly Row[]> {
  const root = join(import.meta.dirname, 'page');
  const outDir = mkdtempSync(join(tmpdir(), 'vigie-bench-queue-'));
  const page: InlineConfig = { root, configFile: false, plugins: [react()], logLevel: 'warn' };
  await build({ ...page, build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 4_096 } });
  const server = await preview({ ...page, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({ executablePath: findChromium() });
  const tab = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await tab.goto(server.resolvedUrls?.local[0] ?? '');
  await tab.evaluate(() => window.queuePage.show(100, false)); // code that has run once runs as it will
  const taken: Record<'ours' | 'rival', Taken> = {
    ours: { show: [], frame: [], change: [] },
    rival: { show: [], frame: [], change: [] },
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const whose of round % 2 === 0 ? (['ours', 'rival'] as const) : (['rival', 'ours'] as const)) {
      const { show, frame, change } = taken[whose];
      const plain = whose === 'rival';
      show.push(
        await tab.evaluate(([count, all]) => window.queuePage.show(count, all), [OPEN, plain] as const),
      );
      for (let n = 0; n < CHANGES; n++) change.push(await tab.evaluate(() => window.queuePage.change()));
      const frames = await tab.evaluate((count) => window.queuePage.scroll(count), FRAMES);
      frame.push(Math.max(...frames));
    }
  }
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
  const against = (measure: string, key: keyof Taken, goal: number): Row => ({
    measure,
    unit: 'ms',
    ours: taken.ours[key],
    rival: taken.rival[key],
    rivalName: 'plain list',
    goal,
    good: 'at most',
  });
  return [
    against('10,000 open tickets: until the rows are painted', 'show', 0.1),
    against('10,000 open tickets: slowest of ten frames while scrolling', 'frame', 0.5),
    against('10,000 open tickets: one change until it is painted', 'change', 0.5),
  ];
}
