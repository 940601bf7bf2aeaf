import type { Database } from '../../node/sqlite/open.ts';
import { applyEvent } from '../../shared/ticket/apply.ts';
import { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import type { Instant } from '../../shared/wire/time.ts';

interface Row {
  readonly body: string;
}

/** Where this seat stands in the hub's sequence; no epoch before the first snapshot. */
export interface Standing {
  readonly epoch: string | undefined;
  readonly lastSeq: number;
  readonly asOf: Instant | undefined;
}

/**
 * Tickets and events on disk (desk.db). Every method that changes something is one transaction, committed
 * before it returns: what is shown has been stored.
 */
export class TicketStore {
  readonly #db: Database;
  readonly #tickets = new Map<string, Ticket>();

  constructor(db: Database) {
    this.#db = db;
    for (const { body } of db.prepare<[], Row>('SELECT body FROM ticket').iterate()) {
      const ticket = Ticket.parse(JSON.parse(body));
      this.#tickets.set(ticket.id, ticket);
    }
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
      .map(({ body }) => TicketEvent.parse(JSON.parse(body)));
  }

  standing(): Standing {
    return {
      epoch: this.#meta('epoch'),
      lastSeq: Number(this.#meta('lastSeq') ?? 0),
      asOf: this.#meta('asOf') as Instant | undefined,
    };
  }

  /** Takes events that follow `lastSeq` without a gap. @returns the tickets they changed */
  append(events: readonly TicketEvent[], asOf: Instant): readonly Ticket[] {
    const changed = new Map<string, Ticket>();
    this.#commit(() => {
      for (const event of events) {
        const before = changed.get(event.target.id) ?? this.#tickets.get(event.target.id);
        const after = applyEvent(before, event);
        this.#insertEvent(event);
        if (after !== before) changed.set(after.id, after);
      }
      for (const ticket of changed.values()) this.#upsert(ticket);
      this.#setMeta('lastSeq', String(events.at(-1)?.seq ?? this.standing().lastSeq));
      this.#setMeta('asOf', asOf);
    });
    return this.#remember(changed);
  }

  /** A ticket's state from a reply, where it is ahead of the events heard so far. */
  advance(ticket: Ticket): readonly Ticket[] {
    if ((this.#tickets.get(ticket.id)?.version ?? 0) >= ticket.version) return [];
    this.#commit(() => this.#upsert(ticket));
    return this.#remember(new Map([[ticket.id, ticket]]));
  }

  /** The hub was heard and nothing is missing up to its head. */
  confirm(asOf: Instant): void {
    this.#commit(() => this.#setMeta('asOf', asOf));
  }

  /**
   * Takes the hub's snapshot for all this seat knows of tickets; its own outbox stays.
   * @returns what changed and what is gone
   */
  replace(
    tickets: readonly Ticket[],
    events: readonly TicketEvent[],
    { epoch, lastSeq, asOf }: { epoch: string; lastSeq: number; asOf: Instant },
  ): { readonly upserts: readonly Ticket[]; readonly removed: readonly string[] } {
    const kept = new Set<string>(tickets.map(({ id }) => id));
    const removed = [...this.#tickets.keys()].filter((id) => !kept.has(id));
    this.#commit(() => {
      this.#db.exec('DELETE FROM ticket; DELETE FROM event');
      for (const ticket of tickets) this.#upsert(ticket);
      for (const event of events) this.#insertEvent(event);
      this.#setMeta('epoch', epoch);
      this.#setMeta('lastSeq', String(lastSeq));
      this.#setMeta('asOf', asOf);
    });
    for (const id of removed) this.#tickets.delete(id);
    for (const ticket of tickets) this.#tickets.set(ticket.id, ticket);
    return { upserts: tickets, removed };
  }

  /** Forgets tickets closed before `limit`; the hub keeps them. @returns their ids */
  forgetClosedBefore(limit: Instant): readonly string[] {
    const old = this.all()
      .filter(({ closedAt }) => closedAt !== undefined && closedAt < limit)
      .map(({ id }) => id);
    this.#commit(() => {
      for (const id of old) {
        this.#db.prepare('DELETE FROM ticket WHERE id = ?').run(id);
        this.#db.prepare('DELETE FROM event WHERE ticket = ?').run(id);
      }
    });
    for (const id of old) this.#tickets.delete(id);
    return old;
  }

  #commit(work: () => void): void {
    this.#db.transaction(work).immediate();
  }

  /** Memory follows the disk, never the other way round. */
  #remember(changed: ReadonlyMap<string, Ticket>): readonly Ticket[] {
    for (const [id, ticket] of changed) this.#tickets.set(id, ticket);
    return [...changed.values()];
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
    this.#db
      .prepare(
        'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, value);
  }
}
