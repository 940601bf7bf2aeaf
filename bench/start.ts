import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Bridge } from '../src/shared/ipc/contract.ts';
import { startDemoRoom } from '../tools/start/demo-room.ts';
import { cpuOf, memoryOf } from './process-tree.ts';
import { type Row, report } from './report.ts';

/**
 * `npm run bench:start`: from the command to a usable queue and map out of SQLite with no network at all, against a
 * hello-world window of the same host; then the seat at rest, 34,000 lamps and 50 changes a second. Run it alone.
 */
const ROOT = resolve(import.meta.dirname, '..');
const RUNS = 5;
const REST_SECONDS = 60;

interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly ms: number;
}

async function open(
  args: readonly string[],
  cwd: string,
  usable: (page: Page) => Promise<unknown>,
): Promise<Opened> {
  const start = performance.now();
  const app = await _electron.launch({ cwd, args: ['.', ...args] });
  const page = await app.firstWindow();
  await usable(page);
  return { app, page, ms: performance.now() - start };
}

declare global {
  interface Window {
    readonly vigie: Bridge;
  }
}

/** Rows in the queue, and pixels of lamps on the map. */
async function consoleUsable(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('canvas')].some((canvas) => {
      if (canvas.width === 0 || canvas.height === 0) return false;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels?.some((value, i) => i % 4 === 3 && value > 0) ?? false;
    }),
  );
}
const helloUsable = (page: Page): Promise<void> => page.getByRole('heading').waitFor();

const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-start-'));
const profile = (name: string): string => `--user-data-dir=${join(folder, name)}`;

/** A room that lives: the console learns the city from it and sits at rest in it. */
const life = {
  clock: { start: '03:00' },
  requests: { backlog: 40, perDay: 0 },
  lamps: { heartbeat: 680, walkers: 0, faultsPerHour: 0, tripsPerHour: 0 },
};
const room = await startDemoRoom(join(folder, 'room'), life, 0);
const seatArgs = ['--config', room.seatConfig, profile('console')];

const living = await open(seatArgs, ROOT, (page) => page.getByRole('button').first().waitFor());
await living.page.waitForFunction(() =>
  window.vigie.request('session.view', undefined).then(({ people }) => people.length > 0),
);
await living.page.evaluate(() => window.vigie.request('session.open', { person: 'perrin', proof: '' }));
await consoleUsable(living.page);
await living.page.waitForFunction(() =>
  window.vigie.request('diagnostics.read', undefined).then(({ lampsKnown }) => lampsKnown >= 33_000),
);
await wait(15_000); // what the start has set in motion shall not be counted as rest
const pid = living.app.process().pid!;
const [cpu, memory] = [cpuOf(pid), memoryOf(pid)];
await wait(REST_SECONDS * 1_000);
const restCpu = (100 * (cpuOf(pid) - cpu)) / REST_SECONDS;
const grown = memoryOf(pid) - memory;
await living.app.close();
for (const program of room.programs.toReversed()) await program.stop();

const ours: number[] = [];
const hello: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const started = await open(['--config', room.seatConfig, profile('console')], ROOT, consoleUsable);
  ours.push(started.ms);
  await started.app.close();
  const rival = await open([profile('hello')], join(import.meta.dirname, 'hello'), helloUsable);
  hello.push(rival.ms);
  await rival.app.close();
}
rmSync(folder, { recursive: true, force: true });

const rows: readonly Row[] = [
  {
    measure: 'start without network to a usable queue and map',
    unit: 'ms',
    ours,
    rival: hello,
    rivalName: 'hello-world window',
    goal: 1.5,
    good: 'at most',
  },
  {
    measure: 'seat at rest, CPU of all its processes',
    unit: '% of a core',
    ours: [restCpu],
    goal: 10,
    good: 'at most',
  },
  { measure: 'seat at rest, memory grown in a minute', unit: 'MiB', ours: [grown], goal: 5, good: 'at most' },
];
process.exitCode = report('start', rows) ? 0 : 1;
