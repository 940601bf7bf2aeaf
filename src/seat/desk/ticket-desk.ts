import { Soon } from '../../node/soon.ts';
import type { Database } from '../../node/sqlite/open.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { ActAnswer, DeskAct } from '../../shared/ipc/contract.ts';
import type { DeskSnapshot, OutboxItem } from '../../shared/ipc/model.ts';
import type { Actor } from '../../shared/ticket/decide.ts';
import { foresee } from '../../shared/ticket/foresee.ts';
import type { Ticket, TicketEvent } from '../../shared/ticket/model.ts';
import { type DeskCommand, isOnTicket } from '../../shared/wire/command.ts';
import type { Head } from '../../shared/wire/presence.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';
import type { Disk } from '../disk/disk.ts';
import { Intents } from '../intents/intents.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Room } from '../link/room.ts';
import type { Push } from '../port/port.ts';
import type { Session } from '../session/session.ts';
import { act } from './act.ts';
import { Desk } from './desk.ts';
import { Leavings } from './leavings.ts';
import { asItem } from './outbox-item.ts';
import { type About, type Kept, OutboxStore } from './outbox-store.ts';
import { Sender } from './sender.ts';
import { Settling } from './settling.ts';
import { TicketStore } from './ticket-store.ts';

const HISTORY_MS = 72 * 3_600_000;
const TELL_MS = 50;
/** As long as a command may take that has to be sent again once. */
const SETTLE_MS = 10_000;
/** How long an operator is kept waiting for the hub's answer to what the disk has not taken. */
const PROMPT_MS = 5_000;

export interface TicketDeskOptions {
  readonly db: Database;
  readonly disk: Disk;
  readonly room: Room;
  readonly letters: Correspondence;
  readonly session: Pick<Session, 'current' | 'over'>;
  readonly hubUp: () => boolean;
  /** who sits at a seat, as far as was heard */
  readonly personAt: (seat: string) => PersonId | undefined;
  readonly onHead: (head: Head, retained: boolean) => void;
  readonly onNewEpoch: () => void;
  readonly onReread: () => void;
  readonly onUnsupported: () => void;
  /** kept commands that can't be read any more; their rows stay in the file */
  readonly onUnreadable: (rows: number) => void;
  readonly push: Push;
  readonly now: () => number;
}

/** All of this seat that has to do with tickets: what the hub said, what waits to be said, what colleagues mean to do. */
export class TicketDesk {
  readonly #on: TicketDeskOptions;
  readonly #store: TicketStore;
  readonly #outbox: OutboxStore;
  readonly #intents: Intents;
  readonly #desk: Desk;
  readonly #news = { upserts: new Map<string, Ticket>(), removed: new Set<string>() };
  /** a burst is one message to the windows, a flood some twenty a second; each ticket is there in its latest state */
  readonly #tell = new Soon(() => this.#push(), { gapMs: TELL_MS });
  /** as windows were told last: hundreds of commands without the hub need not travel with each change of one ticket */
  #told: Pick<DeskSnapshot, 'outbox' | 'intents'> = { outbox: [], intents: [] };
  readonly #settling = new Settling(SETTLE_MS);
  readonly #prompt = new Settling(PROMPT_MS);
  readonly #leavings: Leavings;
  readonly sender: Sender;

