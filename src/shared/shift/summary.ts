import type { Ticket } from '../ticket/model.ts';
import { byUrgency, isHeld } from '../ticket/urgency.ts';
import type { Matter } from './model.ts';

/** An offer that nobody has answered for so long is the supervisor's to see to. */
export const UNANSWERED_MS = 15 * 60_000;

/** Those that a person holds: what must not be left without anybody. Most urgent first. */
export const heldBy = (tickets: Iterable<Ticket>, person: string): readonly Ticket[] =>
  [...tickets].filter((ticket) => isHeld(ticket) && ticket.owner?.person === person).toSorted(byUrgency);

/** What whoever comes must know of: each matter once, all those of a ticket together. @param held as `heldBy` gives it */
export const summarise = (held: readonly Ticket[]): readonly Matter[] => held.flatMap(mattersOf);

function mattersOf({ id, handoverTo, units, steps = [] }: Ticket): readonly Matter[] {
  const skipped = steps.filter(({ state }) => state === 'skipped').map(({ step }) => step.text);
  return [
    { kind: 'ticket', ticket: id, ...(handoverTo === undefined ? {} : { asked: handoverTo }) },
    ...(units.length > 0 ? [{ kind: 'units', ticket: id, units } as const] : []),
    ...(skipped.length > 0 ? [{ kind: 'skipped', ticket: id, steps: skipped } as const] : []),
  ];
}
