import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CrewSeat, CrewStart, FromCrew, SeatWord, Stand, ToCrew } from './crew-messages.ts';

/** Some seats in a process of their own. */
export interface Crew {
  readonly seats: readonly CrewSeat[];
  work(on: boolean): void;
  setClock(seat: string, aheadMs: number): void;
  stand(): Promise<readonly Stand[]>;
  words(): Promise<readonly SeatWord[]>;
  /** kill -9 */
  kill(): Promise<void>;
  /** The same seats on the same files again; resolves when their engines have started. */
  restart(): Promise<void>;
}

/** @param heard is given whatever the crew says by itself */
export async function startCrew(
  start: Omit<CrewStart, 'life'>,
  heard: (message: FromCrew) => void,
): Promise<Crew> {
  const answers = new Map<number, (message: FromCrew) => void>();
  let working = false;
  let life = 0;
  let asked = 0;
  let child: ChildProcess;

  async function launch(): Promise<void> {
    life += 1;
    const run = fork(join(import.meta.dirname, 'crew-main.ts'), [JSON.stringify({ ...start, life })], {
      serialization: 'advanced',
    });
    const ready = Promise.withResolvers<void>();
    run.on('message', (message: FromCrew) => {
      if (message.type === 'ready') ready.resolve();
      else if ('ask' in message) answers.get(message.ask)?.(message);
      else heard(message);
    });
    const orphaned = (): void => void run.kill('SIGKILL');
    process.once('exit', orphaned);
    run.once('exit', (code) => {
      process.off('exit', orphaned);
      ready.reject(new Error(`a crew ended (${code})`));
    });
    ready.promise.catch(() => {});
    child = run;
    await ready.promise;
    send({ type: 'work', on: working });
  }
  const send = (message: ToCrew): void => void child.send(message);
  async function ask(type: 'stand' | 'tell'): Promise<FromCrew> {
    const number = ++asked;
    const answer = new Promise<FromCrew>((resolve) => answers.set(number, resolve));
    send({ type, ask: number });
    return answer.finally(() => answers.delete(number));
  }

  await launch();
  return {
    seats: start.seats,
    work(on) {
      working = on;
      send({ type: 'work', on });
    },
    setClock: (seat, aheadMs) => send({ type: 'clock', seat, aheadMs }),
    stand: async () => ((await ask('stand')) as Extract<FromCrew, { type: 'stands' }>).seats,
    words: async () => ((await ask('tell')) as Extract<FromCrew, { type: 'words' }>).seats,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    restart: launch,
  };
}
