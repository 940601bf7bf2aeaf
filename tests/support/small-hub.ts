import { v7 } from 'uuid';
import type { PersonId, SeatId } from '../../src/shared/ids.ts';
import { applyEvent } from '../../src/shared/ticket/apply.ts';
import { decide } from '../../src/shared/ticket/decide.ts';
import type { Ticket, TicketEvent } from '../../src/shared/ticket/model.ts';
import { TicketCommand } from '../../src/shared/wire/command.ts';
import type { CommandReply } from '../../src/shared/wire/reply.ts';
import { instant } from '../../src/shared/wire/time.ts';
import type { MemoryLink } from './memory-link.ts';

type Loose = Record<string, unknown>;

/** The hub's log and its answers by the shared rules, within the process: for tests that choose what gets lost. */
export class SmallHub {
  epoch = 'epoch-1';
  log: TicketEvent[] = [];
  readonly tickets = new Map<string, Ticket>();
  readonly replies = new Map<string, CommandReply>();
  /** events and rows that no ticket's rules make, put into pages as they are */
  pageSize = 3;
  #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Carries out a command as the hub would; the same one again gets the same reply. */
  carryOut(input: unknown, seat = 'seat-02', person = 'p-2'): CommandReply {
    const command = TicketCommand.parse(input);
    const { cmd, target } = command;
    const before = this.replies.get(cmd);
    if (before !== undefined) return { ...before, dup: true };
    const at = instant(this.#now());
    const actor = { seat: seat as SeatId, person: person as PersonId, role: 'operator' as const };
    const known = this.tickets.get(target.id);
    const decision = decide(known, command, { actor, at, ref: '' });
    const base = { v: 1, cmd } as const;
    if (!decision.ok) {
      const last = this.log.findLast((event) => event.target.id === target.id);
      return this.#keep({
        ...base,
        ok: false,
        code: decision.code,
        ...(known && { ticket: known }),
        ...(last && { last }),
      });
    }
    const { type, version, patch, note, byVoice, unit, subject, answer } = decision;
    const { role: _role, ...who } = actor;
    const seq = this.log.length + 1;
    const event: TicketEvent = {
      v: 1,
      seq,
      epoch: this.epoch,
      target,
      type,
      ...who,
      version,
      cmd,
      at,
      patch,
      ...(note === undefined ? {} : { note }),
      ...(byVoice === undefined ? {} : { byVoice }),
      ...(unit === undefined ? {} : { unit }),
      ...(subject === undefined ? {} : { subject }),
      ...(answer === undefined ? {} : { answer }),
    };
    const ticket = applyEvent(known, event);
    this.log.push(event);
    this.tickets.set(target.id, ticket);
    return this.#keep({ ...base, ok: true, code: 'OK', seq, ticket, last: event });
  }

  /** Does something to a ticket from another seat. */
  do(op: TicketCommand['op'], id: string, args: Loose = {}): CommandReply {
    const exp = this.tickets.get(id)?.version ?? 0;
    return this.carryOut({
      v: 1,
      cmd: v7(),
      session: 's-2',
      op,
      target: { type: 'ticket', id },
      exp,
      args,
      madeAt: instant(this.#now()),
    });
  }

  create(id: string = v7(), more: Loose = {}): string {
    const place = { label: 'rue Monge' };
    this.do('ticket.create', id, {
      title: 'Lampe éteinte',
      kind: 'lampFault',
      service: 'lighting',
      priority: 3,
      place,
      ...more,
    });
    return id;
  }

  head(seq = this.log.length): Loose {
    return { v: 1, epoch: this.epoch, seq, at: instant(this.#now()) };
  }

  /** The pages that answer a query. */
  pages({
    query,
    type,
    epoch,
    since = 0,
  }: {
    query?: unknown;
    type?: unknown;
    epoch?: unknown;
    since?: number;
  }): Loose[] {
    const base = { v: 1, query, type, ok: true, code: 'OK', epoch: this.epoch, head: this.log.length };
    if (type === 'since' && (epoch !== this.epoch || since > this.log.length))
      return [{ ...base, ok: false, code: 'STALE_EPOCH', page: 0, more: false, events: [] }];
    const events = type === 'since' ? this.log.slice(since) : this.log;
    const tickets = type === 'since' ? [] : [...this.tickets.values()];
    const count = Math.max(1, Math.ceil(Math.max(events.length, tickets.length) / this.pageSize));
    const slice = <T>(list: readonly T[], i: number) =>
      list.slice(i * this.pageSize, (i + 1) * this.pageSize);
    return Array.from({ length: count }, (_, page) => ({
      ...base,
      page,
      more: page + 1 < count,
      events: slice(events, page),
      ...(type === 'since' ? {} : { tickets: slice(tickets, page) }),
    }));
  }

  /** Answers everything that comes over a link, at once. */
  serve(link: MemoryLink, seat = 'seat-01', person = 'p-1'): void {
    link.onPublish = ({ topic, text }) => {
      const rsp = `room/v1/rsp/${seat}`;
      const letter = text === '' ? {} : (JSON.parse(text) as Loose);
      if (topic === `room/v1/query/${seat}`) for (const page of this.pages(letter)) link.say(rsp, page);
      if (topic === `room/v1/cmd/${seat}` && String(letter.op).startsWith('ticket.'))
        link.say(rsp, this.carryOut(letter, seat, person));
    };
  }

  #keep(reply: CommandReply): CommandReply {
    this.replies.set(reply.cmd, reply);
    return reply;
  }
}
