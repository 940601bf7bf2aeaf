import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';

const GRACE_MS = 8_000;
/** util-linux: a child started through it ends with its parent, however the parent ended. */
const SETPRIV = '/usr/bin/setpriv';

export interface ProgramOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** where what it says goes; on the terminal where absent */
  readonly log?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A program of the demo room, ended when the room ends. */
export class Program {
  readonly name: string;
  /** how to start it by hand where it has ended */
  readonly commandLine: string;
  readonly #child: ChildProcess;
  readonly #log: string | undefined;
  /** its exit code, or the number of the signal that ended it plus 128 */
  readonly ended: Promise<number>;

  constructor({ name, command, args, log, env }: ProgramOptions) {
    this.name = name;
    this.#log = log;
    this.commandLine = [command, ...args].join(' ');
    const bound = existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'TERM', command] : [command];
    this.#child = spawn(bound[0]!, [...bound.slice(1), ...args], {
      stdio: ['ignore', log === undefined ? 'inherit' : 'pipe', log === undefined ? 'inherit' : 'pipe'],
      env: env ?? process.env,
    });
    if (log !== undefined) {
      mkdirSync(dirname(log), { recursive: true });
      const file = createWriteStream(log);
      this.#child.stdout?.pipe(file, { end: false });
      this.#child.stderr?.pipe(file, { end: false });
    }
    this.ended = new Promise((resolve) => {
      this.#child.on('error', () => resolve(127));
      this.#child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal!]));
    });
  }

  /** The last lines it said, to be shown when it ended too early. */
  lastWords(lines = 5): string {
    if (this.#log === undefined) return '';
    return readFileSync(this.#log, 'utf8').trim().split('\n').slice(-lines).join('\n');
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), GRACE_MS);
    await this.ended;
    clearTimeout(timer);
  }
}
