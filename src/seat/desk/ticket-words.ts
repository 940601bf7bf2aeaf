import type { Database } from '../../node/sqlite/open.ts';
import { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import { eventWords, searchTerms, ticketWords } from '../../shared/ticket/search-text.ts';
import { readOwn } from '../disk/read-own.ts';

interface Body {
  readonly body: string;
}

/** What the tickets in desk.db are found by; written in the transaction that writes them. */
export class TicketWords {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** @param said replaces what was written on it; without it that stays */
  keep(ticket: Ticket, said?: string): void {
    this.#db
      .prepare(
        `INSERT INTO ticket_text (ticket, about, said) VALUES (@id, @about, coalesce(@said, ''))
         ON CONFLICT (ticket) DO UPDATE SET about = excluded.about, said = coalesce(@said, said)
         WHERE about <> excluded.about OR said <> coalesce(@said, said)`,
      )
      .run({ id: ticket.id, about: ticketWords(ticket), said: said ?? null });
  }

  /** What an event has written on its ticket, said once. */
  add({ target, ...event }: TicketEvent): void {
    const said = eventWords(event);
    if (said === '') return;
    this.#db.prepare('UPDATE ticket_text SET said = said || ? WHERE ticket = ?').run(said, target.id);
  }

  forget(ticket: string): void {
    this.#db.prepare('DELETE FROM ticket_text WHERE ticket = ?').run(ticket);
  }

  /** Those of tickets that are not in the file any more. */
  tidy(): void {
    this.#db.exec('DELETE FROM ticket_text WHERE ticket NOT IN (SELECT id FROM ticket)');
  }

  /** Ids of tickets of which each of these words begins a word; in no order. */
  find(text: string): readonly string[] {
    const terms = searchTerms(text);
    if (terms.length === 0) return [];
    // Terms are letters and digits: quoted they are words, whatever FTS5 takes for an operator (« or », « not »).
    const match = terms.map((term) => `"${term}"*`).join(' ');
    return this.#db
      .prepare<[string], { ticket: string }>(
        `SELECT ticket FROM ticket_text WHERE n IN (SELECT rowid FROM ticket_words WHERE ticket_words MATCH ?)`,
      )
      .all(match)
      .map(({ ticket }) => ticket);
  }
}

/** What was written on each ticket, in all these events. */
export function saidOn(events: Iterable<TicketEvent>): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const event of events)
    said.set(event.target.id, (said.get(event.target.id) ?? '') + eventWords(event));
  return said;
}

/** Makes it anew from the tickets and events of the file: what the file of an older version, or a damaged one, had. */
export function fillWords(db: Database): void {
  const words = new TicketWords(db);
  const events = db.prepare<[], Body>('SELECT body FROM event ORDER BY seq').all();
  // Checked, for once: one that is no ticket any more must not keep the seat from starting.
  const said = saidOn(events.flatMap(({ body }) => TicketEvent.safeParse(readOwn(body)).data ?? []));
  for (const { body } of db.prepare<[], Body>('SELECT body FROM ticket').all()) {
    const ticket = Ticket.safeParse(readOwn(body)).data;
    if (ticket !== undefined) words.keep(ticket, said.get(ticket.id) ?? '');
  }
}
