import type { Database } from '../../node/sqlite/open.ts';
import type { ActAnswer, DeskAct } from '../../shared/ipc/contract.ts';
import type { DeskSnapshot, OutboxItem } from '../../shared/ipc/model.ts';
import type { TicketEvent } from '../../shared/ticket/model.ts';
import type { Head } from '../../shared/wire/presence.ts';
import { instant } from '../../shared/wire/time.ts';
import { Intents } from '../intents/intents.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Room } from '../link/room.ts';
import type { Push } from '../port/port.ts';
import type { Session } from '../session/session.ts';
import { act } from './act.ts';
import { Desk, type DeskNews } from './desk.ts';
import { asItem, OutboxStore } from './outbox-store.ts';
import { Sender } from './sender.ts';
import { TicketStore } from './ticket-store.ts';

const HISTORY_MS = 72 * 3_600_000;

export interface TicketDeskOptions {
  readonly db: Database;
  readonly room: Room;
  readonly letters: Correspondence;
  readonly session: Session;
  readonly hubUp: () => boolean;
  readonly onHead: (head: Head) => void;
  readonly onUnsupported: () => void;
  readonly onDisk: (error: unknown) => void;
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
  readonly sender: Sender;

  constructor(options: TicketDeskOptions) {
    this.#on = options;
    const { db, room, letters, now } = options;
    this.#store = new TicketStore(db);
    this.#outbox = new OutboxStore(db);
    this.#intents = new Intents(room, () => this.#tell(), now);
    this.#desk = new Desk({
      room,
      letters,
      store: this.#store,
      onNews: (news) => this.#tell(news),
      onHead: options.onHead,
      now,
    });
    this.sender = new Sender({
      store: this.#outbox,
      letters,
      onChange: () => this.#tell(),
      onTicket: (ticket) => this.#tell({ upserts: this.#store.advance(ticket), removed: [] }),
      onUnsupported: options.onUnsupported,
      now,
      random: Math.random,
    });
  }

  close(): void {
    this.sender.close();
    this.#desk.close();
    this.#intents.close();
  }

  get lastSeq(): number {
    return this.#desk.lastSeq;
  }

  get pending(): number {
    return this.#outbox.all().filter(({ state }) => state === 'pending' || state === 'sent').length;
  }

  snapshot(): DeskSnapshot {
    return { tickets: [...this.#store.all()], ...this.#rest() };
  }

  timeline(ticket: string): TicketEvent[] {
    return [...this.#store.timeline(ticket)];
  }

  act(wish: DeskAct): Promise<ActAnswer> {
    return act(wish, {
      outbox: this.#outbox,
      letters: this.#on.letters,
      session: () => this.#on.session.current(),
      hubUp: this.#on.hubUp,
      onDisk: this.#on.onDisk,
      onKept: (command) => {
        this.#tell();
        if (this.#on.hubUp()) this.sender.pump();
        else if (command.op === 'ticket.claim')
          this.#intents.announce({
            v: 1,
            cmd: command.cmd,
            target: command.target,
            op: command.op,
            ...(this.#on.session.current() === undefined
              ? {}
              : { person: this.#on.session.current()!.person.id }),
            at: command.madeAt,
          });
      },
      now: this.#on.now,
    });
  }

  dismiss(cmd: string): void {
    this.#outbox.remove(cmd);
    this.#tell();
  }

  hubUp(): void {
    this.#intents.clear();
    this.sender.resume();
  }

  /** Tickets closed more than 72 h ago are the hub's to remember. */
  tidy(): void {
    const removed = this.#store.forgetClosedBefore(instant(this.#on.now() - HISTORY_MS));
    if (removed.length > 0) this.#tell({ upserts: [], removed });
  }

  #tell({ upserts, removed }: DeskNews = { upserts: [], removed: [] }): void {
    this.#on.push('desk.change', { upserts: [...upserts], removed: [...removed], ...this.#rest() });
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
