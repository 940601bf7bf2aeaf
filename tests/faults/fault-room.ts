import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { type HubStart, startHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/until.ts';
import { type Crew, startCrew } from './crew.ts';
import type { FromCrew, KeptCommand, Stand } from './crew-messages.ts';
import { type Absence, heldBy } from './given-back.ts';
import { type HouseStore, type StoreKind, storeInFile, storeInPostgres } from './house-store.ts';
import { type Line, layLine } from './line.ts';
import { OBSERVER, type Observer, startObserver } from './observer.ts';
import type { Evidence, StoreWord } from './oracle.ts';
import { epochOf, Restores } from './restores.ts';
import { furnish, seatNames, staffOf } from './staff.ts';

export interface FaultRoomOptions {
  readonly seed: number;
  readonly crews: number;
  readonly seatsPerCrew: number;
  /** between two deeds of one operator, ms on average */
  readonly thinkMs: number;
  /** how far each seat's clock is ahead, ms */
  readonly clocks: readonly number[];
  readonly store: StoreKind;
  /** a defect, to see whether the oracle finds it: the hub that is killed has forgotten what it answered */
  readonly forgetful: boolean;
}

/** Where every seat has a disk of its own they may as well share the memory: a killed process loses nothing of it. */
const place = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

const ABSENT_S = 15;
/** By then an absence has been seen and its tickets are given back, on a machine with other work too. */
const GIVEN_BACK_MS = 120_000;

/** A room of real processes, and every way in which one of them may fail. */
export class FaultRoom {
  readonly #folder: string;
  readonly #hubStart: HubStart;
  readonly #store: HouseStore;
  readonly #forgetful: boolean;
  readonly broker: TestBroker;
  readonly hubLine: Line;
  readonly #lines = new Map<string, Line>();
  readonly crews: Crew[] = [];
  readonly #kept: KeptCommand[] = [];
  readonly #dismissed = new Set<string>();
  readonly #trouble: string[] = [];
  readonly #absences: Absence[] = [];
  readonly #lost: StoreWord[] = [];
  readonly #restores = new Restores();
  readonly #observer: Observer;
  /** one after another */
  readonly #hubs: TestHub[] = [];
  #hub: TestHub;

  private constructor(
    folder: string,
    broker: TestBroker,
    hubLine: Line,
    store: HouseStore,
    forgetful: boolean,
    hubStart: HubStart,
  ) {
    this.#folder = folder;
    this.broker = broker;
    this.hubLine = hubLine;
    this.#store = store;
    this.#forgetful = forgetful;
    this.#hubStart = hubStart;
    this.#observer = startObserver(broker.url, broker.secrets[OBSERVER.user] ?? '');
    this.#hub = this.#launchHub();
  }

  #launchHub(): TestHub {
    const { config, ...start } = this.#hubStart;
    const hub = startHub({ ...start, config: { ...config, store: this.#store.name } });
    this.#hubs.push(hub);
    return hub;
  }

  static async open(options: FaultRoomOptions): Promise<FaultRoom> {
    const { seed, crews, seatsPerCrew, thinkMs, clocks } = options;
    const folder = mkdtempSync(join(place(), 'vigie-faults-'));
    const seats = seatNames(crews * seatsPerCrew);
    const broker = await startBroker({ seats, users: [OBSERVER.user], acl: OBSERVER.acl });
    const hubLine = await layLine(broker.port);
    const people = staffOf(seats);
    const dir = join(folder, 'hub');
    const store = options.store === 'sqlite' ? storeInFile(dir) : await storeInPostgres();
    const room = new FaultRoom(folder, broker, hubLine, store, options.forgetful, {
      brokerUrl: hubLine.url,
      ...(broker.secrets.hub === undefined ? {} : { password: broker.secrets.hub }),
      dir,
      people,
      config: { desk: { absentAfterSeconds: ABSENT_S } },
    });
    await room.#hub.waitReady();
    const started = Array.from({ length: crews }, async (_, crew) => {
      const own = seats.slice(crew * seatsPerCrew, (crew + 1) * seatsPerCrew);
      const crewSeats = own.map(async (seat, n) => {
        const line = await layLine(broker.port);
        room.#lines.set(seat, line);
        const at = { brokerUrl: line.url, secret: broker.secrets[seat] ?? '', folder: join(folder, seat) };
        return furnish(seat, at, people, clocks[crew * seatsPerCrew + n]);
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

  /** kill -9 of all seats of a crew. */
  async killCrew(crew: Crew): Promise<void> {
    await crew.kill();
    // It may have been said to nobody any more.
    this.#restores.excuse(crew.seats);
  }

  killHub(): Promise<void> {
    return this.#hub.kill();
  }

  async startHub(): Promise<void> {
    if (this.#forgetful) await this.#store.forgetCommands();
    this.#hub = this.#launchHub();
    await this.#hub.waitStarted();
  }

  /** While it runs, by its own command. */
  backUp(): Promise<void> {
    return this.#store.backUp();
  }

  /** The backup takes the place of the store, which is kept to be looked at. */
  async restore(): Promise<void> {
    await this.killHub();
    this.#lost.push(await this.#store.restore());
    this.#restores.begun(this.crews.flatMap(({ seats }) => seats));
    await this.startHub();
    this.#restores.is((await this.#health()).epoch);
  }

  /** What goes is the server that the store is on. */
  killStore(signal: 'SIGKILL' | 'SIGQUIT'): Promise<void> {
    return this.#server.kill(signal);
  }

  startStore(): Promise<void> {
    return this.#server.restart();
  }

  get #server() {
    const { server } = this.#store;
    if (server === undefined) throw new RangeError('this store has no server');
    return server;
  }

  /** A whole crew is gone until the rule has given its tickets back, while the others work; then it comes again. */
  async absence(crew: Crew): Promise<void> {
    const others = this.crews.filter((one) => one !== crew);
    await this.#stand('the others are there', others, ({ hub }) => hub === 'up', GIVEN_BACK_MS);
    const seats = crew.seats.map(({ seat }) => seat);
    await this.killCrew(crew);
    const from = Date.now();
    const given = async () => heldBy(seats, (await this.#store.read()).tickets).length === 0;
    // What is not given back is for the oracle to find.
    await until('the absent seats hold nothing', given, GIVEN_BACK_MS).catch(() => {});
    const held = heldBy(seats, (await this.#store.read()).tickets);
    this.#absences.push({ seats, from, to: Date.now(), held });
    await crew.restart();
  }

  work(on: boolean): void {
    for (const crew of this.crews) crew.work(on);
  }

  /**
   * Resolves when nothing is under way any more: every outbox is empty of what waits, every seat is at the head.
   * @param patienceMs how long nothing at all may change meanwhile: a machine with other work too is slow, not wrong
   */
  async quiet(patienceMs: number): Promise<void> {
    let seq = -1;
    let relayed = -1;
    await this.#stand(
      'the room is quiet',
      this.crews,
      (one) => one.hub === 'up' && one.pending === 0 && one.lastSeq === seq && relayed === seq,
      patienceMs,
      async () => {
        ({ seq, relayed } = await this.#health());
        return { seq, relayed };
      },
    );
  }

  async #stand(
    what: string,
    crews: readonly Crew[],
    isSo: (one: Stand) => boolean,
    patienceMs: number,
    first: () => Promise<unknown> = async () => {},
  ): Promise<void> {
    let last = '';
    let changedAt = Date.now();
    for (;;) {
      const known = await first();
      const stands = (await Promise.all(crews.map((crew) => crew.stand()))).flat();
      const busy = stands.filter((one) => !isSo(one));
      if (busy.length === 0) return;
      const now = JSON.stringify([known, busy]);
      if (now !== last) changedAt = Date.now();
      last = now;
      if (Date.now() - changedAt > patienceMs)
        throw new Error(`nothing has changed for ${patienceMs} ms before ${what}: ${now.slice(0, 600)}`);
      await wait(1_000);
    }
  }

  async evidence(): Promise<Evidence> {
    // Seats first: what one leaves to the supervisors in between is at the hub by then, not at neither of them.
    const seats = (await Promise.all(this.crews.map((crew) => crew.words()))).flat();
    return {
      hub: await this.#store.read(),
      lost: this.#lost,
      seats,
      kept: this.#kept,
      dismissed: this.#dismissed,
      trouble: this.#trouble,
      unsaid: this.#restores.unsaid(),
      heard: this.#observer.heard,
      absences: this.#absences,
      absentMs: ABSENT_S * 1_000,
    };
  }

  /** Writes down beside its files what it was judged by, and what its hubs have logged. */
  leave(evidence: Evidence): void {
    const said = { ...evidence, dismissed: [...evidence.dismissed] };
    writeFileSync(join(this.#folder, 'evidence.json'), JSON.stringify(said, undefined, 1));
    writeFileSync(join(this.#folder, 'hub.log'), this.#hubs.flatMap(({ logLines }) => logLines).join('\n'));
  }

  /** @param keep leaves its files, to be looked into */
  async close(keep: boolean): Promise<string> {
    await Promise.all(this.crews.map((crew) => crew.kill()));
    await this.#hub.kill();
    await this.#observer.close();
    await Promise.all([...this.#lines.values(), this.hubLine].map((line) => line.close()));
    await this.broker.stop();
    await this.#store.close();
    if (!keep) rmSync(this.#folder, { recursive: true, force: true });
    return this.#folder;
  }

  async #health(): Promise<{ seq: number; relayed: number; epoch: string }> {
    const answer = await fetch(`${this.#hub.url}/health`);
    return (await answer.json()) as { seq: number; relayed: number; epoch: string };
  }

  #heard(message: FromCrew): void {
    if (message.type === 'kept') this.#kept.push(message);
    else if (message.type === 'dismissing') this.#dismissed.add(message.cmd);
    else if (message.type === 'restored')
      this.#restores.said(message.seat, epochOf(join(this.#folder, message.seat)));
    else if (message.type === 'trouble') this.#trouble.push(message.line);
  }
}
