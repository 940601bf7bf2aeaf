import type { Database } from '../../node/sqlite/open.ts';
import { applyEvent, isAheadOf } from '../../shared/ticket/apply.ts';
import type { Ticket, TicketEvent, TicketEventType } from '../../shared/ticket/model.ts';
import { holds, searchTerms, ticketWords } from '../../shared/ticket/search-text.ts';
import { type Instant, millis } from '../../shared/wire/time.ts';
import type { Disk } from '../disk/disk.ts';
import { type Standing, TicketFile } from './ticket-file.ts';

/** A place in the sequence, and what happened there where this seat can read it. */
export interface Heard {
  readonly seq: number;
  readonly event?: TicketEvent;
}

/** That the hub was heard is written down at most this often: it costs a sync of the disk. */
const CONFIRM_MS = 4_000;

/** What may be done to a closed ticket without opening it: on one of long ago, which this seat has forgotten, it is the hub's to keep. */
const LEAVES_CLOSED: ReadonlySet<TicketEventType> = new Set([
  'ticket.noted',
  'ticket.linked',
  'ticket.unlinked',
  'ticket.stepDone',
  'ticket.stepSkipped',
  'ticket.stepUndone',
  'ticket.procedureChosen',
  'ticket.attached',
  'ticket.detached',
  'ticket.fileHeld',
  'lamp.commanded',
  'lamp.observed',
  'lamp.released',
  'ticket.told',
]);

/**
 * Tickets in memory, and on disk (desk.db) as far as it takes them. What the room says is shown whether or not it can
 * be kept: a queue that stands still while all looks alive hides what is urgent. The file stays behind in one piece,
 * at the place in the sequence that it holds; with room again `retry` writes what is missing, and an engine that
 * starts before that asks the hub for it.
 */
export class TicketStore {
  readonly #file: TicketFile;
  readonly #disk: Disk;
  readonly #tickets: Map<string, Ticket>;
  #standing: Standing;
  /** as the file has it */
  #kept: Standing;
  readonly #changed = new Map<string, Ticket | undefined>();
  readonly #events = new Map<number, TicketEvent>();
  #anew = false;

  constructor(db: Database, disk: Disk) {
    this.#file = new TicketFile(db);
    this.#disk = disk;
    const { tickets, standing } = this.#file.read();
    this.#tickets = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    this.#standing = standing;
    this.#kept = standing;
  }

  all(): readonly Ticket[] {
    return [...this.#tickets.values()];
  }

  get(id: string): Ticket | undefined {
    return this.#tickets.get(id);
  }

  timeline(ticket: string): readonly TicketEvent[] {
    const isGone = this.#anew || (this.#changed.has(ticket) && this.#changed.get(ticket) === undefined);
    const kept = isGone ? [] : this.#file.timeline(ticket);
    const known = new Set(kept.map(({ seq }) => seq));
    const more = [...this.#events.values()].filter(
      ({ target, seq }) => target.id === ticket && !known.has(seq),
    );
    return more.length === 0 ? kept : [...kept, ...more].sort((a, b) => a.seq - b.seq);
  }

  /**
   * Tickets of which each of these words begins a word: in their texts, or in what was written on them. What the disk
   * has not taken is looked through by itself, but for what was written.
   * @returns their ids, in no order
   */
  find(text: string): readonly string[] {
    const terms = searchTerms(text);
    if (terms.length === 0) return [];
    const found = new Set(this.#file.find(text).filter((id) => this.#tickets.has(id)));
    for (const [id, ticket] of this.#changed)
      if (ticket !== undefined && holds(ticketWords(ticket), terms)) found.add(id);
    return [...found];
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
    for (const { event } of heard) {
      if (event === undefined) continue;
      const before = this.#tickets.get(event.target.id);
      const after = ticketAfter(before, event);
      if (after === undefined) {
        partial ||= before !== undefined || !LEAVES_CLOSED.has(event.type);
        continue;
      }
      this.#events.set(event.seq, event);
      this.#set(after);
      about.set(after.id, after);
    }
    this.#standing = { ...this.#standing, lastSeq: last.seq, asOf };
    this.#keep();
    return { about: [...about.values()], partial };
  }

  /** A ticket's state from a reply, where it is ahead of the events heard so far. @returns whether it is */
  advance(ticket: Ticket): boolean {
    const known = this.#tickets.get(ticket.id);
    if (known !== undefined && !isAheadOf(ticket, known)) return false;
    this.#set(ticket);
    this.#keep();
    return true;
  }

  /** The hub was heard and nothing is missing up to its head. */
  confirm(asOf: Instant): void {
    this.#standing = { ...this.#standing, asOf };
    this.#keep();
  }

  /**
   * Takes the hub's snapshot for all this seat knows of tickets; its own outbox stays.
   * @returns the tickets that are gone
   */
  replace(tickets: readonly Ticket[], events: readonly TicketEvent[], standing: Standing): readonly string[] {
    const fresh = new Set<string>(tickets.map(({ id }) => id));
    const removed = [...this.#tickets.keys()].filter((id) => !fresh.has(id));
    this.#anew = true;
    for (const all of [this.#tickets, this.#changed, this.#events]) all.clear();
    for (const ticket of tickets) this.#set(ticket);
    for (const event of events) this.#events.set(event.seq, event);
    this.#standing = standing;
    this.#keep();
    return removed;
  }

  /** Forgets tickets closed before `limit`; the hub keeps them. @returns their ids */
  forgetClosedBefore(limit: Instant): readonly string[] {
    const old = new Set(
      this.all()
        .filter(({ closedAt }) => closedAt !== undefined && closedAt < limit)
        .map(({ id }) => id as string),
    );
    for (const id of old) {
      this.#tickets.delete(id);
      this.#changed.set(id, undefined);
    }
    for (const [seq, { target }] of this.#events) if (old.has(target.id)) this.#events.delete(seq);
    this.#keep();
    return [...old];
  }

  /** After a refusal: tries whether the disk has room again, and for what it has missed. */
  retry(): void {
    this.#disk.probe(() => this.#write());
  }

  #set(ticket: Ticket): void {
    this.#tickets.set(ticket.id, ticket);
    this.#changed.set(ticket.id, ticket);
  }

  /** While the disk refuses, what is missing grows: it is not tried with each message. */
  #keep(): void {
    if (!this.#disk.refused) this.#disk.attempt(() => this.#write());
  }

  #write(): void {
    const { asOf, ...place } = this.#standing;
    const isSaid = Math.abs(ms(asOf) - ms(this.#kept.asOf)) < CONFIRM_MS;
    const isSame = place.lastSeq === this.#kept.lastSeq && place.epoch === this.#kept.epoch;
    if (isSaid && isSame && this.#changed.size === 0 && this.#events.size === 0 && !this.#anew) return;
    this.#file.write({ anew: this.#anew, tickets: this.#changed, events: this.#events }, this.#standing);
    this.#kept = this.#standing;
    this.#anew = false;
    this.#changed.clear();
    this.#events.clear();
  }
}

const ms = (at: Instant | undefined): number => (at === undefined ? 0 : millis(at));

/** @returns undefined where the event makes no ticket of what this seat knows */
function ticketAfter(before: Ticket | undefined, event: TicketEvent): Ticket | undefined {
  try {
    return applyEvent(before, event);
  } catch {
    return undefined;
  }
}
