import { v7 as uuid } from 'uuid';
import { chain, GENESIS, type JournalFact, type JournalHead } from '../../node/journal/chain.ts';
import type { Database } from '../../node/sqlite/open.ts';
import { JournalEntry } from '../../shared/wire/journal.ts';
import type { Correspondence } from '../link/correspondence.ts';

const BATCH = 100;
const ACK_TIMEOUT_MS = 10_000;

/**
 * This seat's journal (main courante): what was watched and done here, chained, on disk before it happens,
 * brought to the hub when it can be reached. Its head travels in the seat's presence.
 */
export class Journal {
  readonly #db: Database;
  #uploading = false;

  constructor(db: Database) {
    this.#db = db;
  }

  head(): JournalHead {
    const row = this.#db
      .prepare<[], { n: number; body: string }>('SELECT n, body FROM journal ORDER BY n DESC LIMIT 1')
      .get();
    return row === undefined
      ? { count: 0, head: GENESIS }
      : { count: row.n, head: JournalEntry.parse(JSON.parse(row.body)).head };
  }

  /** @throws where the disk doesn't take it: what can't be recorded must not be done */
  record(fact: JournalFact): JournalEntry {
    const entry = chain(this.head(), fact);
    this.#db.prepare('INSERT INTO journal (n, body) VALUES (?, ?)').run(entry.n, JSON.stringify(entry));
    return entry;
  }

  /** Brings what the hub doesn't have yet; stops at the first silence, and is called again. */
  async upload(letters: Correspondence): Promise<void> {
    if (this.#uploading) return;
    this.#uploading = true;
    try {
      for (;;) {
        const entries = this.#unkept();
        if (entries.length === 0) return;
        const upload = uuid();
        const ack = await letters.ask('journal', upload, { v: 1, upload, entries }, ACK_TIMEOUT_MS);
        if (ack === undefined || !('kept' in ack) || ack.kept < entries[0]!.n) return;
        this.#db.prepare('UPDATE journal SET kept = 1 WHERE n <= ?').run(ack.kept);
      }
    } finally {
      this.#uploading = false;
    }
  }

  #unkept(): readonly JournalEntry[] {
    return this.#db
      .prepare<[number], { body: string }>('SELECT body FROM journal WHERE kept = 0 ORDER BY n LIMIT ?')
      .all(BATCH)
      .map(({ body }) => JournalEntry.parse(JSON.parse(body)));
  }
}
