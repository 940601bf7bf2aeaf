import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { until } from './until.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** A screen of the room: the screens are judged at this size. */
export const SCREEN = { width: 1920, height: 1080 } as const;

export interface ConsoleOptions {
  /** the seat's configuration file */
  readonly config: string;
  /** kept between two starts of the same seat; a new folder, removed at the end, where absent */
  readonly userData?: string;
  /** what the page may say as an error, because the test breaks just that */
  readonly expected?: readonly RegExp[];
}

/** The application as a person would run it: the built console in Electron, or in what stands in for it. */
export interface RunningConsole {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** what the page said that it should not have: console errors and uncaught exceptions */
  readonly complaints: readonly string[];
  /** what the programs behind the page said: log lines and last words */
  readonly output: readonly string[];
  /** kill -9 of the seat engine. @returns once it is gone */
  killEngine(): Promise<void>;
  /** Holds the seat engine still: what the page asks of it is not answered. @returns lets it go on */
  holdEngine(): Promise<() => void>;
  /** kill -9 of the application itself; whatever it had started ends with it */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Every seat's computer is set to another zone than its room: what it shows by its own clock is wrong by hours. */
const ELSEWHERE = 'Pacific/Auckland';

export const electronArguments = (config: string, userData: string): string[] => [
  '.',
  '--config',
  config,
  `--user-data-dir=${userData}`,
  `--screen-info={0,0 ${SCREEN.width}x${SCREEN.height}}`,
];

export async function openConsole(options: ConsoleOptions): Promise<RunningConsole> {
  const { config, userData, expected = [] } = options;
  const folder = userData ?? mkdtempSync(join(tmpdir(), 'vigie-console-'));
  const args = electronArguments(config, folder);
  const env = { ...process.env, TZ: ELSEWHERE } as Record<string, string>;
  // What a page saves goes to a folder of the test's: nobody is there for the dialog of the system.
  const app = await _electron.launch({ cwd: ROOT, args, env, acceptDownloads: true });
  const output: string[] = [];
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (data) => output.push(String(data)));
  const page = await app.firstWindow();
  await page.setViewportSize(SCREEN); // a window's frame takes some of the screen
  const complaints: string[] = [];
  const complain = (text: string) => expected.some((one) => one.test(text)) || complaints.push(text);
  page.on('console', (message) => {
    if (message.type() === 'error') complain(message.text());
  });
  page.on('pageerror', (error) => complain(String(error.stack ?? error)));
  await page.getByRole('main').waitFor(); // before that a page may be on its way still
  let closed = false;
  return {
    app,
    page,
    userData: folder,
    complaints,
    output,
    killEngine: () => killHolder(join(folder, 'seat', 'desk.db')),
    async holdEngine() {
      const pid = await holderOf(join(folder, 'seat', 'desk.db'));
      process.kill(pid, 'SIGSTOP');
      return () => void process.kill(pid, 'SIGCONT');
    },
    async kill() {
      closed = true;
      const gone = app.waitForEvent('close');
      app.process().kill('SIGKILL');
      await gone;
    },
    async close() {
      if (closed) return;
      closed = true;
      await app.close();
      if (userData === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The one process that has a file open, whatever host it was forked by. Linux only. */
async function holderOf(file: string): Promise<number> {
  const pid = await until(`a process that holds ${file}`, () =>
    readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && holds(entry, file)),
  );
  return Number(pid);
}

async function killHolder(file: string): Promise<void> {
  const pid = await holderOf(file);
  process.kill(pid, 'SIGKILL');
  await until(`the end of ${pid}`, () => !holds(String(pid), file));
}

function holds(pid: string, file: string): boolean {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((fd) => linkOf(join(folder, fd)) === file);
  } catch {
    return false; // it ended meanwhile
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
