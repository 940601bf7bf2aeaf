import { backOff, heldBehind, sendable, verdict } from '../../shared/outbox/machine.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import type { CommandReply } from '../../shared/wire/reply.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Kept, OutboxStore } from './outbox-store.ts';

const REPLY_TIMEOUT_MS = 5_000;

export interface SenderOptions {
  readonly store: OutboxStore;
  readonly letters: Correspondence;
  /** the outbox on the screen has changed */
  readonly onChange: () => void;
  /** the hub's word on a ticket */
  readonly onTicket: (ticket: Ticket) => void;
  /** the hub speaks a contract this version doesn't know: sending stops until an update */
  readonly onUnsupported: () => void;
  readonly now: () => number;
  readonly random: () => number;
}

/**
 * Brings kept commands to the hub: one under way per ticket, sent again until answered, never twice applied
 * (the hub knows each by its id). Only a reply closes a row.
 */
export class Sender {
  readonly #on: SenderOptions;
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
    this.#on.store.resendAll();
    this.pump();
  }

  /** The hub or the way to it is gone. */
  pause(): void {
    this.#ready = false;
    clearTimeout(this.#timer);
    this.#on.store.resendAll();
    this.#on.onChange();
  }

  close(): void {
    this.#stopped = true;
    this.#ready = false;
    clearTimeout(this.#timer);
  }

  /** Sends what may be sent now; called after each new command and each answer. */
  pump(): void {
    if (!this.#ready) return;
    clearTimeout(this.#timer);
    const rows = this.#on.store.all();
    const now = this.#on.now();
    for (const row of sendable(rows, now)) void this.#send(row as Kept);
    const waiting = rows.filter(({ state, notBefore }) => state === 'pending' && notBefore > now);
    if (waiting.length === 0) return;
    const next = Math.min(...waiting.map(({ notBefore }) => notBefore));
    this.#timer = setTimeout(() => this.pump(), next - now);
  }

  /** An answer that came after its time-out, or to a command of before a restart. */
  takeStray(reply: CommandReply): void {
    const row = this.#on.store.get(reply.cmd);
    if (row !== undefined) this.#settle(row, reply);
  }

  async #send(row: Kept): Promise<void> {
    this.#on.store.markSent(row.cmd);
    this.#on.onChange();
    const reply = await this.#on.letters.ask('command', row.cmd, row.command, REPLY_TIMEOUT_MS);
    if (this.#stopped) return;
    const current = this.#on.store.get(row.cmd);
    if (current === undefined || current.state === 'refused') return;
    if (reply === undefined || !('cmd' in reply)) this.#later(current);
    else this.#settle(current, reply);
  }

  #settle(row: Kept, reply: CommandReply): void {
    if (reply.ticket !== undefined) this.#on.onTicket(reply.ticket);
    switch (verdict(reply.code)) {
      case 'accept':
        this.#on.store.accept(row.cmd, reply.ticket?.version);
        break;
      case 'refuse':
        this.#on.store.refuse(row.cmd, reply, heldBehind(this.#on.store.all(), row));
        break;
      case 'stop':
        this.#stopped = true;
        this.#ready = false;
        this.#on.store.markPending(row.cmd, 0);
        this.#on.onUnsupported();
        break;
      case 'resync': // the desk takes its snapshot when it next hears the head
      case 'retry':
        this.#later(row);
        break;
    }
    this.#on.onChange();
    this.pump();
  }

  #later(row: Kept): void {
    this.#on.store.markPending(row.cmd, this.#on.now() + backOff(row.tries, this.#on.random()));
    this.#on.onChange();
    this.pump();
  }
}
