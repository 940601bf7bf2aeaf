import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Camera } from '../../src/shared/camera/model.ts';
import type { Landmark } from '../../src/shared/geo/landmark.ts';
import type { Streets } from '../../src/shared/geo/streets.ts';
import type { Dictionary } from '../../src/shared/lamp/dictionary.ts';

export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly role: 'operator' | 'supervisor' | 'it';
  readonly domains: readonly string[];
  readonly districts?: readonly string[];
}

export interface HubStart {
  readonly brokerUrl: string;
  /** of the user `hub` */
  readonly password?: string;
  /** folder of the store and the configuration; the same one again is the same hub after a restart */
  readonly dir: string;
  readonly people?: readonly TestPerson[];
  /** absent, and streets too: what IT imports */
  readonly dictionaries?: readonly Dictionary[] | undefined;
  readonly streets?: readonly Streets[] | undefined;
  readonly landmarks?: readonly Landmark[];
  readonly cameras?: readonly Camera[];
  /** merged over the configuration, top level keys only */
  readonly config?: Readonly<Record<string, unknown>>;
  /** more for the command line */
  readonly args?: readonly string[];
  /** lines put into the configuration file in place of all the above */
  readonly raw?: string;
}

export interface TestHub {
  /** of /health and /metrics; known once started */
  readonly url: string;
  readonly pid: number;
  readonly logLines: readonly string[];
  /** Resolves when it serves /health, broker or not. @throws Error with its log when it ends before */
  waitStarted(): Promise<void>;
  /** Resolves when the hub says it is ready: it answers. @throws Error with its log when it ends before */
  waitReady(): Promise<void>;
  /** kill -9 */
  kill(): Promise<void>;
  /** SIGTERM. @returns its exit code */
  stop(): Promise<number | null>;
  /** Resolves with the exit code when it ends by itself. */
  readonly ended: Promise<number | null>;
}

export const somePeople: readonly TestPerson[] = [
  { id: 'p-1', name: 'Camille Petit', role: 'operator', domains: ['publicSpace', 'transport'] },
  { id: 'p-2', name: 'Dominique Roy', role: 'operator', domains: ['publicSpace'] },
  { id: 'p-3', name: 'Sacha Morel', role: 'operator', domains: [] },
  { id: 'p-4', name: 'Claude Meunier', role: 'supervisor', domains: ['publicSpace', 'transport', 'parking'] },
  { id: 'p-5', name: 'Alix Garnier', role: 'it', domains: [] },
];

function writeConfig(options: HubStart): string {
  const {
    brokerUrl,
    password,
    dir,
    people = somePeople,
    dictionaries,
    streets,
    landmarks,
    cameras,
    config,
    raw,
  } = options;
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'hub.yaml');
  const list = (name: string, entries: readonly unknown[] | undefined) => {
    if (entries === undefined) return {};
    writeFileSync(join(dir, `${name}.json`), JSON.stringify(entries));
    return { [name]: `${name}.json` };
  };
  const whole = {
    store: 'hub.db',
    mqtt: { brokers: [brokerUrl], ...(password === undefined ? {} : { username: 'hub', password }) },
    people,
    ...list('inventory', dictionaries),
    ...list('streets', streets),
    ...list('landmarks', landmarks),
    ...list('cameras', cameras),
    http: { port: 0 },
    ...config,
  };
  // JSON is YAML too.
  writeFileSync(file, raw ?? JSON.stringify(whole, undefined, 2));
  return file;
}

/** Starts a real hub process on a configuration of its own; call `waitReady` before using it. */
export function startHub(options: HubStart): TestHub {
  const main = join(import.meta.dirname, '../../src/hub/main.ts');
  const child = spawn(process.execPath, [main, '--config', writeConfig(options), ...(options.args ?? [])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const orphaned = (): void => void child.kill('SIGKILL');
  process.once('exit', orphaned);
  child.once('exit', () => process.off('exit', orphaned));
  const logLines: string[] = [];
  let port: number | undefined;
  const [started, ready] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  for (const { promise } of [started, ready]) promise.catch(() => {});
  createInterface({ input: child.stderr! }).on('line', (line) => {
    logLines.push(line);
    if (!line.startsWith('{')) return;
    const said = JSON.parse(line) as { msg?: string; http?: number };
    if (said.msg === 'ready') ready.resolve();
    if (!said.msg?.startsWith('started')) return;
    port = said.http;
    started.resolve();
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  void ended.then((code) => {
    const error = new Error(`the hub ended (${code}):\n${logLines.join('\n')}`);
    for (const { reject } of [started, ready]) reject(error);
  });
  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    pid: child.pid ?? 0,
    logLines,
    waitStarted: () => started.promise,
    waitReady: () => ready.promise,
    kill: () => end(child, 'SIGKILL', ended).then(() => undefined),
    stop: () => end(child, 'SIGTERM', ended),
    ended,
  };
}

/** Backs a hub up by its own command, as IT does. @param dir its folder @throws Error with what the command said */
export async function backUpHub(dir: string, to: string): Promise<void> {
  const main = join(import.meta.dirname, '../../src/hub/main.ts');
  const args = [main, '--config', join(dir, 'hub.yaml'), '--backup', to];
  await promisify(execFile)(process.execPath, args);
}

async function end(
  child: ChildProcess,
  signal: NodeJS.Signals,
  ended: Promise<number | null>,
): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  return ended;
}
