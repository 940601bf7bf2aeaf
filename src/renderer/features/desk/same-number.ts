import type { Ticket } from '../../../shared/ticket/model.ts';

const digits = (number: string): string => number.replace(/\D/g, '').replace(/^(?:00)?33(?=\d{9}$)/, '0');

/** The tickets of a number that this seat knows, latest first: written with spaces or a country's code or not. */
export function ticketsOf(
  tickets: ReadonlyMap<string, Ticket>,
  number: string | undefined,
): readonly Ticket[] {
  const sought = digits(number ?? '');
  if (sought.length < 6) return [];
  return [...tickets.values()]
    .filter(({ caller }) => caller?.number !== undefined && digits(caller.number) === sought)
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
}
