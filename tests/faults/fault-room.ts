import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { backUpHub, type HubStart, startHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/until.ts';
import { type Crew, startCrew } from './crew.ts';
import type { FromCrew, KeptCommand } from './crew-messages.ts';
import { type Line, layLine } from './line.ts';
import type { Away, Evidence, StoreWord } from './oracle.ts';
import { readStore } from './stored.ts';

export interface FaultRoomOptions {
  readonly seed: number;
  readonly crews: number;
  readonly seatsPerCrew: number;
  readonly thinkMs: number;
  /** how far each seat's clock is ahead, ms */
  readonly clocks: readonly number[];
}

/** Where every seat has a disk of its own they may as well share the memory: a killed process loses nothing of it. */
const place = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

const ABSENT_S = 15;
/** What a seat needs to be back after whatever befell it: the broker's patience with a silent end, a new attempt. */
const COME_BACK_MS = 30_000;

/** A room of real processes, and every way in which one of them may fail. */
export class FaultRoom {
  readonly #folder: string;
  readonly #hubStart: HubStart;
  readonly broker: TestBroker;
  readonly hubLine: Line;
  readonly #lines = new Map<string, Line>();
  readonly crews: Crew[] = [];
  readonly #kept: KeptCommand[] = [];
  readonly #dismissed = new Set<string>();
  readonly #trouble: string[] = [];
  readonly #away: Away[] = [];
  readonly #lost: StoreWord[] = [];
  /** seats that have run since the store was last restored, and have not said so */
  readonly #unsaid = new Set<string>();
  #hub: TestHub;

  private constructor(folder: string, broker: TestBroker, hubLine: Line, hubStart: HubStart) {
    this.#folder = folder;
    this.broker = broker;
    this.hubLine = hubLine;
    this.#hubStart = hubStart;
    this.#hub = startHub(hubStart);
  }

  static async open(options: FaultRoomOptions): Promise<FaultRoom> {
    const { seed, crews, seatsPerCrew, thinkMs, clocks } = options;
    const folder = mkdtempSync(join(place(), 'vigie-faults-'));
    const seats = Array.from(
      { length: crews * seatsPerCrew },
      (_, n) => `seat-${String(n + 1).padStart(2, '0')}`,
    );
    const broker = await startBroker({ seats });
    const hubLine = await layLine(broker.port);
    const people = seats.flatMap((seat, n) =>
      ['jour', 'nuit'].map((shift) => ({
        id: `${seat}-${shift}`,
        name: `Personne ${seat} ${shift}`,
        role: n % 5 === 0 ? ('supervisor' as const) : ('operator' as const),
        domains: [],
      })),
    );
    const room = new FaultRoom(folder, broker, hubLine, {
      brokerUrl: hubLine.url,
      ...(broker.secrets.hub === undefined ? {} : { password: broker.secrets.hub }),
      dir: join(folder, 'hub'),
      people,
      config: { desk: { absentAfterSeconds: ABSENT_S } },
    });
    await room.#hub.waitReady();
    const started = Array.from({ length: crews }, async (_, crew) => {
      const own = seats.slice(crew * seatsPerCrew, (crew + 1) * seatsPerCrew);
      const crewSeats = own.map(async (seat, n) => {
        const line = await layLine(broker.port);
        room.#lines.set(seat, line);
        const at = join(folder, seat);
        mkdirSync(at, { recursive: true });
        const passwordFile = join(at, 'password');
        writeFileSync(passwordFile, broker.secrets[seat] ?? '', { mode: 0o600 });
        return {
          seat,
          brokerUrl: line.url,
          username: seat,
          passwordFile,
          folder: at,
          people: people
            .filter(({ id }) => id.startsWith(`${seat}-`))
            .map(({ id, role }) => ({ id, supervises: role === 'supervisor' })),
          aheadMs: clocks[crew * seatsPerCrew + n] ?? 0,
        };
      });
      const start = {
        seats: await Promise.all(crewSeats),
        people: people.map(({ id }) => id),
        seed,
        thinkMs,
      };
      return startCrew(start, (message) => room.#heard(message));
    });
    room.crews.push(...(await Promise.all(started)));
    return room;
  }

  line(seat: string): Line {
    return this.#lines.get(seat)!;
  }

  /** These seats cannot be reached while `work` runs, nor some time after it. */
  async away(seats: readonly string[], work: () => Promise<void>): Promise<void> {
    const from = Date.now();
    await work();
    for (const seat of seats) this.#away.push({ seat, from, to: Date.now() + COME_BACK_MS });
  }

  /** kill -9 of all seats of a crew. */
  async killCrew(crew: Crew): Promise<void> {
    await crew.kill();
    // It may have been said to nobody any more.
    for (const { seat } of crew.seats) this.#unsaid.delete(seat);
  }

  killHub(): Promise<void> {
    return this.#hub.kill();
  }

  async startHub(): Promise<void> {
    this.#hub = startHub(this.#hubStart);
    await this.#hub.waitStarted();
  }

  /** While it runs, by its own command. */
  backUp(): Promise<void> {
    return backUpHub(this.#hubStart.dir, join(this.#folder, 'backup.db'));
  }

  /** The backup takes the place of the store, which is kept to be looked at. */
  async restore(): Promise<void> {
    await this.killHub();
    const aside = join(this.#folder, `lost-${this.#lost.length}.db`);
    for (const end of ['', '-wal', '-shm']) {
      const file = `${join(this.#hubStart.dir, 'hub.db')}${end}`;
      if (existsSync(file)) renameSync(file, `${aside}${end}`);
    }
    this.#lost.push(readStore(aside));
    cpSync(join(this.#folder, 'backup.db'), join(this.#hubStart.dir, 'hub.db'));
    for (const { seats } of this.crews) for (const { seat } of seats) this.#unsaid.add(seat);
    await this.startHub();
  }

  work(on: boolean): void {
    for (const crew of this.crews) crew.work(on);
  }

  /** Resolves when nothing is under way any more: every outbox is empty of what waits, every seat is at the head. */
  async quiet(deadlineMs: number): Promise<void> {
    let last = '';
    await until(
      'the room is quiet',
      async () => {
        const { seq, relayed } = await this.#health();
        const stands = (await Promise.all(this.crews.map((crew) => crew.stand()))).flat();
        const busy = stands.filter((one) => one.hub !== 'up' || one.pending > 0 || one.lastSeq !== seq);
        last = `${busy.length} are not at ${seq} (${relayed} relayed): ${JSON.stringify(busy.slice(0, 3))}`;
        await new Promise((resolve) => setTimeout(resolve, 300));
        return busy.length === 0 && relayed === seq;
      },
      deadlineMs,
    ).catch((error: Error) => {
      throw new Error(`${error.message}: ${last}`);
    });
  }

  async evidence(): Promise<Evidence> {
    return {
      hub: readStore(join(this.#hubStart.dir, 'hub.db')),
      lost: this.#lost,
      seats: (await Promise.all(this.crews.map((crew) => crew.words()))).flat(),
      kept: this.#kept,
      dismissed: this.#dismissed,
      trouble: this.#trouble,
      unsaid: [...this.#unsaid],
      away: this.#away,
      absentMs: ABSENT_S * 1_000,
    };
  }

  /** @param keep leaves its files, to be looked into */
  async close(keep: boolean): Promise<string> {
    await Promise.all(this.crews.map((crew) => crew.kill()));
    await this.#hub.kill();
    await Promise.all([...this.#lines.values(), this.hubLine].map((line) => line.close()));
    await this.broker.stop();
    if (!keep) rmSync(this.#folder, { recursive: true, force: true });
    return this.#folder;
  }

  async #health(): Promise<{ seq: number; relayed: number }> {
    const answer = await fetch(`${this.#hub.url}/health`);
    return (await answer.json()) as { seq: number; relayed: number };
  }

  #heard(message: FromCrew): void {
    if (message.type === 'kept') this.#kept.push(message);
    else if (message.type === 'dismissed') this.#dismissed.add(message.cmd);
    else if (message.type === 'restored') this.#unsaid.delete(message.seat);
    else if (message.type === 'trouble') this.#trouble.push(message.line);
  }
}
