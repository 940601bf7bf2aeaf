import { Soon } from '../../node/soon.ts';
import type { Database } from '../../node/sqlite/open.ts';
import type { Disk } from '../disk/disk.ts';
import { readOwn } from '../disk/read-own.ts';

/** Positions come every few seconds: the disk is asked once for many. */
const SAVE_MS = 2_000;

/** Room data in city.db: all of it comes again from the hub, so what the disk refuses is an alert and no more. */
export class RoomDataStore {
  readonly #db: Database;
  readonly #disk: Disk;
  readonly #unsaved = new Map<
    string,
    { readonly kind: string; readonly id: string; readonly body?: string }
  >();
  readonly #soon = new Soon(() => this.#write(), { waitMs: SAVE_MS });

  constructor(db: Database, disk: Disk) {
    this.#db = db;
    this.#disk = disk;
    // Versions before this one kept the places of units: people at work, hours or weeks ago.
    disk.attempt(() =>
      db
        .prepare(
          "UPDATE room_data SET body = json_remove(body, '$.position', '$.positionAt') WHERE kind = 'unit' AND json_valid(body)",
        )
        .run(),
    );
  }

  /** Id and value of each of a kind, as they were kept. */
  read(kind: string): readonly (readonly [string, unknown])[] {
    const rows = this.#db.prepare<[string], Row>('SELECT id, body FROM room_data WHERE kind = ?').all(kind);
    return rows.flatMap(({ id, body }) => {
      const value = readOwn<object>(body);
      return value === undefined ? [] : [[id, value] as const];
    });
  }

  save(kind: string, id: string, value: unknown): void {
    this.#note({ kind, id, body: JSON.stringify(value) });
  }

  remove(kind: string, id: string): void {
    this.#note({ kind, id });
  }

  /** Writes what is still to be written. */
  close(): void {
    this.#soon.flush();
  }

  #note(row: { readonly kind: string; readonly id: string; readonly body?: string }): void {
    this.#unsaved.set(JSON.stringify([row.kind, row.id]), row);
    this.#soon.ask();
  }

  #write(): void {
    const put = this.#db.prepare('INSERT OR REPLACE INTO room_data (kind, id, body) VALUES (?, ?, ?)');
    const drop = this.#db.prepare('DELETE FROM room_data WHERE kind = ? AND id = ?');
    const isWritten = this.#disk.attempt(
      this.#db.transaction(() => {
        for (const { kind, id, body } of this.#unsaved.values())
          if (body === undefined) drop.run(kind, id);
          else put.run(kind, id, body);
      }),
    );
    if (isWritten) this.#unsaved.clear();
  }
}

interface Row {
  readonly id: string;
  readonly body: string;
}
