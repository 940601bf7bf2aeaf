/** Starts the sample on the stand-in, for the tests. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Seen } from './main.ts';

export const STAND_IN_FOLDER = join(import.meta.dirname, '..');
export const SAMPLE = import.meta.dirname;

// Playwright finds Electron through its package, as every caller does: this is the package's own way to another folder.
process.env.ELECTRON_OVERRIDE_DIST_PATH = STAND_IN_FOLDER;

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** What has happened in main. */
  seen(): Promise<Seen>;
  /** Ends it whatever state it is in, and removes its folder. */
  dispose(): Promise<void>;
}

/** A folder for userData; `run` removes it, else the caller does. */
export const newUserData = (): string => mkdtempSync(join(tmpdir(), 'electron-on-chromium-test-'));

export async function run(env: Record<string, string> = {}, args: readonly string[] = []): Promise<Running> {
  const userData = env.SAMPLE_USER_DATA ?? newUserData();
  const app = await _electron.launch({
    args: [...args, SAMPLE],
    env: { ...(process.env as Record<string, string>), SAMPLE_USER_DATA: userData, ...env },
  });
  const page = await app.firstWindow();
  await page.waitForSelector('#ready', { state: 'attached' });
  return {
    app,
    page,
    userData,
    seen: () => app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen),
    async dispose() {
      await app.close().catch(() => {});
      rmSync(userData, { recursive: true, force: true });
    },
  };
}

/** The pids of everything that runs for the application with this folder: what may not be left behind. */
export function processesOf(userData: string): number[] {
  const names = (pid: string, file: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(userData);
    } catch {
      return false; // it ended while we looked
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => names(pid, 'cmdline') || names(pid, 'environ'))
    .map(Number);
}
