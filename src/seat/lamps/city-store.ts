import type { Database } from '../../node/sqlite/open.ts';
import type { Camera } from '../../shared/camera/model.ts';
import type { Disk } from '../disk/disk.ts';
import { readOwn } from '../disk/read-own.ts';
import type { CityTable, District } from './city-table.ts';
import { type DistrictRow, fromRow, toRow } from './district-row.ts';

/** A part of the base map as JSON text, with the digest of the message that it came in. */
export interface Layer {
  readonly id: string;
  readonly body: string;
  readonly digest: string;
}

/**
 * The last known city on disk (city.db): shown at start before any network answers, marked with its age. All of it
 * comes again from the hub, so what the disk refuses is an alert and no more.
 */
export class CityStore {
  readonly #db: Database;
  readonly #disk: Disk;
  /** cameras as they stand on disk: they come again, unchanged, with each connection */
  readonly #cameras = new Map<string, string>();

  constructor(db: Database, disk: Disk) {
    this.#db = db;
    this.#disk = disk;
  }

  /** Fills an empty table with what was known. */
  load(table: CityTable): void {
    const rows = this.#db.prepare<[], DistrictRow>('SELECT * FROM district ORDER BY slot').all();
    for (const row of rows) {
      const columns = fromRow(row);
      const district = columns && table.define(columns, row.digest ?? undefined, row.slot);
      if (district === undefined) continue;
      district.unsaved = false;
      district.asOf = row.as_of ?? undefined;
      if (row.lamps !== null) thaw(table, district, row.lamps);
    }
    table.takeChanges(); // windows ask for the whole first
  }

  /** Writes dictionaries and lamps that have changed since the last time. */
  save(table: CityTable): void {
    this.#disk.probe();
    for (const district of table.districts()) {
      if (!district.unsaved && !district.dirty) continue;
      const saved = this.#disk.attempt(() => this.#saveDistrict(table, district));
      if (!saved) return; // the next time
      district.unsaved = false;
      district.dirty = false;
    }
  }

  #saveDistrict(table: CityTable, district: District): void {
    const lamps = table.freeze(district);
    const { columns, unsaved, asOf } = district;
    if (unsaved) this.#db.prepare(REPLACE_DISTRICT).run({ ...toRow(district), lamps });
    else
      this.#db
        .prepare('UPDATE district SET lamps = ?, as_of = ? WHERE id = ?')
        .run(lamps, asOf ?? null, columns.district);
  }

  removeDistrict(id: string): void {
    this.#disk.attempt(() => this.#db.prepare('DELETE FROM district WHERE id = ?').run(id));
  }

  cameras(): readonly Camera[] {
    const rows = this.#db.prepare<[], { body: string }>('SELECT body FROM camera').all();
    return rows.flatMap(({ body }) => {
      const camera = readOwn<Camera>(body);
      if (camera !== undefined) this.#cameras.set(camera.id, body);
      return camera ?? [];
    });
  }

  saveCamera(camera: Camera): void {
    const body = JSON.stringify(camera);
    if (this.#cameras.get(camera.id) === body) return;
    const insert = this.#db.prepare('INSERT OR REPLACE INTO camera VALUES (?, ?)');
    if (this.#disk.attempt(() => insert.run(camera.id, body))) this.#cameras.set(camera.id, body);
  }

  removeCamera(id: string): void {
    this.#cameras.delete(id);
    this.#disk.attempt(() => this.#db.prepare('DELETE FROM camera WHERE id = ?').run(id));
  }

  /** What is known of one kind of thing that the base map is drawn of. */
  layers(kind: string): readonly Layer[] {
    return this.#db.prepare<[string], Layer>('SELECT id, body, digest FROM layer WHERE kind = ?').all(kind);
  }

  saveLayer(kind: string, { id, body, digest }: Layer): void {
    const insert = this.#db.prepare(
      'INSERT OR REPLACE INTO layer (kind, id, body, digest) VALUES (?, ?, ?, ?)',
    );
    this.#disk.attempt(() => insert.run(kind, id, body, digest));
  }

  removeLayer(kind: string, id: string): void {
    const remove = this.#db.prepare('DELETE FROM layer WHERE kind = ? AND id = ?');
    this.#disk.attempt(() => remove.run(kind, id));
  }
}

const REPLACE_DISTRICT = `
  INSERT OR REPLACE INTO district
    (id, slot, name, version, ids, names, lon, lat, street, commune, cabinet, circuit, shared_circuits, kind, power, lamps,
      digest, as_of)
  VALUES
    (@id, @slot, @name, @version, @ids, @names, @lon, @lat, @street, @commune, @cabinet, @circuit, @shared_circuits, @kind, @power,
      @lamps, @digest, @as_of)`;

/** Bytes that are no batch (a damaged file) leave the district dark until its next full frame. */
function thaw(table: CityTable, district: District, lamps: Uint8Array): void {
  try {
    table.thaw(district, lamps);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}
