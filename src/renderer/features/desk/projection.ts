import type { OutboxItem } from '../../../shared/ipc/model.ts';
import type { Person } from '../../../shared/rights/model.ts';
import type { Actor } from '../../../shared/ticket/decide.ts';
import { foresee } from '../../../shared/ticket/foresee.ts';
import type { Priority, Ticket } from '../../../shared/ticket/model.ts';
import { TicketCommand } from '../../../shared/wire/command.ts';
import type { Board, Group, Intent, Row, Viewer } from './model.ts';

export interface Known {
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly outbox: readonly OutboxItem[];
  readonly intents: readonly Intent[];
  readonly people: readonly Person[];
}

const PRIORITIES: readonly Priority[] = [1, 2, 3, 4];
const onItsWay = (item: OutboxItem): boolean => item.state === 'pending' || item.state === 'sent';
const RACED: readonly string[] = ['VERSION_CONFLICT', 'BAD_STATE', 'NOT_OWNER'];

/** Lost to a colleague: refused with the room's own state of the ticket. */
const isConflict = (item: OutboxItem): boolean =>
  item.state === 'refused' && item.theirs !== undefined && RACED.includes(item.code ?? '');

/** The desk as this viewer sees it. Pure: the same knowledge makes the same board. */
export function project(known: Known, viewer: Viewer): Board {
  const pending = Map.groupBy(known.outbox.filter(onItsWay), (item) => item.ticket);
  const intents = Map.groupBy(
    known.intents.filter((intent) => intent.seat !== viewer.seat),
    (intent) => intent.target.id as string,
  );
  const rows = new Map<string, Row>();
  for (const id of new Set([...known.tickets.keys(), ...pending.keys()])) {
    const confirmed = known.tickets.get(id);
    const commands = pending.get(id) ?? [];
    const ticket = commands.reduce<Ticket | undefined>(
      (seen, item) => overlay(seen, item, known, viewer),
      confirmed,
    );
    if (ticket === undefined) continue;
    rows.set(id, {
      ticket,
      confirmed,
      pending: commands,
      intents: intents.get(id) ?? [],
      mine: viewer.me !== undefined && ticket.owner?.person === viewer.me.id,
      alarming: ticket.priority === 1 && ticket.state === 'open' && ticket.acknowledgedBy === undefined,
    });
  }
  const groups = grouped([...rows.values()].filter(isInQueue));
  return {
    rows,
    groups,
    open: groups.flatMap((group) => group.rows).filter((row) => row.ticket.state !== 'closed').length,
    alarming: groups[0]?.rows.filter((row) => row.alarming) ?? [],
    waiting: known.outbox.filter(onItsWay),
    conflicts: known.outbox.filter(isConflict),
    refused: known.outbox.filter((item) => item.state === 'refused' && !isConflict(item)),
    held: known.outbox.filter((item) => item.state === 'held'),
  };
}

/** What this seat has closed stays until the room has said so. */
const isInQueue = ({ ticket, confirmed }: Row): boolean =>
  ticket.state !== 'closed' || (confirmed !== undefined && confirmed.state !== 'closed');

/** What the command would make of the ticket, by the room's own rule; nothing where the rule would refuse. */
function overlay(
  ticket: Ticket | undefined,
  item: OutboxItem,
  known: Known,
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
    motive: '?', // whether it has one was judged when it was made
    madeAt: item.madeAt,
  });
  if (!command.success) return ticket;
  const person = item.person ?? viewer.me?.id;
  const role =
    known.people.find((candidate) => candidate.id === person)?.role ?? viewer.me?.role ?? 'operator';
  const actor = { seat: viewer.seat, person: person ?? '?', role } as Actor;
  return foresee(ticket, command.data, actor);
}

/** Alarming first, then by age, oldest first: rows keep their place while others come and go. */
function grouped(open: readonly Row[]): readonly Group[] {
  const byAge = (a: Row, b: Row) =>
    Number(b.alarming) - Number(a.alarming) ||
    a.ticket.openedAt.localeCompare(b.ticket.openedAt) ||
    a.ticket.id.localeCompare(b.ticket.id);
  const groups = Map.groupBy(open, (row) => row.ticket.priority);
  return PRIORITIES.map((priority) => ({ priority, rows: (groups.get(priority) ?? []).toSorted(byAge) }));
}
