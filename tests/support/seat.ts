import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SeatConfig } from '../../src/node/config/seat.ts';
import type {
  FromSeat,
  PushName,
  PushPayload,
  RequestInput,
  RequestOutput,
  SeatRequestName,
} from '../../src/shared/ipc/contract.ts';
import { fork, type UtilityProcess } from '../../tools/electron-on-chromium/utility/fork.ts';
import { until } from './until.ts';

export interface SeatStart {
  readonly seat: string;
  readonly brokerUrl: string;
  readonly password?: string | undefined;
  /** folder of configuration and databases; the same one again is the same seat after a restart */
  readonly dir: string;
  /** folder of the databases, below `dir` where absent */
  readonly data?: string;
  /** merged over the configuration, top level keys only */
  readonly config?: Partial<SeatConfig>;
}

type Push = Extract<FromSeat, { type: 'push' }>;

/** A real seat engine in a process of its own, spoken to as main speaks to it. */
export interface TestSeat {
  readonly logLines: readonly string[];
  readonly pid: number | undefined;
  request<N extends SeatRequestName>(name: N, input?: RequestInput<N>): Promise<RequestOutput<N>>;
  /** The first push of that name, old or new, that fits. */
  next<N extends PushName>(name: N, fits: (payload: PushPayload<N>) => boolean): Promise<PushPayload<N>>;
  /** Hears each push of that name until told to stop. */
  hear<N extends PushName>(name: N, listener: (payload: PushPayload<N>) => void): () => void;
  /** How many pushes of that name there have been. */
  count(name: PushName): number;
  /** kill -9 */
  kill(): Promise<void>;
  /** In good order. @returns its exit code */
  stop(): Promise<number>;
  /** Starts it again after `kill` or `stop`; pushes of before are forgotten. */
  restart(): Promise<void>;
  /** Resolves with its exit code when it ends, wished or not. */
  ended(): Promise<number>;
}

const ENTRY = new URL('../../src/seat/main.ts', import.meta.url);

function writeConfig({ seat, brokerUrl, password, dir, config }: SeatStart): string {
  mkdirSync(dir, { recursive: true });
  const passwordFile = join(dir, 'password');
  if (password !== undefined) writeFileSync(passwordFile, password, { mode: 0o600 });
  const file = join(dir, 'seat.yaml');
  const login = password === undefined ? {} : { username: seat, passwordFile };
  // JSON is YAML too.
  writeFileSync(file, JSON.stringify({ seat, brokers: [brokerUrl], ...login, ...config }));
  return file;
}

class Run {
  readonly child: UtilityProcess;
  readonly pushes: Push[] = [];
  readonly ready = Promise.withResolvers<void>();
  readonly exit = Promise.withResolvers<number>();
  readonly #answers = new Map<number, PromiseWithResolvers<unknown>>();
  #lastId = 0;

  constructor(args: readonly string[], logLines: string[]) {
    this.child = fork(ENTRY, args, { serviceName: 'seat under test', stdio: 'pipe' });
    createInterface({ input: this.child.stderr! }).on('line', (line) => logLines.push(line));
    this.child.on('message', (message: FromSeat) => this.#take(message));
    this.child.on('exit', (code: number) => {
      const error = new Error(`the seat engine ended (${code}):\n${logLines.join('\n')}`);
      this.ready.reject(error);
      for (const answer of this.#answers.values()) answer.reject(error);
      this.exit.resolve(code);
    });
    this.ready.promise.catch(() => {});
  }

  request(name: SeatRequestName, input: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    const answer = Promise.withResolvers<unknown>();
    this.#answers.set(id, answer);
    this.child.postMessage({ type: 'request', id, name, input });
    return answer.promise;
  }

  #take(message: FromSeat): void {
    if (message.type === 'ready') this.ready.resolve();
    else if (message.type === 'push') this.pushes.push(message);
    else if (message.type === 'answer') {
      const answer = this.#answers.get(message.id);
      this.#answers.delete(message.id);
      if (message.ok) answer?.resolve(message.value);
      else answer?.reject(new Error(message.error));
    }
  }
}

/** Starts a seat engine and resolves when it is ready. @throws Error with its log where it ends before */
export async function startSeat(options: SeatStart): Promise<TestSeat> {
  const logLines: string[] = [];
  const data = options.data ?? join(options.dir, 'data');
  const args = [`--config=${writeConfig(options)}`, `--data=${data}`, '--version=test'];
  let run = new Run(args, logLines);
  await run.ready.promise;
  const end = (how: () => void): Promise<number> => {
    if (run.child.pid !== undefined) how();
    return run.exit.promise;
  };
  return {
    logLines,
    get pid() {
      return run.child.pid;
    },
    request: (name, input?) => run.request(name, input) as never,
    next: (name, fits) =>
      until(`${options.seat}: ${name}`, () => {
        const found = run.pushes.find((push) => push.name === name && fits(push.payload as never));
        return found?.payload as never;
      }),
    hear: (name, listener) => {
      const { child } = run;
      const hear = (message: FromSeat): void => {
        if (message.type === 'push' && message.name === name) listener(message.payload as never);
      };
      child.on('message', hear);
      return () => child.off('message', hear);
    },
    count: (name) => run.pushes.filter((push) => push.name === name).length,
    kill: () => end(() => process.kill(run.child.pid!, 'SIGKILL')).then(() => undefined),
    stop: () => end(() => run.child.postMessage({ type: 'stop' })),
    restart: async () => {
      run = new Run(args, logLines);
      await run.ready.promise;
    },
    ended: () => run.exit.promise,
  };
}