  constructor(options: TicketDeskOptions) {
    this.#on = options;
    const { db, disk, room, letters, now } = options;
    this.#store = new TicketStore(db, disk);
    this.#outbox = new OutboxStore(db);
    if (this.#outbox.unreadable > 0) options.onUnreadable(this.#outbox.unreadable);
    this.#intents = new Intents(room, options.personAt, () => this.#tell.ask(), now);
    this.#desk = new Desk({
      room,
      letters,
      store: this.#store,
      onNews: ({ upserts, removed }) => this.#gather(upserts, removed),
      onHead: options.onHead,
      onNewEpoch: options.onNewEpoch,
      onReread: options.onReread,
      now,
    });
    this.#leavings = new Leavings({
      outbox: this.#outbox,
      disk,
      letters,
      person: () => options.session.current()?.person.id,
      onChange: () => this.#tell.ask(),
      now,
    });
    this.sender = new Sender({
      store: this.#outbox,
      disk,
      letters,
      onChange: () => {
        this.#tell.ask();
        this.#settling.check();
        this.#prompt.check();
        this.#leavings.look();
      },
      onTicket: (ticket) => this.#advance(ticket),
      onStale: () => this.#desk.resync(),
      onUnsupported: options.onUnsupported,
      onSessionOver: (id) => options.session.over(id),
      now,
      random: Math.random,
    });
  }

  close(): void {
    this.sender.close();
    this.#desk.close();
    this.#intents.close();
    this.#tell.close();
    this.#settling.close();
    this.#prompt.close();
  }

  get lastSeq(): number {
    return this.#desk.lastSeq;
  }

  get pending(): number {
    return this.#outbox.open;
  }

  /** Sessions of commands that the hub has not answered, each with when its last one was made. */
  unheard(): ReadonlyMap<string, Instant> {
    return this.#outbox.unheard();
  }

  snapshot(): DeskSnapshot {
    return { tickets: [...this.#store.all()], ...this.#rest() };
  }

  timeline(ticket: string): TicketEvent[] {
    return [...this.#store.timeline(ticket)];
  }

  search(text: string): string[] {
    return [...this.#store.find(text)];
  }

  /** A ticket as it will be once the hub has taken what this seat has done on it. */
  expected(id: string): Ticket | undefined {
    const me = this.#on.session.current();
    return this.#unanswered(id).reduce((ticket, { command, person }) => {
      const role = me?.person.id === person ? me.role : 'operator';
      return !isOnTicket(command)
        ? ticket
        : foresee(ticket, command, { seat: this.#on.room.seat, person, role } as Actor);
    }, this.#store.get(id));
  }

  /** Waits until the hub has answered what this seat has done on a ticket; not where it is away, nor for long. */
  settled(id: string): Promise<void> {
    return this.#settling.wait(() => !this.#on.hubUp() || this.#unanswered(id).length === 0);
  }

  /** Writes into another file what this one did not take and the hub has not answered. */
  carryTo(db: Database): void {
    this.#outbox.carryTo(db);
  }

  async #answered(cmd: string): Promise<boolean> {
    const isOpen = () => ['pending', 'sent'].includes(this.#outbox.get(cmd)?.state ?? 'accepted');
    await this.#prompt.wait(() => !this.#on.hubUp() || !isOpen());
    return !isOpen();
  }

  #unanswered(id: string): readonly Kept[] {
    const rows = this.#outbox.all();
    return rows.filter(({ target, state }) => target === id && (state === 'pending' || state === 'sent'));
  }

  act(wish: DeskAct): Promise<ActAnswer> {
    return act(wish, {
      outbox: this.#outbox,
      disk: this.#on.disk,
      about: (id) => this.#about(id),
      session: () => this.#on.session.current(),
      hubUp: this.#on.hubUp,
      onKept: (command) => this.#kept(command),
      answered: (cmd) => this.#answered(cmd),
      now: this.#on.now,
    });
  }

  #about(id: string): About | undefined {
    const ticket = this.#store.get(id);
    if (ticket === undefined) return undefined;
    const place = ticket.place.label;
    return ticket.ref === undefined ? { place } : { ref: ticket.ref, place };
  }

  /** @returns whether it had never left, and is gone */
  withdraw(cmd: string): boolean {
    let gone = false;
    this.#on.disk.attempt(() => {
      gone = this.#outbox.withdraw(cmd);
    });
    this.#tellNow();
    return gone;
  }

  dismiss(cmd: string): void {
    this.#on.disk.attempt(() => this.#outbox.dismiss(cmd));
    this.#tellNow();
  }

  hubUp(): void {
    this.#intents.clear();
    this.sender.resume();
    this.#leavings.resume();
  }

  /** Nothing is to be sent before the hub knows this seat's sessions. */
  hubLost(): void {
    this.sender.pause();
    this.#leavings.pause();
  }

  /** Somebody has sat down or gone, or it is time to look again: what they were refused may be another's to see to. */
  lookAtLeavings(): void {
    this.#leavings.look();
  }

  /** Tickets closed more than 72 h ago are the hub's to remember. */
  tidy(): void {
    const removed = this.#store.forgetClosedBefore(instant(this.#on.now() - HISTORY_MS));
    if (removed.length > 0) this.#gather([], removed);
  }

  /** A disk that was full: whether there is room again, without waiting for the hub to speak. */
  retryDisk(): void {
    this.#store.retry();
  }

  /** The window that made it sees it kept before it hears so. */
  #kept(command: DeskCommand): void {
    this.#tellNow();
    this.sender.pump();
    if (this.#on.hubUp() || command.op !== 'ticket.claim') return;
    this.#intents.announce({ v: 1, target: command.target, op: command.op });
  }

  #advance(ticket: Ticket): void {
    if (this.#store.advance(ticket)) this.#gather([ticket], []);
  }

  #gather(upserts: readonly Ticket[], removed: readonly string[]): void {
    for (const id of removed) {
      this.#news.removed.add(id);
      this.#news.upserts.delete(id);
    }
    for (const ticket of upserts) {
      this.#news.upserts.set(ticket.id, ticket);
      this.#news.removed.delete(ticket.id);
    }
    this.#tell.ask();
  }

  #tellNow(): void {
    this.#tell.ask();
    this.#tell.flush();
  }

  #push(): void {
    const { upserts, removed } = this.#news;
    const { outbox, intents, ...place } = this.#rest();
    this.#on.push('desk.change', {
      upserts: [...upserts.values()],
      removed: [...removed],
      ...(isSame(outbox, this.#told.outbox) ? {} : { outbox }),
      ...(isSame(intents, this.#told.intents) ? {} : { intents }),
      ...place,
    });
    this.#told = { outbox, intents };
    upserts.clear();
    removed.clear();
  }

  #rest(): { outbox: OutboxItem[] } & Omit<DeskSnapshot, 'tickets' | 'outbox'> {
    const { asOf, lastSeq } = this.#store.standing();
    return {
      outbox: this.#outbox.all().map(asItem),
      intents: [...this.#intents.all()],
      lastSeq,
      ...(asOf === undefined ? {} : { asOf }),
    };
  }
}

/** Entries never change: another one is another object. */
const isSame = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((entry, i) => entry === b[i]);
