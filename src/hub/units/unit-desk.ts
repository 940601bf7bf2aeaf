import { v7 } from 'uuid';
import { type CommandId, type UnitId, UnitId as UnitIdSchema } from '../../shared/ids.ts';
import { UnitAnswer, UnitReport } from '../../shared/unit/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { filters } from '../../shared/wire/topic.ts';
import { every } from '../edge/every.ts';
import type { Inbox, Letter } from '../edge/inbox.ts';
import { Lane } from '../edge/lane.ts';
import type { RoomData } from '../edge/room-data.ts';
import { type Answer, takeAnswer } from './answers.ts';
import { Roster } from './roster.ts';
import { Teller, type TellerOptions } from './teller.ts';

export interface UnitDeskOptions extends TellerOptions {
  readonly data: Pick<RoomData, 'put' | 'remove'>;
  readonly failed: (error: unknown, what: string) => void;
}

const TICK_MS = 1_000;
const KEEP_MS = 15_000;
/** Answers that wait for the store; a fleet says its latest ones again in its reports. */
const MOST_WAITING = 500;
/** What each unit may send. One that moves reports every other second, a burst of answers beside. */
const DOOR = { qos: 1, maxBytes: 16 * 1024, quota: { perSecond: 3, burst: 30 } } as const;

/** All of the hub that has to do with field units: where they are, what they are told, what they answer. */
export class UnitDesk {
  readonly #on: UnitDeskOptions;
  readonly #roster: Roster;
  readonly #teller: Teller;
  readonly #lane = new Lane(1);
  /** the latest answer of each unit to each order that was dealt with: reports repeat them every other second */
  readonly #dealtWith = new Map<UnitId, Map<string, string>>();
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #stops: readonly (() => Promise<void>)[] = [];

  private constructor(options: UnitDeskOptions, roster: Roster) {
    this.#on = options;
    this.#roster = roster;
    this.#teller = new Teller(options);
  }

  /** @throws StorageError */
  static async create(options: UnitDeskOptions): Promise<UnitDesk> {
    return new UnitDesk(options, await Roster.create(options.store, options.data));
  }

  get size(): number {
    return this.#roster.size;
  }

  readonly knows = (id: UnitId): boolean => this.#roster.knows(id);

  start(inbox: Inbox): void {
    inbox.messages(filters.unitStates, UnitReport, DOOR, (report, letter) => {
      if (report.id !== letter.from)
        return inbox.reject(letter.topic, 'mismatch', 'the topic is of another unit', letter.facts.at, 'id');
      if (this.#roster.hear(report, this.#on.now()) === 'future')
        return inbox.reject(letter.topic, 'future', 'reported ahead of this clock', letter.facts.at, 'at');
      for (const answer of report.answers ?? []) this.#answer(inbox, letter, report.id, answer);
    });
    inbox.messages(filters.unitAnswers, UnitAnswer, DOOR, ({ v: _, ...answer }, letter) => {
      const unit = UnitIdSchema.safeParse(letter.from);
      if (unit.success) this.#answer(inbox, letter, unit.data, answer);
      else inbox.reject(letter.topic, 'unit', 'no unit can be called that', letter.facts.at);
    });
    this.#stops = [
      every(
        TICK_MS,
        () => this.#tick(),
        (error) => this.#on.failed(error, 'units'),
      ),
      every(
        KEEP_MS,
        () => this.#roster.keep(),
        (error) => this.#on.failed(error, 'units'),
      ),
    ];
  }

  /** Something was committed: there may be somebody to tell. */
  wake(): void {
    this.#lookAgain = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
  }

  async stop(): Promise<void> {
    for (const stop of this.#stops) await stop();
    await this.#looking;
    await this.#roster.keep();
  }

  async #tick(): Promise<void> {
    this.#roster.tick(this.#on.now());
    this.wake();
    await this.#looking;
  }

  async #look(): Promise<void> {
    while (this.#lookAgain) {
      this.#lookAgain = false;
      try {
        await this.#teller.look();
      } catch (error) {
        this.#on.failed(error, 'units');
      }
    }
  }

  #answer(inbox: Inbox, { topic, facts }: Letter, unit: UnitId, answer: Answer): void {
    const dealtWith = this.#dealtWith.get(unit) ?? new Map<string, string>();
    if (dealtWith.get(answer.cmd) === answer.answer) return;
    if (this.#lane.waiting >= MOST_WAITING)
      return void inbox.reject(topic, 'busy', 'too many answers wait for the store', facts.at);
    this.#dealtWith.set(unit, dealtWith.set(answer.cmd, answer.answer));
    const [oldest] = dealtWith.keys();
    if (dealtWith.size > 100 && oldest !== undefined) dealtWith.delete(oldest);
    void this.#lane.run(() => this.#take(unit, answer));
  }

  async #take(unit: UnitId, answer: Answer): Promise<void> {
    const { store, now, committed, failed } = this.#on;
    try {
      const [at, newCmd] = [instant(now()), v7() as CommandId];
      const outcome = await store.write((work) => takeAnswer(work, unit, answer, at, newCmd));
      if (outcome !== 'repeated') committed();
    } catch (error) {
      // Not kept: it counts again when the fleet repeats it.
      this.#dealtWith.get(unit)?.delete(answer.cmd);
      failed(error, 'units');
    }
  }
}
