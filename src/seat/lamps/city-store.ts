import type { Database } from '../../node/sqlite/open.ts';
import { Camera } from '../../shared/camera/model.ts';
import { Dictionary } from '../../shared/lamp/dictionary.ts';
import type { CityTable, District } from './city-table.ts';

/** The last known city on disk (city.db): shown at start before any network answers, marked with its age. */
export class CityStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Fills an empty table with what was known. */
  load(table: CityTable): void {
    const rows = this.#db
      .prepare<[], { dictionary: string; lamps: Buffer | null }>(
        'SELECT dictionary, lamps FROM district ORDER BY slot',
      )
      .all();
    for (const { dictionary, lamps } of rows) {
      const district = table.define(Dictionary.parse(JSON.parse(dictionary)));
      if (district !== undefined && lamps !== null) table.thaw(district, lamps);
    }
  }

  saveDictionary({ slot, dictionary }: District): void {
    this.#db
      .prepare(
        `INSERT INTO district (id, slot, dictionary) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET dictionary = excluded.dictionary, lamps = NULL`,
      )
      .run(dictionary.district, slot, JSON.stringify(dictionary));
  }

  /** Writes the districts that have changed since the last time. */
  saveLamps(table: CityTable): void {
    const update = this.#db.prepare('UPDATE district SET lamps = ? WHERE id = ?');
    this.#db.transaction(() => {
      for (const district of table.districts()) {
        if (!district.dirty) continue;
        update.run(table.freeze(district), district.dictionary.district);
        district.dirty = false;
      }
    })();
  }

  cameras(): readonly Camera[] {
    return this.#db
      .prepare<[], { body: string }>('SELECT body FROM camera')
      .all()
      .map(({ body }) => Camera.parse(JSON.parse(body)));
  }

  saveCamera(camera: Camera): void {
    this.#db.prepare('INSERT OR REPLACE INTO camera VALUES (?, ?)').run(camera.id, JSON.stringify(camera));
  }

  removeCamera(id: string): void {
    this.#db.prepare('DELETE FROM camera WHERE id = ?').run(id);
  }

  streets(): readonly (readonly [string, unknown])[] {
    return this.#db
      .prepare<[], { id: string; body: string }>('SELECT id, body FROM streets')
      .all()
      .map(({ id, body }) => [id, JSON.parse(body)] as const);
  }

  saveStreets(id: string, streets: object): void {
    this.#db.prepare('INSERT OR REPLACE INTO streets VALUES (?, ?)').run(id, JSON.stringify(streets));
  }
}
