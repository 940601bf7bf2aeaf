import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Cdp, CdpPipe } from './cdp.ts';
import { findChromium } from './find.ts';
import { chromiumFlags, type LaunchOptions } from './flags.ts';

const CLOSE_GRACE_MS = 3000;
const LAST_LINES = 12;

/** A running Chromium and its debugging pipe. */
export class Chromium {
  readonly options: LaunchOptions;
  readonly pipe: CdpPipe;
  readonly browser: Cdp;
  /** Resolves with a text that tells how it ended. */
  readonly exited: Promise<string>;
  readonly #child: ChildProcess;
  readonly #lastLines: string[] = [];
  #held: string[] | undefined = [];

  constructor(options: LaunchOptions) {
    this.options = options;
    // In a process group of its own: a Ctrl C in the terminal is main's to answer, and the group can be ended whole.
    this.#child = spawn(findChromium(), chromiumFlags(options), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const [, , stderr, toBrowser, fromBrowser] = this.#child.stdio;
    this.pipe = new CdpPipe(toBrowser as Writable, fromBrowser as Readable);
    this.browser = this.pipe.session();
    this.exited = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(error.message));
      this.#child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    void this.exited.then(() => this.pipe.close());
    process.once('exit', () => this.kill());
    createInterface({ input: stderr as Readable }).on('line', (line) => this.#tell(line));
  }

  /** The end of what Chromium has written: the reason when it would not start. */
  get lastLines(): string {
    return this.#lastLines.join('\n');
  }

  /** Passes "DevTools listening on …" on, which Playwright takes as the sign to connect. */
  announce(): void {
    for (const line of this.#held ?? []) console.error(line);
    this.#held = undefined;
  }

  /** Asks Chromium to close, so that it writes its profile; ends it when it does not answer. */
  async close(): Promise<void> {
    this.browser.send('Browser.close').catch(() => {});
    const timer = setTimeout(() => this.kill(), CLOSE_GRACE_MS);
    await this.exited;
    clearTimeout(timer);
  }

  /** Ends Chromium and its children at once. */
  kill(): void {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It went by itself between the check and the signal.
    }
  }

  #tell(line: string): void {
    this.#lastLines.push(line);
    if (this.#lastLines.length > LAST_LINES) this.#lastLines.shift();
    if (line.startsWith('DevTools listening')) {
      if (this.#held === undefined) console.error(line);
      else this.#held.push(line);
    } else if (process.env.ELECTRON_ENABLE_LOGGING) console.error(line);
  }
}
