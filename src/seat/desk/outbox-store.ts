import type { Database } from '../../node/sqlite/open.ts';
import type { OutboxItem } from '../../shared/ipc/model.ts';
import type { OutboxRow } from '../../shared/outbox/machine.ts';
import type { DeskCommand } from '../../shared/wire/command.ts';
import type { CommandReply } from '../../shared/wire/reply.ts';
import { type Instant, later } from '../../shared/wire/time.ts';
import { readOwn } from '../disk/read-own.ts';

interface Row {
  readonly cmd: string;
  readonly body: string;
  readonly person: string;
  readonly state: 'pending' | 'sent' | 'refused' | 'held';
  readonly reply: string | null;
  readonly about: string | null;
}

/** How the ticket of a command was called when it was made. */
export type About = NonNullable<OutboxItem['about']>;

/** A kept command with what is known of its way. */
export interface Kept extends OutboxRow {
  readonly command: DeskCommand;
  readonly person: string;
  readonly reply?: CommandReply;
  readonly about?: About | undefined;
  /** it has never been given to the broker, in any life of this engine */
  readonly unsent?: true;
  /** the disk did not take it: it is lost with this engine */
  readonly unkept?: true;
}

/** Versions that one session's own commands have led a ticket through, with nobody between. */
interface Run {
  readonly session: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The outbox (desk.db, `synchronous=FULL`): a command is on disk before the screen says « non confirmé », and leaves it
 * with the hub's reply. What must survive is on disk; whether a command is under way, and how often it was tried,
 * need not: what had been sent when the seat engine died is sent again, and the hub's command log tells.
 */
export class OutboxStore {
  readonly #db: Database;
  readonly #rows = new Map<string, Kept>();
  #list: readonly Kept[] | undefined;
  /** the latest of each target */
  readonly #runs = new Map<string, Run>();
  /** rows that could not be read (salvaged from a damaged file); they stay where they are */
  readonly unreadable: number;

  constructor(db: Database) {
    this.#db = db;
    const rows = db
      .prepare<[], Row>('SELECT cmd, body, person, state, reply, about FROM outbox ORDER BY n')
      .all();
    const kept = rows.flatMap((row) => load(row) ?? []);
    for (const row of kept) this.#rows.set(row.cmd, row);
    this.unreadable = rows.length - kept.length;
  }

  /** In the order they were made. */
  all(): readonly Kept[] {
    this.#list ??= [...this.#rows.values()];
    return this.#list;
  }

  get(cmd: string): Kept | undefined {
    return this.#rows.get(cmd);
  }

  /** Commands that the hub has not answered yet. */
  get open(): number {
    return this.all().filter(({ state }) => state === 'pending' || state === 'sent').length;
  }

  /** The sessions of those, each with when its last one was made. */
  unheard(): ReadonlyMap<string, Instant> {
    const last = new Map<string, Instant>();
    for (const { state, command } of this.all()) {
      if (state !== 'pending' && state !== 'sent') continue;
      last.set(command.session, later(last.get(command.session) ?? command.madeAt, command.madeAt));
    }
    return last;
  }

  /** @throws where the disk doesn't take it: then it is not kept */
  add(command: DeskCommand, person: string, about?: About): void {
    insert(this.#db, command, person, about);
    this.#put({ ...fresh(command, person, about), unsent: true });
  }

  /** What `add` could not keep, while a hub is there to take it: it is followed in memory alone. */
  addUnkept(command: DeskCommand, person: string, about?: About): void {
    this.#put({ ...fresh(command, person, about), unkept: true });
  }

  /** Writes what this file did not take, and the hub has not answered yet, into another. */
  carryTo(db: Database): void {
    for (const { command, person, about, state, unkept } of this.all())
      if (unkept && (state === 'pending' || state === 'sent')) insert(db, command, person, about);
  }

  markSent(cmd: string): void {
    this.#change(cmd, ({ unsent: _, ...row }) => ({ ...row, state: 'sent', tries: row.tries + 1 }));
  }

  /** @param notBefore ms since the epoch */
  markPending(cmd: string, notBefore: number): void {
    this.#change(cmd, (row) => ({ ...row, state: 'pending', notBefore }));
  }

  /** All that waits or was under way is to be sent as soon as it can be. */
  retryAll(): void {
    for (const { cmd, state } of this.all())
      if (state === 'pending' || state === 'sent') this.markPending(cmd, 0);
  }

  /**
   * The hub took it. Those made after it on the same ticket were made by somebody who saw it done: they now build on
   * the version it made, unless they had seen a later one (the first answer was lost, and this is its repetition).
   * @param version undefined where it made none
   * @throws where the disk doesn't take it: then it is as before
   */
  accept(cmd: string, version: number | undefined): void {
    const row = this.#rows.get(cmd);
    if (row === undefined) return;
    const followers =
      version !== undefined
        ? this.all().filter(
            (other) => other.cmd !== cmd && other.target === row.target && other.state === 'pending',
          )
        : [];
    const rewritten = followers.map((follower) => ({
      ...follower,
      command: { ...follower.command, exp: Math.max(version!, follower.command.exp) },
    }));
    this.#write([cmd, ...rewritten.map((follower) => follower.cmd)], () => {
      this.#db.prepare('DELETE FROM outbox WHERE cmd = ?').run(cmd);
      const update = this.#db.prepare('UPDATE outbox SET body = ? WHERE cmd = ?');
      for (const { command } of rewritten) update.run(JSON.stringify(command), command.cmd);
    });
    this.#drop(cmd);
    for (const follower of rewritten) this.#put(follower);
    if (version === undefined) return;
    const { session, exp } = row.command;
    const before = this.#runs.get(row.target);
    const goesOn = before !== undefined && before.session === session && before.to === exp;
    this.#runs.set(row.target, { session, from: goesOn ? before.from : exp, to: version });
  }

