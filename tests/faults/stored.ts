import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../../src/shared/refusal/model.ts';
import { Ticket, TicketEvent } from '../../src/shared/ticket/model.ts';
import type { StoreWord } from './oracle.ts';

/** Reads a hub's store, running or not, beside it and not through it. */
export function readStore(file: string): StoreWord {
  const db = new DatabaseSync(file);
  const texts = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .map(({ json }) => JSON.parse(String(json)) as unknown);
  const word = {
    seq: Number(db.prepare("SELECT value FROM counter WHERE name = 'event'").get()?.value),
    tickets: texts('SELECT json FROM ticket').map((ticket) => Ticket.parse(ticket)),
    events: texts('SELECT json FROM event ORDER BY seq').map((event) => TicketEvent.parse(event)),
    commands: db
      .prepare('SELECT seat, cmd, code FROM command')
      .all()
      .map(({ seat, cmd, code }) => ({ seat: String(seat), cmd: String(cmd), code: String(code) })),
    refusals: texts('SELECT json FROM refusal').map((refusal) => Refusal.parse(refusal)),
  };
  db.close();
  return word;
}
