import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '../..');

export interface ConsoleOptions {
  /** the seat's configuration file */
  readonly config: string;
  /** kept between two starts of the same seat; a new folder where absent */
  readonly userData?: string;
}

/** The application as a person would run it: the built console in Electron, or in what stands in for it. */
export interface RunningConsole {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** what the page said that it should not have: console errors and uncaught exceptions */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openConsole({ config, userData }: ConsoleOptions): Promise<RunningConsole> {
  const folder = userData ?? mkdtempSync(join(tmpdir(), 'vigie-console-'));
  const app = await _electron.launch({
    cwd: ROOT,
    // The screens are judged at the size of a room's screen.
    args: ['.', '--config', config, `--user-data-dir=${folder}`, '--screen-info={0,0 1920x1080}'],
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
  return { app, page, userData: folder, complaints, close: () => app.close() };
}
