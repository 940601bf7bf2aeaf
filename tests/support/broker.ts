import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMosquitto, prepareBroker } from '../../tools/broker/prepare.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

export interface BrokerOptions {
  readonly port?: number;
  /** Lines added to the room's ACL; name their users in `users`. */
  readonly acl?: string;
  readonly users?: readonly string[];
  /** `seat-01` to `seat-04` when left out. */
  readonly seats?: readonly string[];
  readonly persistence?: boolean;
  /** of another broker of the same room: its users have the same passwords here */
  readonly secrets?: Readonly<Record<string, string>>;
  /** false leaves small packets to Nagle's algorithm, which no room wants */
  readonly noDelay?: boolean;
}

export interface RawMessage {
  readonly topic: string;
  readonly payload: string | Uint8Array;
  readonly user: string;
  readonly qos?: 0 | 1;
  readonly retain?: boolean;
}

export interface TestBroker {
  readonly url: string;
  readonly port: number;
  /** User → password: hub, city, the seats and the further users. */
  readonly secrets: Readonly<Record<string, string>>;
  /** kill -9 */
  readonly kill: () => Promise<void>;
  /** Starts it again after `kill`, same port, users and persistence. */
  readonly restart: () => Promise<void>;
  /** Ends it for good and removes its folder. */
  readonly stop: () => Promise<void>;
  /** Publishes with mosquitto_pub, a client that is not ours. @returns its exit code and what it said */
  readonly publishRaw: (message: RawMessage) => Promise<{ readonly code: number; readonly said: string }>;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function launch(configFile: string, port: number): Promise<ChildProcess> {
  const program = findMosquitto();
  if (program === undefined)
    throw new Error('mosquitto is not installed (Debian: apt-get install mosquitto)');
  const child = spawn(program, ['-c', configFile], { stdio: ['ignore', 'ignore', 'pipe'] });
  const orphaned = (): void => void child.kill('SIGKILL');
  process.once('exit', orphaned);
  child.once('exit', () => process.off('exit', orphaned));
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  await until('mosquitto listening', () => {
    if (child.exitCode !== null) throw new Error(`mosquitto did not start:\n${said}`);
    return accepts(port);
  });
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

function pub(port: number, password: string, { topic, payload, user, qos = 1, retain = false }: RawMessage) {
  const args = ['-V', '5', '-h', '127.0.0.1', '-p', String(port), '-u', user, '-P', password];
  args.push('-t', topic, '-q', String(qos), '-s', ...(retain ? ['-r'] : []));
  const child = spawn('mosquitto_pub', args, { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(payload);
  return once(child, 'close').then(([code]) => ({ code: Number(code), said }));
}

/** Starts a real mosquitto with the demo room's configuration, rights and users, in a folder of its own. */
export async function startBroker(options: BrokerOptions = {}): Promise<TestBroker> {
  const { seats = ['seat-01', 'seat-02', 'seat-03', 'seat-04'], ...rest } = options;
  const port = options.port ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), 'vigie-broker-'));
  const { configFile, secrets } = prepareBroker({ ...rest, folder, port, seats });
  let child = await launch(configFile, port);
  return {
    url: `mqtt://127.0.0.1:${port}`,
    port,
    secrets,
    kill: () => end(child, 'SIGKILL'),
    restart: async () => {
      await end(child, 'SIGTERM');
      child = await launch(configFile, port);
    },
    stop: async () => {
      await end(child, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
    publishRaw: (message) => pub(port, secrets[message.user] ?? '', message),
  };
}