  /**
   * The version that a wish is meant for: whoever has seen their own command done, and acts again before their window
   * hears that the hub took it, builds on what it made, as those do that wait (`accept`). @param exp as the window knows it
   */
  builtOn(target: string, session: string, exp: number): number {
    const run = this.#runs.get(target);
    return run?.session === session && exp >= run.from && exp < run.to ? run.to : exp;
  }

  /** The hub refused it; `hold` are those that were made on the strength of it. @throws as `accept` */
  refuse(cmd: string, reply: CommandReply, hold: readonly string[]): void {
    this.#write([cmd, ...hold], () => {
      this.#db
        .prepare("UPDATE outbox SET state = 'refused', reply = ? WHERE cmd = ?")
        .run(JSON.stringify(reply), cmd);
      for (const held of hold) this.#db.prepare("UPDATE outbox SET state = 'held' WHERE cmd = ?").run(held);
    });
    this.#change(cmd, (row) => ({ ...row, state: 'refused', reply }));
    for (const held of hold) this.#change(held, (row) => ({ ...row, state: 'held' }));
  }

  /** Somebody has seen that it was refused or held. Others stay. @throws as `accept` */
  dismiss(cmd: string): void {
    const state = this.#rows.get(cmd)?.state;
    if (state !== 'refused' && state !== 'held') return;
    this.#write([cmd], () => this.#db.prepare('DELETE FROM outbox WHERE cmd = ?').run(cmd));
    this.#drop(cmd);
  }

  /**
   * Its author takes it back: only what has never left, and what nothing of the same ticket was made after.
   * @returns whether it is gone @throws as `accept`
   */
  withdraw(cmd: string): boolean {
    const row = this.#rows.get(cmd);
    const last = this.all().findLast(({ target, state }) => target === row?.target && state === 'pending');
    if (row?.unsent !== true || last?.cmd !== cmd) return false;
    this.#write([cmd], () => this.#db.prepare('DELETE FROM outbox WHERE cmd = ?').run(cmd));
    this.#drop(cmd);
    return true;
  }

  /** One transaction, unless nothing of these commands is on the disk. */
  #write(cmds: readonly string[], work: () => void): void {
    if (cmds.some((cmd) => this.#rows.get(cmd)?.unkept !== true)) this.#db.transaction(work)();
  }

  #change(cmd: string, change: (row: Kept) => Kept): void {
    const row = this.#rows.get(cmd);
    if (row !== undefined) this.#put(change(row));
  }

  #put(row: Kept): void {
    this.#rows.set(row.cmd, row);
    this.#list = undefined;
  }

  #drop(cmd: string): void {
    this.#rows.delete(cmd);
    this.#list = undefined;
  }
}

function insert(db: Database, command: DeskCommand, person: string, about: About | undefined): void {
  const { cmd, target, op } = command;
  db.prepare(
    'INSERT INTO outbox (cmd, target, op, body, person, about) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (cmd) DO NOTHING',
  ).run(
    cmd,
    target.id,
    op,
    JSON.stringify(command),
    person,
    about === undefined ? null : JSON.stringify(about),
  );
}

const fresh = (command: DeskCommand, person: string, about: About | undefined): Kept => ({
  cmd: command.cmd,
  target: command.target.id,
  op: command.op,
  state: 'pending',
  tries: 0,
  notBefore: 0,
  command,
  person,
  about,
});

function load({ body, person, state, reply, about }: Row): Kept | undefined {
  const command = readOwn<DeskCommand>(body);
  if (command === undefined) return undefined;
  const answered = reply === null ? undefined : readOwn<CommandReply>(reply);
  const row = fresh(command, person, about === null ? undefined : readOwn<About>(about));
  const closed = state === 'refused' || state === 'held';
  return { ...row, ...(closed ? { state } : {}), ...(answered === undefined ? {} : { reply: answered }) };
}
