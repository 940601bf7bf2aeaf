import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startBroker } from '../../tests/support/broker.ts';
import { startHub } from '../../tests/support/hub.ts';
import { startSeat } from '../../tests/support/seat.ts';
import { until } from '../../tests/support/until.ts';
import { dictionaries } from './dictionaries.ts';
import { DISTRICTS } from './night.ts';

const ROUNDS = 7;
/** A seat that asks faster is told to wait. */
const BETWEEN_MS = 600;

/** ms from a console's question to its whole answer, by question */
export type Asked = readonly (readonly number[])[];

/**
 * Asks a hub that begins with the store in this folder, as a console does: by a real seat, through a real broker, until
 * the seat has all blocks unpacked.
 * @param questions from and to, ms since the epoch
 */
export async function askRoom(
  dir: string,
  questions: readonly (readonly [number, number])[],
): Promise<Asked> {
  const broker = await startBroker({ seats: ['seat-01'] });
  const hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir, dictionaries });
  await hub.waitReady();
  const password = broker.secrets['seat-01'];
  const seat = await startSeat({ seat: 'seat-01', brokerUrl: broker.url, password, dir: join(dir, 'seat') });
  // Who may sit down, and where lamps are, comes by the broker.
  await until('signed in', async () => (await seat.request('session.open', { person: 'p-1', proof: '' })).ok);
  await until('all districts', async () => (await seat.request('lamps.dictionary')).length === DISTRICTS);
  const ask = async ([from, to]: readonly [number, number]): Promise<number> => {
    await wait(BETWEEN_MS);
    const began = performance.now();
    const answer = await seat.request('lamps.history', { from, to });
    const took = performance.now() - began;
    if (answer.kind !== 'found' || answer.unread > 0 || answer.hours.length % DISTRICTS > 0)
      throw new Error(`no whole answer: ${JSON.stringify(answer).slice(0, 200)}`);
    return took;
  };
  const times: (readonly number[])[] = [];
  for (const question of questions) {
    await ask(question);
    const some: number[] = [];
    for (let n = 0; n < ROUNDS; n++) some.push(await ask(question));
    times.push(some);
  }
  await seat.stop();
  await hub.stop();
  await broker.stop();
  return times;
}
