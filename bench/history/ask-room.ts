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

/**
 * Asks a hub that begins with the store in this folder, as a console does: by a real seat, through a real broker, until
 * the seat has all blocks unpacked.
 * @param from, to ms since the epoch
 * @returns ms from a console's question to its answer
 */
export async function askRoom(dir: string, from: number, to: number): Promise<readonly number[]> {
  const broker = await startBroker({ seats: ['seat-01'] });
  const hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir, dictionaries });
  await hub.waitReady();
  const password = broker.secrets['seat-01'];
  const seat = await startSeat({ seat: 'seat-01', brokerUrl: broker.url, password, dir: join(dir, 'seat') });
  await seat.request('session.open', { person: 'p-1', proof: '' });
  const ask = async () => {
    await wait(BETWEEN_MS);
    const began = performance.now();
    const answer = await seat.request('lamps.history', { from, to });
    if (answer.kind !== 'found') return undefined;
    const isWhole = answer.unread === 0 && answer.hours.length >= DISTRICTS;
    return isWhole ? performance.now() - began : undefined;
  };
  // A seat that has just begun doesn't know all districts yet.
  await until('a whole answer', ask, 60_000);
  const times: number[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    const took = await ask();
    if (took === undefined) throw new Error('the hub answered in part only');
    times.push(took);
  }
  await seat.stop();
  await hub.stop();
  await broker.stop();
  return times;
}
