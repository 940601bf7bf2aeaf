import type { OutboxItem } from '../../../shared/ipc/model.ts';
import type { Person } from '../../../shared/rights/model.ts';
import type { Actor } from '../../../shared/ticket/decide.ts';
import { foresee } from '../../../shared/ticket/foresee.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { TicketCommand } from '../../../shared/wire/command.ts';
import type { Intent, Row, Viewer } from './model.ts';

/**
 * A ticket as this viewer sees it.
 * @param pending its commands on their way, in the order they were made
 * @returns undefined where there is no ticket, and no command makes one
 */
export function rowOf(
  confirmed: Ticket | undefined,
  pending: readonly OutboxItem[],
  intents: readonly Intent[],
  people: readonly Person[],
  viewer: Viewer,
): Row | undefined {
  const ticket = pending.reduce<Ticket | undefined>(
    (seen, item) => overlay(seen, item, people, viewer),
    confirmed,
  );
  if (ticket === undefined) return undefined;
  return {
    ticket,
    confirmed,
    pending,
    intents,
    mine: viewer.me !== undefined && ticket.owner?.person === viewer.me.id,
    alarming: isAlarming(ticket),
  };
}

/** An unacknowledged P1 that nobody has. */
export const isAlarming = ({ priority, state, acknowledgedBy }: Ticket): boolean =>
  priority === 1 && state === 'open' && acknowledgedBy === undefined;

/** What the command would make of the ticket, by the room's own rule; nothing where the rule would refuse. */
function overlay(
  ticket: Ticket | undefined,
  item: OutboxItem,
  people: readonly Person[],
  viewer: Viewer,
): Ticket | undefined {
  const command = TicketCommand.safeParse({
    v: 1,
    cmd: item.cmd,
    session: 'overlay',
    op: item.op,
    target: { type: 'ticket', id: item.ticket },
    exp: ticket?.version ?? 0,
    args: item.args,
    motive: item.motive,
    madeAt: item.madeAt,
  });
  if (!command.success) return ticket;
  const person = item.person ?? viewer.me?.id;
  const role = people.find((candidate) => candidate.id === person)?.role ?? viewer.me?.role ?? 'operator';
  const actor = { seat: viewer.seat, person: person ?? '?', role } as Actor;
  return foresee(ticket, command.data, actor);
}
