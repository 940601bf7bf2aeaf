import type { UnitId } from '../ids.ts';
import type { Ticket } from '../ticket/model.ts';

/**
 * Units that still have to do with a ticket: sent and not yet finished, told or not. Who has finished stays among the
 * ticket's units as one that went, and needs nobody any more to see to it.
 */
export const engagedUnits = ({ units, assignments = [] }: Pick<Ticket, 'units' | 'assignments'>): UnitId[] =>
  units.filter(
    (id) => !assignments.some(({ unit, state }) => unit === id && (state === 'done' || state === 'refused')),
  );

/** Whether somebody is out for it, or about to be: it may not go back to the queue by itself. */
export const isManned = (ticket: Pick<Ticket, 'units' | 'assignments'>): boolean =>
  engagedUnits(ticket).length > 0;
