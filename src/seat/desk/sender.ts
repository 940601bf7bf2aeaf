import { Soon } from '../../node/soon.ts';
import { backOff, commutes, heldBehind, sendable, verdict } from '../../shared/outbox/machine.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import type { CommandReply } from '../../shared/wire/reply.ts';
import type { Disk } from '../disk/disk.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Kept, OutboxStore } from './outbox-store.ts';

const REPLY_TIMEOUT_MS = 5_000;
/** Commands under way at once: a long outbox must neither flood the hub nor run out of its time together. */
const WINDOW = 32;

export interface SenderOptions {
  readonly store: OutboxStore;
  readonly disk: Disk;
  readonly letters: Correspondence;
  /** the outbox on the screen has changed */
  readonly onChange: () => void;
  /** the hub's word on a ticket */
  readonly onTicket: (ticket: Ticket) => void;
  /** the hub's store is another than the one this seat knows: a snapshot first, then again */
  readonly onStale: () => void;
  /** the hub speaks a contract this version doesn't know: sending stops until an update */
  readonly onUnsupported: () => void;
  /** the hub has ended the session in which a command was made */
  readonly onSessionOver: (session: string) => void;
  readonly now: () => number;
  readonly random: () => number;
}

/**
 * Brings kept commands to the hub: one under way per ticket, sent again until answered, never twice applied
 * (the hub knows each by its id). Only a reply closes a row.
 */
export class Sender {
  readonly #on: SenderOptions;
  /** the try that is under way for each command; an older one that times out says nothing any more */
  readonly #flights = new Map<string, symbol>();
  readonly #pump = new Soon(() => this.#sendDue());
  #ready = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: SenderOptions) {
    this.#on = options;
  }

  /** The hub can be spoken to: all that waits goes at once. */
  resume(): void {
    if (this.#stopped) return;
    this.#ready = true;
    this.#begin();
  }

  /** The hub or the way to it is gone. */
  pause(): void {
    this.#ready = false;
    clearTimeout(this.#timer);
    this.#begin();
  }

  close(): void {
    this.#stopped = true;
    this.#ready = false;
    clearTimeout(this.#timer);
    this.#pump.close();
  }

  /** Sends what may be sent now; asked for after each new command and each answer. */
  pump(): void {
    if (this.#ready) this.#pump.ask();
  }

  /** An answer that came after its time-out, or to a command of before a restart. */
  takeStray(reply: CommandReply): void {
    this.#settle(reply);
  }

  #begin(): void {
    this.#flights.clear();
    this.#on.store.retryAll();
    this.#on.onChange();
    this.pump();
  }

  #sendDue(): void {
    if (!this.#ready) return;
    clearTimeout(this.#timer);
    const now = this.#on.now();
    const rows = this.#on.store.all();
    const room = WINDOW - this.#flights.size;
    for (const { cmd } of sendable(rows, now).slice(0, room)) void this.#send(cmd);
    const next = rows
      .filter(({ state, notBefore }) => state === 'pending' && notBefore > now)
      .reduce((soonest, { notBefore }) => Math.min(soonest, notBefore), Infinity);
    if (next !== Infinity) this.#timer = setTimeout(() => this.pump(), next - now);
  }

  async #send(cmd: string): Promise<void> {
    const { store, letters } = this.#on;
    const flight = Symbol(cmd);
    this.#flights.set(cmd, flight);
    store.markSent(cmd);
    this.#on.onChange();
    const { command } = store.get(cmd)!;
    const reply = await letters.ask('command', cmd, command, REPLY_TIMEOUT_MS);
    if (this.#stopped) return;
    if (reply !== undefined && 'cmd' in reply) this.#settle(reply);
    else if (this.#flights.get(cmd) === flight) this.#later(cmd);
  }

  #settle(reply: CommandReply): void {
    const row = this.#on.store.get(reply.cmd);
    if (row === undefined || row.state === 'refused' || row.state === 'held') return;
    // Said by a hub that had not been told of this seat's sessions yet: once it has been, it is asked again.
    if (isOfNoSession(reply) && !this.#flights.has(reply.cmd)) return;
    if (reply.ticket !== undefined) this.#on.onTicket(reply.ticket);
    if (!this.#on.disk.attempt(() => this.#close(row, reply))) this.#later(row.cmd); // the hub will say it again
    this.#flights.delete(row.cmd);
    this.#on.onChange();
    this.pump();
  }

  #close(row: Kept, reply: CommandReply): void {
    const { store, onStale, onUnsupported, onSessionOver } = this.#on;
    switch (verdict(reply.code)) {
      case 'accept':
        // A note makes no version, and its reply may hold what its author has not seen.
        store.accept(row.cmd, commutes(row.op) ? undefined : reply.ticket?.version);
        break;
      case 'refuse':
        store.refuse(row.cmd, reply, heldBehind(store.all(), row));
        if (isOfNoSession(reply)) onSessionOver(row.command.session);
        break;
      case 'stop':
        this.close();
        store.markPending(row.cmd, 0);
        onUnsupported();
        break;
      case 'resync':
        onStale();
        this.#later(row.cmd);
        break;
      case 'retry':
        this.#later(row.cmd);
        break;
    }
  }

  #later(cmd: string): void {
    const row = this.#on.store.get(cmd);
    this.#flights.delete(cmd);
    if (row === undefined) return;
    this.#on.store.markPending(cmd, this.#on.now() + backOff(Math.max(0, row.tries - 1), this.#on.random()));
    this.#on.onChange();
    this.pump();
  }
}

const isOfNoSession = ({ code, field }: CommandReply): boolean => code === 'FORBIDDEN' && field === 'session';
