import { Soon } from '../../node/soon.ts';
import { type RoomUnit, withoutPlace } from '../../shared/unit/model.ts';
import {
  type Identified,
  ROOM_KINDS,
  type RoomDataChange,
  type RoomKind,
  type RoomValue,
  schemaOf,
} from '../../shared/wire/room-data.ts';
import { idsOf, topics } from '../../shared/wire/topic.ts';
import { hearListing } from '../link/listing.ts';
import type { Room } from '../link/room.ts';
import type { RoomDataStore } from './room-data-store.ts';

/** Windows are told of a burst together, of a flood some times a second. */
const TELL_MS = 100;

interface RoomDataOptions {
  readonly room: Room;
  readonly store: RoomDataStore;
  /** whether who sits here may see where units are: windows are told of no place before */
  readonly mayLocate: () => boolean;
  readonly onChange: (change: RoomDataChange) => void;
}

/**
 * Where people at work are or were is kept in memory only: a disk would remember it when they have gone home. Without the
 * hub a seat that starts anew does not know where units are, and proposes none by a place that is long past.
 */
const asKept = (kind: RoomKind, value: Identified): Identified =>
  kind === 'unit' ? withoutPlace(value as RoomUnit) : value;

/** What the hub retains for seats, checked, and kept for when the hub is away: the latest value of each id. */
export class RoomData {
  readonly #room: Room;
  readonly #store: RoomDataStore;
  readonly #onChange: RoomDataOptions['onChange'];
  readonly #mayLocate: RoomDataOptions['mayLocate'];
  readonly #values = new Map<RoomKind, Map<string, Identified>>();
  /** what this connection has told of: it is there, whatever a listing says that may be older */
  readonly #heard = new Map<RoomKind, Set<string>>();
  readonly #changed = new Map<RoomKind, Set<string>>();
  readonly #tell = new Soon(() => this.#push(), { gapMs: TELL_MS });
  readonly #unlisten: readonly (() => void)[];

  constructor({ room, store, mayLocate, onChange }: RoomDataOptions) {
    this.#room = room;
    this.#store = store;
    this.#onChange = onChange;
    this.#mayLocate = mayLocate;
    // Kept by an older version, perhaps: what this one can't read comes again from the hub.
    for (const kind of ROOM_KINDS)
      this.#values.set(
        kind,
        new Map(
          store.read(kind).flatMap(([id, kept]) => {
            const { success, data } = schemaOf(kind).safeParse(kept);
            return success ? [[id, asKept(kind, data)] as const] : [];
          }),
        ),
      );
    this.#unlisten = ROOM_KINDS.flatMap((kind) => [
      room.listen(`${topics.data(kind, '')}+`, 1, (topic, payload) => this.#hear(kind, topic, payload)),
      hearListing(room, kind, (listed) => this.#keepOnly(kind, listed)),
    ]).concat(room.onLost(() => this.#heard.clear()));
  }

  close(): void {
    this.#tell.close();
    for (const unlisten of this.#unlisten) unlisten();
  }

  get<K extends RoomKind>(kind: K, id: string): RoomValue<K> | undefined {
    return this.#of(kind).get(id) as RoomValue<K> | undefined;
  }

  all<K extends RoomKind>(kind: K): readonly RoomValue<K>[] {
    return [...this.#of(kind).values()] as RoomValue<K>[];
  }

  /** All that is known, as a change from nothing. */
  snapshot(): readonly RoomDataChange[] {
    return ROOM_KINDS.map((kind) => ({
      kind,
      upserts: [...this.#of(kind).values()].map((value) => this.#asShown(kind, value)),
      removed: [],
    }));
  }

  /** Somebody else sits here: windows are told anew of what the right to it decides. */
  rightsChanged(): void {
    for (const id of this.#of('unit').keys()) this.#note('unit', id);
  }

  #asShown = (kind: RoomKind, value: Identified): Identified =>
    this.#mayLocate() ? value : asKept(kind, value);

  #of(kind: RoomKind): Map<string, Identified> {
    return this.#values.get(kind)!;
  }

  #hear(kind: RoomKind, topic: string, payload: unknown): void {
    const [id] = idsOf(`${topics.data(kind, '')}+`, topic) ?? [];
    if (payload === undefined) return void this.#remove(kind, id ?? '');
    const value = this.#room.parse(topic, schemaOf(kind), payload);
    if (value === undefined) return;
    if (value.id !== id) return void this.#room.reject(topic, 'id', "a value on another's topic", 'id');
    this.#of(kind).set(id, value);
    setOf(this.#heard, kind).add(id);
    this.#store.save(kind, id, asKept(kind, value));
    this.#note(kind, id);
  }

  #keepOnly(kind: RoomKind, listed: ReadonlySet<string>): void {
    const heard = setOf(this.#heard, kind);
    for (const id of this.#of(kind).keys()) if (!listed.has(id) && !heard.has(id)) this.#remove(kind, id);
  }

  #remove(kind: RoomKind, id: string): void {
    setOf(this.#heard, kind).delete(id);
    if (!this.#of(kind).delete(id)) return;
    this.#store.remove(kind, id);
    this.#note(kind, id);
  }

  #note(kind: RoomKind, id: string): void {
    setOf(this.#changed, kind).add(id);
    this.#tell.ask();
  }

  #push(): void {
    for (const [kind, ids] of this.#changed) {
      const values = this.#of(kind);
      const known = [...ids].flatMap((id) => values.get(id) ?? []);
      const upserts = known.map((value) => this.#asShown(kind, value));
      const removed = [...ids].filter((id) => !values.has(id));
      this.#onChange({ kind, upserts, removed });
    }
    this.#changed.clear();
  }
}

function setOf(sets: Map<RoomKind, Set<string>>, kind: RoomKind): Set<string> {
  const set = sets.get(kind) ?? new Set();
  sets.set(kind, set);
  return set;
}
