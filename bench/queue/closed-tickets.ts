import { v7 } from 'uuid';
import type { Store } from '../../src/hub/store/store.ts';
import type { Unit } from '../../src/hub/store/unit.ts';
import type { PersonId, SeatId, TicketId } from '../../src/shared/ids.ts';
import { applyEvent } from '../../src/shared/ticket/apply.ts';
import { decide } from '../../src/shared/ticket/decide.ts';
import type { Ticket, TicketEvent } from '../../src/shared/ticket/model.ts';
import { eventWords, ticketWords } from '../../src/shared/ticket/search-text.ts';
import { TicketCommand } from '../../src/shared/wire/command.ts';
import { instant } from '../../src/shared/wire/time.ts';

/** How often a ticket was opened, ms: a hundred thousand are half a year. */
const APART = 150_000;
/** In one transaction. */
const PIECE = 500;
const MATTERS = ['Lampadaire éteint', 'Tapage', 'Dépôt sauvage', 'Feux en panne', 'Véhicule gênant'] as const;
const STREETS = ['rue Monge', 'rue Berbisey', 'place Wilson', 'quai Nicolas-Rolin', 'rue d’Auxonne'] as const;
const actor = { seat: 'seat-01' as SeatId, person: 'p-1' as PersonId, role: 'operator' as const };

/**
 * Puts closed tickets into a store, each opened, taken, noted on and closed by the shared rules, the last of them
 * closed at `until`. `note` is on one of them in a thousand.
 */
export async function fillWithClosed(
  store: Store,
  count: number,
  until: number,
  note: string,
): Promise<void> {
  for (let from = 0; from < count; from += PIECE) {
    const numbers = Array.from({ length: Math.min(PIECE, count - from) }, (_, n) => from + n);
    await store.write((unit) => writeAll(unit, numbers, (n) => until - (count - n) * APART, note));
  }
}

async function writeAll(
  unit: Unit,
  numbers: readonly number[],
  openedAt: (n: number) => number,
  note: string,
): Promise<void> {
  const made = numbers.map((n) => lifeOf(unit, n, openedAt(n), n % 1_000 === 0 ? note : 'Vu sur place'));
  const last = made.map(({ ticket, events }) => ({ ticket, events, seq: events.at(-1)!.seq }));
  const rows = last.map(({ ticket, seq }) => ({
    id: ticket.id,
    version: ticket.version,
    state: ticket.state,
    owner_seat: actor.seat,
    owner_person: actor.person,
    closed_at: ticket.closedAt ?? null,
    last_seq: seq,
    merged_into: null,
    json: JSON.stringify(ticket),
  }));
  await unit.tx.insertInto('ticket').values(rows).execute();
  const texts = last.map(({ ticket, events }) => ({
    id: ticket.id,
    about: ticketWords(ticket),
    said: events.map(eventWords).join(''),
  }));
  await unit.tx.insertInto('ticket_text').values(texts).execute();
  const events = made.flatMap((one) =>
    one.events.map((event) => ({
      seq: event.seq,
      target_id: one.ticket.id,
      at: event.at,
      json: JSON.stringify(event),
    })),
  );
  await unit.tx.insertInto('event').values(events).execute();
}

/** What became of one ticket, an hour long. */
function lifeOf(
  unit: Unit,
  n: number,
  openedAt: number,
  text: string,
): { readonly ticket: Ticket; readonly events: readonly TicketEvent[] } {
  const id = v7({ msecs: openedAt }) as TicketId;
  const title = `${MATTERS[n % MATTERS.length]} ${n}`;
  const place = { label: `${n % 90}, ${STREETS[n % STREETS.length]}`, commune: 'Dijon' };
  const steps = [
    ['ticket.create', { title, kind: 'other', service: 'roads', priority: 3, place }],
    ['ticket.claim', {}],
    ['ticket.note', { text }],
    ['ticket.close', { outcome: 'done' }],
  ] as const;
  let ticket: Ticket | undefined;
  const events: TicketEvent[] = [];
  for (const [step, [op, args]] of steps.entries()) {
    const at = instant(openedAt + step * 1_200_000);
    const target = { type: 'ticket' as const, id };
    const parts = { v: 1, cmd: v7(), session: 's', op, target, exp: ticket?.version ?? 0, args, madeAt: at };
    const command = TicketCommand.parse(parts);
    const decision = decide(ticket, command, { actor, at, ref: `INT-0000-${String(n).padStart(4, '0')}` });
    if (!decision.ok) throw new Error(`${op} was refused: ${decision.code}`);
    const { type, version, patch } = decision;
    const event: TicketEvent = {
      v: 1,
      seq: unit.nextSeq(),
      epoch: unit.epoch,
      target,
      type,
      seat: actor.seat,
      person: actor.person,
      version,
      cmd: command.cmd,
      at,
      patch,
      ...(decision.note === undefined ? {} : { note: decision.note }),
    };
    events.push(event);
    ticket = applyEvent(ticket, event);
  }
  return { ticket: ticket!, events };
}
