import { type ChildProcess, fork as forkNode } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ForkOptions } from 'electron';
import { LackingError, onlyKnown, StrictEmitter } from '../lacking.ts';

const BOOT = new URL('./child.ts', import.meta.url).href;
/** Of util-linux: with it the kernel itself ends a child whose parent was killed, even one that is busy in a loop. */
const SETPRIV = '/usr/bin/setpriv';
const OPTIONS = ['cwd', 'env', 'execArgv', 'serviceName', 'stdio'];

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

type Stdio = 'ignore' | 'inherit' | 'pipe';

function stdioOf(stdio: ForkOptions['stdio'] = 'inherit'): Stdio[] {
  const [input, ...output] = Array.isArray(stdio)
    ? stdio
    : ['ignore' as const, stdio as Stdio, stdio as Stdio];
  if (input !== 'ignore') throw new TypeError('stdin value other than ignore is not supported.');
  return [input, ...output];
}

function start(modulePath: string | URL, args: readonly string[], options: ForkOptions): ChildProcess {
  const { serviceName = 'Node Utility Process', execArgv = [], env = process.env, cwd } = options;
  const flags = [
    '--disable-warning=ExperimentalWarning',
    `--title=${serviceName}`,
    ...execArgv,
    '--import',
    BOOT,
  ];
  const canTie = process.platform === 'linux' && existsSync(SETPRIV);
  return forkNode(modulePath instanceof URL ? fileURLToPath(modulePath) : modulePath, args, {
    execPath: canTie ? SETPRIV : process.execPath,
    execArgv: canTie ? ['--pdeathsig', 'KILL', process.execPath, ...flags] : flags,
    env: env as NodeJS.ProcessEnv,
    cwd,
    serialization: 'advanced',
    stdio: [...stdioOf(options.stdio), 'ipc'],
    detached: true, // so that a Ctrl C in the terminal is main's to answer
  });
}

/** Electron's UtilityProcess over a Node child. Ports can't be transferred. */
export class UtilityProcess extends StrictEmitter {
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  readonly #child: ChildProcess;
  #pid: number | undefined;

  constructor(modulePath: string | URL, args: readonly string[], options: ForkOptions) {
    super('UtilityProcess', { emitted: ['exit', 'message', 'spawn'], never: [] });
    onlyKnown('an option of utilityProcess.fork', options, OPTIONS);
    const child = start(modulePath, args, options);
    this.#child = child;
    running.add(child);
    this.stdout = child.stdout;
    this.stderr = child.stderr;
    child.on('spawn', () => {
      this.#pid = child.pid;
      this.emit('spawn');
    });
    child.on('message', (message) => this.emit('message', message));
    child.on('error', (error) => {
      console.error(`electron-on-chromium: utility process ${options.serviceName ?? modulePath}:`, error);
      if (child.pid === undefined) this.#ended(1);
    });
    child.on('exit', (code, signal) => this.#ended(code ?? constants.signals[signal ?? 'SIGKILL']));
  }

  /** Undefined before 'spawn' and after 'exit'. */
  get pid(): number | undefined {
    return this.#pid;
  }
  /** A message to a process that has gone is lost, as in Electron. */
  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new LackingError('UtilityProcess.postMessage with MessagePorts');
    if (this.#child.connected) this.#child.send(message as never, () => {});
  }
  /** Asks the process to end (SIGTERM); false when it has ended before. */
  kill(): boolean {
    return running.has(this.#child) && this.#child.kill();
  }

  #ended(code: number): void {
    if (!running.delete(this.#child)) return;
    this.#pid = undefined;
    this.emit('exit', code);
  }
}

/**
 * `utilityProcess.fork`. Needs neither Chromium nor the rest of the stand-in, so tests under plain Node may use it.
 * The inspector's flags are not inherited: two processes can't share its port.
 */
export function fork(
  modulePath: string | URL,
  args?: readonly string[] | ForkOptions,
  options?: ForkOptions,
): UtilityProcess {
  if (Array.isArray(args)) return new UtilityProcess(modulePath, args, options ?? {});
  return new UtilityProcess(modulePath, [], (args as ForkOptions | undefined) ?? {});
}
