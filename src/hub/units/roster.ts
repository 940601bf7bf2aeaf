import type { UnitId } from '../../shared/ids.ts';
import { RoomUnit, type UnitReport } from '../../shared/unit/model.ts';
import { millis } from '../../shared/wire/time.ts';
import type { RoomData } from '../edge/room-data.ts';
import type { Store } from '../store/store.ts';

/** Seats hear of a unit that moves at most this often, ms. */
const TELL_MS = 2_000;
/** A fleet's clock may be ahead by so much, ms. */
const AHEAD_MS = 60_000;
/** Who has not reported itself for this long is no unit of this room any more, ms. */
const FORGET_MS = 24 * 3_600_000;

interface Known {
  readonly unit: RoomUnit;
  /** when seats were told of it last, ms */
  toldAt: number;
  told: boolean;
  kept: boolean;
}

/** Where and how units are, as they last said: in memory, told to seats at a measured pace, kept now and then. */
export class Roster {
  readonly #store: Store;
  readonly #data: Pick<RoomData, 'put' | 'remove'>;
  readonly #units = new Map<UnitId, Known>();

  private constructor(store: Store, data: Pick<RoomData, 'put' | 'remove'>) {
    this.#store = store;
    this.#data = data;
  }

  /** Begins with the units that the store knows. @throws StorageError */
  static async create(store: Store, data: Pick<RoomData, 'put' | 'remove'>): Promise<Roster> {
    const roster = new Roster(store, data);
    for (const { json } of await store.db.selectFrom('unit').select('json').execute()) {
      const unit = RoomUnit.parse(JSON.parse(json));
      roster.#units.set(unit.id, { unit, toldAt: 0, told: true, kept: true });
      data.put('unit', unit);
    }
    return roster;
  }

  get size(): number {
    return this.#units.size;
  }

  knows(id: UnitId): boolean {
    return this.#units.has(id);
  }

  /**
   * Takes a report that is later than the one known.
   * @returns 'future' where its clock runs ahead: it would stand against every later one
   */
  hear({ answers: _, ...unit }: UnitReport, now: number): 'taken' | 'old' | 'future' {
    const at = millis(unit.at);
    if (at > now + AHEAD_MS) return 'future';
    const before = this.#units.get(unit.id);
    if (now - at > FORGET_MS || (before !== undefined && at <= millis(before.unit.at))) return 'old';
    const known = { unit, toldAt: before?.toldAt ?? 0, told: false, kept: false };
    this.#units.set(unit.id, known);
    if (before === undefined || before.unit.status !== unit.status || now - known.toldAt >= TELL_MS)
      this.#tell(known, now);
    return 'taken';
  }

  /** Tells seats what waits for its turn, and forgets who has been silent for a day. */
  tick(now: number): void {
    for (const [id, known] of this.#units) {
      if (now - millis(known.unit.at) > FORGET_MS) {
        this.#units.delete(id);
        this.#data.remove('unit', id);
      } else if (!known.told && now - known.toldAt >= TELL_MS) this.#tell(known, now);
    }
  }

  /** Writes what has changed, in one transaction: after a restart units are known before they speak. */
  async keep(): Promise<void> {
    const changed = [...this.#units.values()].filter(({ kept }) => !kept);
    if (changed.length === 0) return;
    await this.#store.write(async ({ tx }) => {
      for (const { unit } of changed) {
        const row = { id: unit.id, json: JSON.stringify(unit) };
        await tx
          .insertInto('unit')
          .values(row)
          .onConflict((oc) => oc.column('id').doUpdateSet({ json: row.json }))
          .execute();
      }
      await tx
        .deleteFrom('unit')
        .where('id', 'not in', [...this.#units.keys()])
        .execute();
    });
    for (const known of changed) known.kept = true;
  }

  #tell(known: Known, now: number): void {
    this.#data.put('unit', known.unit);
    known.toldAt = now;
    known.told = true;
  }
}
