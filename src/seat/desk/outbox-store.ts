import type { Database } from '../../node/sqlite/open.ts';
import type { OutboxItem } from '../../shared/ipc/model.ts';
import type { OutboxRow } from '../../shared/outbox/machine.ts';
import { TicketCommand } from '../../shared/wire/command.ts';
import { CommandReply } from '../../shared/wire/reply.ts';

interface Row {
  readonly cmd: string;
  readonly target: string;
  readonly op: string;
  readonly body: string;
  readonly person: string;
  readonly state: 'pending' | 'sent' | 'refused' | 'held';
  readonly tries: number;
  readonly not_before: number;
  readonly reply: string | null;
}

/** A kept command with what is known of its way. */
export interface Kept extends OutboxRow {
  readonly command: TicketCommand;
  readonly person: string;
  readonly reply?: CommandReply;
}

const kept = (row: Row): Kept => ({
  cmd: row.cmd,
  target: row.target,
  op: row.op,
  state: row.state,
  tries: row.tries,
  notBefore: row.not_before,
  command: TicketCommand.parse(JSON.parse(row.body)),
  person: row.person,
  ...(row.reply === null ? {} : { reply: CommandReply.parse(JSON.parse(row.reply)) }),
});

/** The outbox on disk (desk.db, `synchronous=FULL`): a row is there before the screen says « non confirmé ». */
export class OutboxStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    // What was under way when the seat engine died may or may not have arrived: the hub's command log tells.
    db.prepare("UPDATE outbox SET state = 'pending', not_before = 0 WHERE state = 'sent'").run();
  }

  /** In the order they were made. */
  all(): readonly Kept[] {
    return this.#db.prepare<[], Row>('SELECT * FROM outbox ORDER BY n').all().map(kept);
  }

  get(cmd: string): Kept | undefined {
    const row = this.#db.prepare<[string], Row>('SELECT * FROM outbox WHERE cmd = ?').get(cmd);
    return row === undefined ? undefined : kept(row);
  }

  add(command: TicketCommand, person: string): void {
    this.#db
      .prepare('INSERT INTO outbox (cmd, target, op, body, person) VALUES (?, ?, ?, ?, ?)')
      .run(command.cmd, command.target.id, command.op, JSON.stringify(command), person);
  }

  markSent(cmd: string): void {
    this.#db.prepare("UPDATE outbox SET state = 'sent', tries = tries + 1 WHERE cmd = ?").run(cmd);
  }

  /** @param notBefore ms since the epoch */
  markPending(cmd: string, notBefore: number): void {
    this.#db.prepare("UPDATE outbox SET state = 'pending', not_before = ? WHERE cmd = ?").run(notBefore, cmd);
  }

  /** All that was under way is to be sent again: the connection broke, or a hub came up. */
  resendAll(): void {
    this.#db
      .prepare("UPDATE outbox SET state = 'pending', not_before = 0 WHERE state IN ('sent', 'pending')")
      .run();
  }

  /** The hub took it; those made after it on the same ticket now build on the version it made. */
  accept(cmd: string, version: number | undefined): void {
    this.#db.transaction(() => {
      const row = this.get(cmd);
      this.#db.prepare('DELETE FROM outbox WHERE cmd = ?').run(cmd);
      if (row === undefined || version === undefined) return;
      const followers = this.all().filter(
        ({ target, state }) => target === row.target && state === 'pending',
      );
      for (const { command } of followers) this.#rewrite({ ...command, exp: version });
    })();
  }

  refuse(cmd: string, reply: CommandReply, hold: readonly string[]): void {
    this.#db.transaction(() => {
      this.#db
        .prepare("UPDATE outbox SET state = 'refused', reply = ? WHERE cmd = ?")
        .run(JSON.stringify(reply), cmd);
      for (const held of hold) this.#db.prepare("UPDATE outbox SET state = 'held' WHERE cmd = ?").run(held);
    })();
  }

  remove(cmd: string): void {
    this.#db.prepare("DELETE FROM outbox WHERE cmd = ? AND state IN ('refused', 'held')").run(cmd);
  }

  #rewrite(command: TicketCommand): void {
    this.#db.prepare('UPDATE outbox SET body = ? WHERE cmd = ?').run(JSON.stringify(command), command.cmd);
  }
}

/** A kept command as a window shows it. */
export const asItem = ({ cmd, target, op, command, person, state, tries, reply }: Kept): OutboxItem => ({
  cmd,
  ticket: target,
  op,
  args: command.args as OutboxItem['args'],
  person,
  madeAt: command.madeAt,
  state: state === 'accepted' ? 'sent' : state,
  tries,
  ...(reply === undefined ? {} : { code: reply.code }),
  ...(reply?.field === undefined ? {} : { field: reply.field }),
  ...(reply?.ticket === undefined
    ? {}
    : { theirs: { ticket: reply.ticket, ...(reply.last === undefined ? {} : { last: reply.last }) } }),
});
