import { folded } from '../i18n/folded.ts';
import type { Ticket } from '../ticket/model.ts';
import type { Procedure } from './model.ts';

/** Whether a procedure is for this kind of ticket, at this place and for this service. */
export function fits({ kinds, only = {} }: Procedure, { kind, service, place }: Ticket): boolean {
  const isOneOf = (names: readonly string[] | undefined, name: string | undefined) =>
    names === undefined || (name !== undefined && names.some((one) => folded(one) === folded(name)));
  return (
    kinds.includes(kind) &&
    (only.services?.includes(service) ?? true) &&
    isOneOf(only.communes, place.commune) &&
    isOneOf(only.streets, place.street)
  );
}

/** Those that fit, the more particular first: what names a street knows more than what is for all of them. */
export const fitting = (procedures: Iterable<Procedure>, ticket: Ticket): readonly Procedure[] =>
  [...procedures]
    .filter((procedure) => fits(procedure, ticket))
    .toSorted((a, b) => narrowness(b) - narrowness(a) || a.id.localeCompare(b.id));

const narrowness = ({ only = {} }: Procedure): number =>
  Number(only.streets !== undefined) * 4 +
  Number(only.communes !== undefined) * 2 +
  Number(only.services !== undefined);
