import type { Database } from '../../node/sqlite/open.ts';
import { applyEvent } from '../../shared/ticket/apply.ts';
import type { Ticket, TicketEvent, TicketEventType } from '../../shared/ticket/model.ts';
import { type Instant, millis } from '../../shared/wire/time.ts';
import { readOwn } from '../disk/read-own.ts';

interface Row {
  readonly body: string;
}

/** Where this seat stands in the hub's sequence; no epoch before the first snapshot. */
export interface Standing {
  readonly epoch: string | undefined;
  readonly lastSeq: number;
  readonly asOf: Instant | undefined;
}

/** A place in the sequence, and what happened there where this seat can read it. */
export interface Heard {
  readonly seq: number;
  readonly event?: TicketEvent;
}

/** That the hub was heard is written down at most this often: it costs a sync of the disk. */
const CONFIRM_MS = 4_000;

/** What may be done to a closed ticket without opening it: on one of long ago, which this seat has forgotten, it is the hub's to keep. */
const LEAVES_CLOSED: ReadonlySet<TicketEventType> = new Set(['ticket.noted', 'ticket.linked']);

/**
 * Tickets and events on disk (desk.db). Every method that changes something is one transaction, committed
 * before memory follows: what is shown has been stored, and what the disk refuses has not happened; but for `show`.
 */
export class TicketStore {
  readonly #db: Database;
  readonly #tickets = new Map<string, Ticket>();
  #standing: Standing;
  #confirmedAt = 0;

  constructor(db: Database) {
    this.#db = db;
    const rows = db.prepare<[], Row>('SELECT body FROM ticket').all();
    for (const { body } of rows) {
      const ticket = readOwn<Ticket>(body);
      if (ticket !== undefined) this.#tickets.set(ticket.id, ticket);
    }
    const whole = this.#tickets.size === rows.length;
    this.#standing = {
      // Without an epoch the hub is asked for all of it.
      epoch: whole ? this.#meta('epoch') : undefined,
      lastSeq: Number(this.#meta('lastSeq') ?? 0),
      asOf: this.#meta('asOf') as Instant | undefined,
    };
  }

  all(): readonly Ticket[] {
    return [...this.#tickets.values()];
  }

  get(id: string): Ticket | undefined {
    return this.#tickets.get(id);
  }

  timeline(ticket: string): readonly TicketEvent[] {
    return this.#db
      .prepare<[string], Row>('SELECT body FROM event WHERE ticket = ? ORDER BY seq')
      .all(ticket)
      .flatMap(({ body }) => readOwn<TicketEvent>(body) ?? []);
  }

  standing(): Standing {
    return this.#standing;
  }

  /**
   * Takes what follows `lastSeq` without a gap.
   * @returns the tickets that it was about, in their state now: a reply may have brought that before; `partial` where
   * some of it could not be applied and only a snapshot helps
   */
  append(
    heard: readonly Heard[],
    asOf: Instant,
  ): { readonly about: readonly Ticket[]; readonly partial: boolean } {
    const about = new Map<string, Ticket>();
    let partial = false;
    const last = heard.at(-1);
    if (last === undefined) return { about: [], partial };
    this.#commit({ ...this.#standing, lastSeq: last.seq, asOf }, () => {
      for (const { event } of heard) {
        if (event === undefined) continue;
        const before = about.get(event.target.id) ?? this.#tickets.get(event.target.id);
        const after = ticketAfter(before, event);
        if (after === undefined) {
          partial ||= before !== undefined || !LEAVES_CLOSED.has(event.type);
          continue;
        }
        this.#insertEvent(event);
        about.set(after.id, after);
      }
      for (const ticket of about.values()) this.#upsert(ticket); // also what only memory knew
    });
    for (const [id, ticket] of about) this.#tickets.set(id, ticket);
    return { about: [...about.values()], partial };
  }

  /** A ticket's state from a reply, where it is ahead of the events heard so far. @returns whether it is */
  advance(ticket: Ticket): boolean {
    if (!this.#isAhead(ticket)) return false;
    this.#commit(this.#standing, () => this.#upsert(ticket));
    this.#tickets.set(ticket.id, ticket);
    return true;
  }

  /** As `advance`, in memory alone, where the disk refuses it: its event writes it once there is room. */
  show(ticket: Ticket): boolean {
    if (!this.#isAhead(ticket)) return false;
    this.#tickets.set(ticket.id, ticket);
    return true;
  }

  #isAhead({ id, version }: Ticket): boolean {
    return (this.#tickets.get(id)?.version ?? 0) < version;
  }

  /** The hub was heard and nothing is missing up to its head. */
  confirm(asOf: Instant): void {
    const standing = { ...this.#standing, asOf };
    if (Math.abs(millis(asOf) - this.#confirmedAt) < CONFIRM_MS) this.#standing = standing;
    else this.#commit(standing, () => {});
  }

  /**
   * Takes the hub's snapshot for all this seat knows of tickets; its own outbox stays.
   * @returns the tickets that are gone
   */
  replace(tickets: readonly Ticket[], events: readonly TicketEvent[], standing: Standing): readonly string[] {
    const kept = new Set<string>(tickets.map(({ id }) => id));
    const removed = [...this.#tickets.keys()].filter((id) => !kept.has(id));
    this.#commit(standing, () => {
      this.#db.exec('DELETE FROM ticket; DELETE FROM event');
      for (const ticket of tickets) this.#upsert(ticket);
      for (const event of events) this.#insertEvent(event);
    });
    for (const id of removed) this.#tickets.delete(id);
    for (const ticket of tickets) this.#tickets.set(ticket.id, ticket);
    return removed;
  }

  /** Forgets tickets closed before `limit`; the hub keeps them. @returns their ids */
  forgetClosedBefore(limit: Instant): readonly string[] {
    const old = this.all()
      .filter(({ closedAt }) => closedAt !== undefined && closedAt < limit)
      .map(({ id }) => id);
    if (old.length === 0) return old;
    this.#commit(this.#standing, () => {
      for (const id of old) {
        this.#db.prepare('DELETE FROM ticket WHERE id = ?').run(id);
        this.#db.prepare('DELETE FROM event WHERE ticket = ?').run(id);
      }
    });
    for (const id of old) this.#tickets.delete(id);
    return old;
  }

  /** Work and standing in one transaction; memory follows the disk, never the other way round. */
  #commit(standing: Standing, work: () => void): void {
    this.#db
      .transaction(() => {
        work();
        for (const [key, value] of Object.entries(standing))
          if (value !== this.#standing[key as keyof Standing]) this.#setMeta(key, String(value));
      })
      .immediate();
    this.#standing = standing;
    if (standing.asOf !== undefined) this.#confirmedAt = millis(standing.asOf);
  }

  #upsert(ticket: Ticket): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO ticket (id, version, closed_at, body) VALUES (?, ?, ?, ?)')
      .run(ticket.id, ticket.version, ticket.closedAt ?? null, JSON.stringify(ticket));
  }

  #insertEvent(event: TicketEvent): void {
    this.#db
      .prepare('INSERT OR IGNORE INTO event (seq, ticket, at, body) VALUES (?, ?, ?, ?)')
      .run(event.seq, event.target.id, event.at, JSON.stringify(event));
  }

  #meta(key: string): string | undefined {
    return this.#db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)
      ?.value;
  }

  #setMeta(key: string, value: string): void {
    this.#db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
  }
}

/** @returns undefined where the event makes no ticket of what this seat knows */
function ticketAfter(before: Ticket | undefined, event: TicketEvent): Ticket | undefined {
  try {
    return applyEvent(before, event);
  } catch {
    return undefined;
  }
}
