import { v7 as uuid } from 'uuid';
import type { Database } from '../../node/sqlite/open.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { SessionView } from '../../shared/ipc/model.ts';
import type { Command } from '../../shared/wire/command.ts';
import type { CommandReply, SessionState } from '../../shared/wire/reply.ts';
import { type Instant, instant, later } from '../../shared/wire/time.ts';
import type { Disk } from '../disk/disk.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { People } from './people.ts';
import { type Kept, SessionStore } from './session-store.ts';

const ANSWER_MS = 5_000;

export interface SessionOptions {
  readonly db: Database;
  readonly disk: Disk;
  readonly letters: Correspondence;
  readonly people: People;
  readonly hubUp: () => boolean;
  /** sessions of commands that the hub has not answered yet, each with when its last one was made */
  readonly unheard: () => ReadonlyMap<string, Instant>;
  readonly onChange: () => void;
  /** the hub is there and has still to be told of a session */
  readonly onUntold: () => void;
  /** the hub will not have a session that was opened here: its commands stay, and are the hub's to judge */
  readonly onRefused: (session: SessionState, code: string) => void;
  /** the hub has ended the session that was open here: somebody has to sign in again */
  readonly onOver: (session: SessionState) => void;
  readonly now: () => number;
}

type SessionOp = Extract<Command, { op: `session.${string}` }>['op'];

/**
 * Who works at this seat. The hub opens sessions; while it is away the seat opens them for the people it knows, and
 * the hub adopts them, in order and before any command, when it is back. They survive a restart of the seat engine.
 */
export class Session {
  readonly #on: SessionOptions;
  readonly #store: SessionStore;
  /** How many times the hub's store was another one: what an earlier one has answered the next may not know. */
  #hubStores = 0;
  #introducing: Promise<boolean> | undefined;

  constructor(options: SessionOptions) {
    this.#on = options;
    this.#store = new SessionStore(options.db, options.disk);
  }

  current(): SessionState | undefined {
    return this.#store.current()?.state;
  }

  /** Opened on this seat alone; the hub doesn't know it yet. */
  get offline(): boolean {
    return this.#store.current()?.known === false;
  }

  view(): SessionView {
    const session = this.current();
    const people = [...this.#on.people.all()];
    return { people, offline: this.offline, ...(session === undefined ? {} : { session }) };
  }

  /** So that nobody has to sign in again when the engine starts anew on that file. */
  carryTo(db: Database): void {
    this.#store.carryTo(db);
  }

  /** `proof` goes to the hub and nowhere else. */
  async open(person: string, proof: string): Promise<{ ok: boolean; code: string }> {
    const session = uuid() as SessionId;
    // It ends the session before: not before what was done in that one, though the clock was set back since.
    const openedAt = [...this.#on.unheard().values()].reduce(later, instant(this.#on.now()));
    const reply = this.#on.hubUp()
      ? await this.#tell('session.open', { session, person, proof }, openedAt)
      : undefined;
    if (reply !== undefined) {
      if (reply.session === undefined) return { ok: false, code: reply.code };
      this.#store.open(reply.session, true);
      this.#tidy();
      this.#on.onChange();
      if (this.#store.untold() !== undefined) this.#on.onUntold();
      return { ok: true, code: reply.code };
    }
    const known = this.#on.people.get(person);
    if (known === undefined) return { ok: false, code: 'NOT_FOUND' };
    // Where only the answer was lost the hub has it already, by the same name.
    this.#store.open({ session, person: known, role: known.role, openedAt, assurance: 'declared' }, false);
    this.#on.onChange();
    if (this.#on.hubUp()) this.#on.onUntold();
    return { ok: true, code: 'OK' };
  }

  /** Ends acting here; what was done before is still recorded. */
  async end(): Promise<void> {
    if (!this.#endCurrent()) return;
    this.#on.onChange();
    if (this.#on.hubUp() && !(await this.introduce())) this.#on.onUntold();
  }

  /** Not before what was done in it, though the clock was set back since. @returns whether one was open */
  #endCurrent(): boolean {
    const last = this.#on.unheard().get(this.current()?.session ?? '');
    const now = instant(this.#on.now());
    return this.#store.end(last === undefined ? now : later(now, last));
  }

  /** The hub will have no command of a session any more; another that was opened since goes on. */
  over(id: string): void {
    const current = this.#store.current();
    if (current?.state.session !== id || !current.known) return;
    // Kept while commands of it wait: the hub's store may be another one soon, which has to hear of it.
    this.#endCurrent();
    this.#over(id);
    this.#on.onOver(current.state);
    this.#on.onChange();
  }

  /** The hub's store is another than before: it may know nothing of this seat's sessions. */
  reintroduce(): void {
    this.#hubStores += 1;
    this.#store.forgetKnown();
    this.#on.onChange();
  }

  /** Tells the hub all of this seat's sessions that it doesn't know. @returns whether commands may follow */
  introduce(): Promise<boolean> {
    this.#introducing ??= this.#introduceAll().finally(() => {
      this.#introducing = undefined;
    });
    return this.#introducing;
  }

  async #introduceAll(): Promise<boolean> {
    this.#tidy();
    for (let next = this.#store.untold(); next !== undefined; next = this.#store.untold()) {
      const answered = next.known ? await this.#close(next) : await this.#adopt(next);
      if (!answered) return false;
    }
    return true;
  }

  async #adopt({ state, endedAt }: Kept): Promise<boolean> {
    const { session, person, openedAt } = state;
    const over = endedAt === undefined ? {} : { endedAt };
    // A clock that was set back since must not make it a session of the future.
    const madeAt = later(instant(this.#on.now()), openedAt);
    const args = { session, person: person.id, openedAt, ...over };
    const reply = await this.#tell('session.adopt', args, madeAt);
    if (reply === undefined) return false;
    if (!reply.ok) {
      this.#store.forget(session);
      this.#on.onRefused(state, reply.code);
    } else if (endedAt !== undefined) this.#over(session);
    else this.#store.adopted(session, reply.session ?? state);
    this.#on.onChange();
    return true;
  }

  /** Whatever the hub answers, there is nothing more to say of it. */
  async #close({ state: { session }, endedAt }: Kept): Promise<boolean> {
    const madeAt = endedAt ?? instant(this.#on.now());
    if ((await this.#tell('session.close', { session }, madeAt)) === undefined) return false;
    this.#over(session);
    return true;
  }

  #over(session: string): void {
    this.#store.told(session);
    this.#tidy();
  }

  /** A session is needed for as long as commands of it wait: the hub that hears them may be one with another store. */
  #tidy(): void {
    const unheard = this.#on.unheard();
    this.#store.tidy((session) => unheard.has(session));
  }

  /** @returns undefined where the hub did not answer, or can't now, or has another store by now than when it did */
  async #tell(op: SessionOp, args: object, madeAt: Instant): Promise<CommandReply | undefined> {
    const cmd = uuid();
    const asked = this.#hubStores;
    const reply = await this.#on.letters.ask('command', cmd, { v: 1, cmd, op, args, madeAt }, ANSWER_MS);
    if (asked !== this.#hubStores) return undefined;
    return reply !== undefined && 'cmd' in reply && reply.code !== 'RETRY' ? reply : undefined;
  }
}
