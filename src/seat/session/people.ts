import type { Database } from '../../node/sqlite/open.ts';
import { Person } from '../../shared/rights/model.ts';
import { idsOf, topics } from '../../shared/wire/topic.ts';
import type { Disk } from '../disk/disk.ts';
import { readOwn } from '../disk/read-own.ts';
import { hearListing } from '../link/listing.ts';
import type { Room } from '../link/room.ts';

/** Other room data has readers of its own. */
const FILTER = `${topics.data('person', '')}+`;

/** The people of the room with their rights, from the hub's retained data; kept for when the hub is away. */
export class People {
  readonly #db: Database;
  readonly #disk: Disk;
  readonly #room: Room;
  readonly #onChange: () => void;
  /** each with its text, so that one that comes again unchanged costs no write */
  readonly #people = new Map<string, { readonly person: Person; readonly body: string }>();
  readonly #unlisten: readonly (() => void)[];

  constructor({ db, disk, room, onChange }: { db: Database; disk: Disk; room: Room; onChange: () => void }) {
    this.#db = db;
    this.#disk = disk;
    this.#room = room;
    this.#onChange = onChange;
    for (const { body } of db.prepare<[], { body: string }>('SELECT body FROM person').all()) {
      const person = readOwn<Person>(body);
      if (person !== undefined) this.#people.set(person.id, { person, body });
    }
    this.#unlisten = [
      room.listen(FILTER, 1, (topic, payload) => this.#hear(topic, payload)),
      hearListing(room, 'person', (listed) => this.#keepOnly(listed)),
    ];
  }

  close(): void {
    for (const unlisten of this.#unlisten) unlisten();
  }

  get(id: string): Person | undefined {
    return this.#people.get(id)?.person;
  }

  /** By name, as they are read. */
  all(): readonly Person[] {
    return [...this.#people.values()]
      .map(({ person }) => person)
      .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  }

  #hear(topic: string, payload: unknown): void {
    const [id] = idsOf(FILTER, topic) ?? [];
    if (payload === undefined) return void this.#remove(id ?? '');
    const person = this.#room.parse(topic, Person, payload);
    if (person === undefined) return;
    if (person.id !== id) {
      this.#room.reject(topic, 'id', "a person on another's topic", 'id');
      return;
    }
    const body = JSON.stringify(person);
    if (this.#people.get(id)?.body === body) return;
    this.#people.set(id, { person, body });
    this.#disk.attempt(() => this.#db.prepare('INSERT OR REPLACE INTO person VALUES (?, ?)').run(id, body));
    this.#onChange();
  }

  #keepOnly(listed: ReadonlySet<string>): void {
    for (const id of this.#people.keys()) if (!listed.has(id)) this.#remove(id);
  }

  #remove(id: string): void {
    if (!this.#people.delete(id)) return;
    this.#disk.attempt(() => this.#db.prepare('DELETE FROM person WHERE id = ?').run(id));
    this.#onChange();
  }
}
