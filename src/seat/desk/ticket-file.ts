import type { Database } from '../../node/sqlite/open.ts';
import type { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import { readOwn } from '../disk/read-own.ts';
import { saidOn, TicketWords } from './ticket-words.ts';

interface Row {
  readonly body: string;
}

/** Where this seat stands in the hub's sequence; no epoch before the first snapshot. */
export interface Standing {
  readonly epoch: string | undefined;
  readonly lastSeq: number;
  readonly asOf: Instant | undefined;
}

/** What memory knows and the file does not. */
export interface Unwritten {
  /** all that is in the file is of before a snapshot */
  readonly anew: boolean;
  /** by id; undefined for one to forget, with its events */
  readonly tickets: ReadonlyMap<string, Ticket | undefined>;
  /** by sequence */
  readonly events: ReadonlyMap<number, TicketEvent>;
}

/** Tickets and their events in desk.db. */
export class TicketFile {
  readonly #db: Database;
  readonly #words: TicketWords;

  constructor(db: Database) {
    this.#db = db;
    this.#words = new TicketWords(db);
  }

  read(): { readonly tickets: readonly Ticket[]; readonly standing: Standing } {
    const rows = this.#db.prepare<[], Row>('SELECT body FROM ticket').all();
    const tickets = rows.flatMap(({ body }) => readOwn<Ticket>(body) ?? []);
    const standing = {
      // Where some can't be read any more the hub is asked for all of it: without an epoch it is.
      epoch: tickets.length === rows.length ? this.#meta('epoch') : undefined,
      lastSeq: Number(this.#meta('lastSeq') ?? 0),
      asOf: this.#meta('asOf') as Instant | undefined,
    };
    return { tickets, standing };
  }

  timeline(ticket: string): readonly TicketEvent[] {
    return this.#db
      .prepare<[string], Row>('SELECT body FROM event WHERE ticket = ? ORDER BY seq')
      .all(ticket)
      .flatMap(({ body }) => readOwn<TicketEvent>(body) ?? []);
  }

  /** One transaction. @throws where the disk doesn't take it: then the file is as before */
  write({ anew, tickets, events }: Unwritten, standing: Partial<Standing>): void {
    this.#db
      .transaction(() => {
        if (anew) this.#db.exec('DELETE FROM ticket; DELETE FROM event');
        const said = anew ? saidOn(events.values()) : undefined;
        for (const [id, ticket] of tickets) {
          if (ticket === undefined) this.#delete(id);
          else this.#upsert(ticket, said && (said.get(id) ?? ''));
        }
        for (const event of events.values()) if (this.#insertEvent(event) && !anew) this.#words.add(event);
        if (anew) this.#words.tidy();
        for (const [key, value] of Object.entries(standing))
          if (value !== undefined) this.#setMeta(key, String(value));
      })
      .immediate();
  }

  /** Tickets that are found by these words: ids, in no order. */
  find(text: string): readonly string[] {
    return this.#words.find(text);
  }

  #upsert(ticket: Ticket, said?: string): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO ticket (id, version, closed_at, body) VALUES (?, ?, ?, ?)')
      .run(ticket.id, ticket.version, ticket.closedAt ?? null, JSON.stringify(ticket));
    this.#words.keep(ticket, said);
  }

  #delete(id: string): void {
    this.#db.prepare('DELETE FROM ticket WHERE id = ?').run(id);
    this.#db.prepare('DELETE FROM event WHERE ticket = ?').run(id);
    this.#words.forget(id);
  }

  /** @returns whether it was not there before */
  #insertEvent(event: TicketEvent): boolean {
    const { changes } = this.#db
      .prepare('INSERT OR IGNORE INTO event (seq, ticket, at, body) VALUES (?, ?, ?, ?)')
      .run(event.seq, event.target.id, event.at, JSON.stringify(event));
    return changes > 0;
  }

  #meta(key: string): string | undefined {
    return this.#db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)
      ?.value;
  }

  #setMeta(key: string, value: string): void {
    this.#db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
  }
}
