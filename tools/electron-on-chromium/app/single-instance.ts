import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the lock file says of the process that holds it. */
interface Owner {
  readonly pid: number;
  /** Tells the process from a later one with the same pid; empty where the system does not say. */
  readonly started: string;
  readonly socket: string;
}

interface Greeting {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly data: unknown;
}

type OnSecond = (argv: readonly string[], cwd: string, data: unknown) => void;

/**
 * One instance for each userData folder. The answer must be synchronous, so the lock is a file created exclusively;
 * the socket it names only carries the second's arguments.
 */
export class SingleInstance {
  /** Resolves when the first instance has been told; the second must not exit before. */
  told: Promise<void> = Promise.resolve();
  readonly #onSecond: OnSecond;
  #server: Server | undefined;
  #file = '';
  #socket = '';

  constructor(onSecond: OnSecond) {
    this.#onSecond = onSecond;
  }

  get held(): boolean {
    return this.#server !== undefined;
  }

  request(userData: string, data: unknown): boolean {
    if (this.held) return true;
    mkdirSync(userData, { recursive: true });
    this.#file = join(userData, 'instance.lock');
    for (;;) {
      if (this.#take()) return true;
      const owner = readOwner(this.#file);
      if (owner !== undefined && startOf(owner.pid) === owner.started) {
        this.told = tell(owner.socket, { argv: process.argv, cwd: process.cwd(), data });
        return false;
      }
      // Its holder was killed: nobody removed the lock.
      rmSync(this.#file, { force: true });
      if (owner !== undefined) rmSync(owner.socket, { force: true });
    }
  }

  release(): void {
    if (!this.held) return;
    this.#server?.close();
    this.#server = undefined;
    rmSync(this.#file, { force: true });
    rmSync(this.#socket, { force: true });
  }

  #take(): boolean {
    const socket = socketFor(this.#file);
    const owner: Owner = { pid: process.pid, started: startOf(process.pid) ?? '', socket };
    try {
      writeFileSync(this.#file, JSON.stringify(owner), { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
    this.#socket = socket;
    this.#server = createServer({ allowHalfOpen: false }, (client) => {
      let text = '';
      client.on('error', () => {});
      client.on('data', (chunk) => {
        text += String(chunk);
      });
      client.on('end', () => {
        const { argv, cwd, data } = JSON.parse(text) as Greeting;
        this.#onSecond(argv, cwd, data);
      });
    });
    this.#server.listen(socket).unref();
    process.once('exit', () => this.release());
    return true;
  }
}

/** Beside the lock, unless the path is too long for a socket (108 bytes on Linux, 104 on macOS). */
function socketFor(lock: string): string {
  const beside = `${lock}.socket`;
  return Buffer.byteLength(beside) < 100
    ? beside
    : join(tmpdir(), `electron-on-chromium-${process.pid}.socket`);
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined; // half written by a process that was killed, or just removed
  }
}

/** When the process started, in the kernel's ticks; an empty text where /proc is lacking; undefined if it is gone. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  try {
    // proc(5): field 22, counted after the name in parentheses, which may hold spaces.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function tell(socket: string, greeting: Greeting): Promise<void> {
  return new Promise((resolve) => {
    const client = connect(socket, () => client.end(JSON.stringify(greeting)));
    client.on('error', () => resolve()).on('close', () => resolve());
  });
}
