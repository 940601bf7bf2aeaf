import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestBroker } from '../../tests/support/broker.ts';
import type { Told } from './stream.ts';

/** Somebody who hears a stream: ready once its subscription stands; resolves with its CPU, ms, when it has heard all. */
export interface Follower {
  readonly ready: Promise<unknown>;
  readonly done: Promise<number>;
}

/** A seat of ours, or the library alone. */
export function seat(
  broker: TestBroker,
  user: string,
  way: 'frames' | 'topics' | 'bare',
  count: number,
): Follower {
  const password = broker.secrets[user] ?? '';
  const child = fork(join(import.meta.dirname, 'follower.ts'), [way, broker.url, user, password, `${count}`]);
  const ready = Promise.withResolvers<void>();
  const done = Promise.withResolvers<number>();
  child.on('message', (told: Told) => {
    if ('ready' in told) return ready.resolve();
    child.disconnect();
    done.resolve(told.cpuMs);
  });
  child.once('exit', (code) => code !== 0 && done.reject(new Error(`a seat ended: ${code}`)));
  return { ready: ready.promise, done: done.promise };
}

/** `mosquitto_sub`, in C, which does nothing with what it hears. The shell says what CPU it took. */
export function mosquittoSub(
  broker: TestBroker,
  user: string,
  filter: string,
  count: number,
  qos: 0 | 1 = 0,
): Follower {
  const to = `-V 5 -h 127.0.0.1 -p ${broker.port} -u ${user} -P ${broker.secrets[user]}`;
  // One more: the retained one that says that the subscription stands.
  const command = `TIMEFORMAT='%U %S'; time mosquitto_sub ${to} -t '${filter}' -q ${qos} -C ${count + 1}`;
  const child = spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ready = once(child.stdout, 'data').then(() => child.stdout.resume());
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const done = once(child, 'close').then(() => {
    const seconds = said.trim().split(' ').map(Number);
    if (seconds.length !== 2 || seconds.some(Number.isNaN)) throw new Error(`mosquitto_sub said: ${said}`);
    return 1_000 * (seconds[0]! + seconds[1]!);
  });
  return { ready, done };
}
