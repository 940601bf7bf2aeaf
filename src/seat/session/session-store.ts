import type { Database } from '../../node/sqlite/open.ts';
import type { SessionState } from '../../shared/wire/reply.ts';
import { type Instant, later } from '../../shared/wire/time.ts';
import type { Disk } from '../disk/disk.ts';
import { readOwn } from '../disk/read-own.ts';

/** A session of this seat that is open, or of which the hub has still to hear. */
export interface Kept {
  readonly state: SessionState;
  /** the hub has opened or adopted it */
  readonly known: boolean;
  readonly endedAt?: Instant;
  /** the hub has heard that it is over; kept for the commands of it that the hub has still to hear */
  readonly told?: true;
}

const KEY = 'sessions';

/**
 * This seat's sessions on disk (desk.db), oldest first; at most the last one is open. Work goes on where the disk
 * refuses: the session then lasts until the seat engine ends.
 */
export class SessionStore {
  readonly #db: Database;
  readonly #disk: Disk;
  #all: readonly Kept[];

  constructor(db: Database, disk: Disk) {
    this.#db = db;
    this.#disk = disk;
    const row = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(KEY);
    this.#all = (row === undefined ? undefined : readOwn<readonly Kept[]>(row.value)) ?? [];
  }

  current(): Kept | undefined {
    const last = this.#all.at(-1);
    return last?.endedAt === undefined ? last : undefined;
  }

  /** The first that the hub doesn't know, or doesn't know to be over. */
  untold(): Kept | undefined {
    return this.#all.find(({ known, endedAt, told }) => !known || (endedAt !== undefined && !told));
  }

  /** Opens a session; it ends the one that was open, which the hub does by itself where it knows both. */
  open(state: SessionState, known: boolean): void {
    const before = this.current();
    const settled = known && before?.known === true;
    const rest = this.#endLast(state.openedAt).map((kept) =>
      settled && kept.state.session === before.state.session ? { ...kept, told: true as const } : kept,
    );
    this.#set([...rest, { state, known }]);
  }

  /** @returns whether one was open */
  end(at: Instant): boolean {
    if (this.current() === undefined) return false;
    this.#set(this.#endLast(at));
    return true;
  }

  adopted(session: string, state: SessionState): void {
    this.#set(
      this.#all.map((kept) => (kept.state.session === session ? { ...kept, state, known: true } : kept)),
    );
  }

  /** The hub knows of this one, and that it is over. */
  told(session: string): void {
    this.#set(
      this.#all.map((kept) => (kept.state.session === session ? { ...kept, known: true, told: true } : kept)),
    );
  }

  forget(session: string): void {
    this.#set(this.#all.filter(({ state }) => state.session !== session));
  }

  /** Those that are over and told, but for those of which `needed` says that something is still to come. */
  tidy(needed: (session: string) => boolean): void {
    const left = this.#all.filter(({ state, told }) => !told || needed(state.session));
    if (left.length < this.#all.length) this.#set(left);
  }

  /** The hub's store is another one: it knows none of them. */
  forgetKnown(): void {
    this.#set(this.#all.map(({ told: _, ...kept }) => ({ ...kept, known: false })));
  }

  #endLast(at: Instant): readonly Kept[] {
    const last = this.current();
    if (last === undefined) return this.#all;
    return [...this.#all.slice(0, -1), { ...last, endedAt: later(at, last.state.openedAt) }];
  }

  /** Writes them into another file. @throws where the disk refuses */
  carryTo(db: Database): void {
    db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(KEY, JSON.stringify(this.#all));
  }

  #set(all: readonly Kept[]): void {
    this.#all = all;
    this.#disk.attempt(() => this.carryTo(this.#db));
  }
}
