import { v7 as uuid } from 'uuid';
import type { Database } from '../../node/sqlite/open.ts';
import type { PersonId, SessionId } from '../../shared/ids.ts';
import type { SessionView } from '../../shared/ipc/model.ts';
import { Person } from '../../shared/rights/model.ts';
import { SessionState } from '../../shared/wire/reply.ts';
import { instant } from '../../shared/wire/time.ts';
import { filters, idsOf } from '../../shared/wire/topic.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Room } from '../link/room.ts';

const ANSWER_MS = 5_000;

export interface SessionOptions {
  readonly room: Room;
  readonly db: Database;
  readonly letters: Correspondence;
  readonly hubUp: () => boolean;
  readonly onChange: () => void;
  readonly now: () => number;
}

/**
 * Who works at this seat. The hub opens sessions; while it is away the seat opens one from the people it knows,
 * and the hub adopts it before anything else when it is back. It survives a restart of the seat engine.
 */
export class Session {
  readonly #on: SessionOptions;
  readonly #people = new Map<string, Person>();
  readonly #unlisten: () => void;
  #state: SessionState | undefined;
  #offline = false;

  constructor(options: SessionOptions) {
    this.#on = options;
    for (const { body } of options.db.prepare<[], { body: string }>('SELECT body FROM person').all())
      this.#hold(Person.parse(JSON.parse(body)));
    const kept = this.#meta('session');
    if (kept !== undefined) this.#state = SessionState.parse(JSON.parse(kept));
    this.#offline = this.#meta('sessionOffline') === '1';
    this.#unlisten = options.room.listen(filters.data, 1, (topic, payload) => this.#hear(topic, payload));
  }

  close(): void {
    this.#unlisten();
  }

  current(): SessionState | undefined {
    return this.#state;
  }

  /** Opened on this seat alone; the hub doesn't know it yet. */
  get offline(): boolean {
    return this.#offline;
  }

  view(): SessionView {
    const people = [...this.#people.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
    return { people, offline: this.#offline, ...(this.#state === undefined ? {} : { session: this.#state }) };
  }

  /** `proof` goes to the hub and nowhere else. */
  async open(person: string, proof: string): Promise<{ ok: boolean; code: string }> {
    const cmd = uuid();
    const madeAt = instant(this.#on.now());
    const letter = { v: 1, cmd, op: 'session.open', args: { person, proof }, madeAt };
    const reply = this.#on.hubUp()
      ? await this.#on.letters.ask('command', cmd, letter, ANSWER_MS)
      : undefined;
    if (reply !== undefined && 'cmd' in reply) {
      if (reply.session === undefined) return { ok: false, code: reply.code };
      this.#set(reply.session, false);
      return { ok: true, code: reply.code };
    }
    const known = this.#people.get(person);
    if (known === undefined) return { ok: false, code: 'NOT_FOUND' };
    const state: SessionState = {
      session: uuid() as SessionId,
      person: known,
      role: known.role,
      openedAt: madeAt,
      assurance: 'declared',
    };
    this.#set(state, true);
    return { ok: true, code: 'OK' };
  }

  /** Brings a session opened here to the hub. @returns whether commands may follow */
  async adopt(): Promise<boolean> {
    const state = this.#state;
    if (state === undefined || !this.#offline) return true;
    const cmd = uuid();
    const args = { session: state.session, person: state.person.id as PersonId, openedAt: state.openedAt };
    const letter = { v: 1, cmd, op: 'session.adopt', args, madeAt: instant(this.#on.now()) };
    const reply = await this.#on.letters.ask('command', cmd, letter, ANSWER_MS);
    if (reply === undefined || !('cmd' in reply) || !reply.ok) return false;
    this.#set(reply.session ?? state, false);
    return true;
  }

  /** Ends acting here; what was done before is still recorded. */
  async end(): Promise<void> {
    const state = this.#state;
    if (state === undefined) return;
    this.#set(undefined, false);
    const cmd = uuid();
    const letter = {
      v: 1,
      cmd,
      op: 'session.close',
      args: { session: state.session },
      madeAt: instant(this.#on.now()),
    };
    if (this.#on.hubUp()) await this.#on.letters.ask('command', cmd, letter, ANSWER_MS);
  }

  #hear(topic: string, payload: unknown): void {
    const [kind, id] = idsOf(filters.data, topic) ?? [];
    if (kind !== 'person' || id === undefined) return;
    if (payload === undefined) {
      this.#people.delete(id);
      this.#on.db.prepare('DELETE FROM person WHERE id = ?').run(id);
    } else {
      const person = this.#on.room.parse(topic, Person, payload);
      if (person === undefined) return;
      this.#hold(person);
      this.#on.db.prepare('INSERT OR REPLACE INTO person VALUES (?, ?)').run(id, JSON.stringify(person));
    }
    this.#on.onChange();
  }

  #hold(person: Person): void {
    this.#people.set(person.id, person);
  }

  #set(state: SessionState | undefined, offline: boolean): void {
    this.#state = state;
    this.#offline = offline;
    const write = this.#on.db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
    if (state === undefined) this.#on.db.prepare("DELETE FROM meta WHERE key = 'session'").run();
    else write.run('session', JSON.stringify(state));
    write.run('sessionOffline', offline ? '1' : '0');
    this.#on.onChange();
  }

  #meta(key: string): string | undefined {
    return this.#on.db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)
      ?.value;
  }
}
