import type { Shift } from '../../../shared/shift/model.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { byUrgency, isHeld } from '../../../shared/ticket/urgency.ts';

/** What one colleague passes to this person: their shift, or tickets one by one. */
export interface Offer {
  /** who passes it on, by id */
  readonly from: string;
  readonly tickets: readonly Ticket[];
  /** where it is a whole shift */
  readonly shift: Shift | undefined;
}

/** What a strip of an offer is told. */
export interface OfferProps {
  readonly offer: Offer;
  /** colleagues who wait behind this one */
  readonly more: number;
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
}

/** What waits for this person's answer, by colleague, the most urgent first. */
export function offersTo(
  person: string,
  tickets: Iterable<Ticket>,
  shifts: Iterable<Shift>,
): readonly Offer[] {
  const offered = [...tickets].filter(
    (ticket) => isHeld(ticket) && ticket.handoverTo === person && ticket.owner?.person !== person,
  );
  const byGiver = Map.groupBy(offered.toSorted(byUrgency), ({ owner }) => owner!.person as string);
  const whole = [...shifts].filter(({ state, to }) => state === 'offered' && to === person);
  const givers = new Set([...whole.map(({ from }) => from.person as string), ...byGiver.keys()]);
  return [...givers].map((from) => ({
    from,
    tickets: byGiver.get(from) ?? [],
    shift: whole.find((shift) => shift.from.person === from),
  }));
}
