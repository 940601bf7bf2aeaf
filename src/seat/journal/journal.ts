import { v7 as uuid } from 'uuid';
import { chain, GENESIS, type JournalFact, type JournalHead } from '../../node/journal/chain.ts';
import type { Database } from '../../node/sqlite/open.ts';
import type { JournalEntry } from '../../shared/wire/journal.ts';
import type { Disk } from '../disk/disk.ts';
import { readOwn } from '../disk/read-own.ts';
import type { Correspondence } from '../link/correspondence.ts';

const BATCH = 100;
const ACK_TIMEOUT_MS = 10_000;

/**
 * This seat's journal (main courante): what was watched and done here, chained, on disk before it happens,
 * brought to the hub when it can be reached. Its head travels in the seat's presence.
 */
export class Journal {
  readonly #db: Database;
  readonly #disk: Disk;
  readonly #onRefused: (code: string) => void;
  #uploading = false;

  constructor(db: Database, disk: Disk, onRefused: (code: string) => void) {
    this.#db = db;
    this.#disk = disk;
    this.#onRefused = onRefused;
  }

  head(): JournalHead {
    const row = this.#db
      .prepare<[], { n: number; body: string }>('SELECT n, body FROM journal ORDER BY n DESC LIMIT 1')
      .get();
    const entry = row === undefined ? undefined : readOwn<JournalEntry>(row.body);
    return row === undefined ? { count: 0, head: GENESIS } : { count: row.n, head: entry?.head ?? GENESIS };
  }

  /** @returns false where the disk doesn't take it: what can't be recorded must not be done */
  record(fact: JournalFact): boolean {
    const entry = chain(this.head(), fact);
    const insert = this.#db.prepare('INSERT INTO journal (n, body) VALUES (?, ?)');
    return this.#disk.attempt(() => insert.run(entry.n, JSON.stringify(entry)));
  }

  /**
   * Brings what the hub doesn't have yet; stops at the first silence, and is called again.
   * A hub that lost what it had acknowledged (restored from a backup) gets it again, once in each upload: one that
   * forgets for ever is not sent to for ever.
   * A hub that holds another journal of this seat refuses: the entries stay here, and somebody has to look.
   * @param greeting the hub is there anew: where there is nothing to bring it is shown the last entry, so that one
   *   that has lost some says so at once and not when the next one is written
   */
  async upload(letters: Correspondence, greeting = false): Promise<void> {
    if (this.#uploading) return;
    this.#uploading = true;
    let wentBack = false;
    try {
      let entries = this.#unkept();
      if (greeting && entries.length === 0) entries = this.#last();
      for (; entries.length > 0; entries = this.#unkept()) {
        const upload = uuid();
        const ack = await letters.ask('journal', upload, { v: 1, upload, entries }, ACK_TIMEOUT_MS);
        if (ack === undefined || !('kept' in ack)) return;
        const { ok, kept } = ack;
        const next = entries[0]!.n;
        const forgotten: boolean = !ok && kept < next - 1 && !wentBack;
        if (!ok && !forgotten) return this.#onRefused(ack.code);
        if (ok && kept < next) return;
        wentBack ||= forgotten;
        // What can't be written down is sent again: the hub passes over what it has.
        if (!this.#disk.attempt(() => this.#keepTo(kept))) return;
      }
    } finally {
      this.#uploading = false;
    }
  }

  /** The hub has all up to `n`, and nothing beyond. */
  #keepTo(n: number): void {
    this.#db.prepare('UPDATE journal SET kept = (n <= ?) WHERE kept <> (n <= ?)').run(n, n);
  }

  #unkept(): readonly JournalEntry[] {
    return this.#read('WHERE kept = 0 ORDER BY n', BATCH);
  }

  #last(): readonly JournalEntry[] {
    return this.#read('ORDER BY n DESC', 1);
  }

  #read(which: string, most: number): readonly JournalEntry[] {
    return this.#db
      .prepare<[number], { body: string }>(`SELECT body FROM journal ${which} LIMIT ?`)
      .all(most)
      .flatMap(({ body }) => readOwn<JournalEntry>(body) ?? []);
  }
}
