import { useMemo } from 'react';
import { streetBook } from '../../shared/geo/street-book.ts';
import { useCity } from '../features/city/index.ts';
import { NewTicket, useDesk } from '../features/desk/index.ts';

/** The form of a new ticket, while it is wanted, with the streets that the city has. */
export function CreateTicket() {
  const creating = useDesk((desk) => desk.creating);
  const create = useDesk((desk) => desk.create);
  const pieces = useCity(({ streets }) => streets);
  const streets = useMemo(() => streetBook(pieces), [pieces]);
  if (creating === undefined) return null;
  const { mend } = creating;
  return <NewTicket key={mend?.cmd} mend={mend} streets={streets} onClose={() => create(undefined)} />;
}
