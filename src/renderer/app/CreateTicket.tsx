import { NewTicket, useDesk } from '../features/desk/index.ts';
import { useStreetBook } from './use-street-book.ts';

/** The form of a new ticket, while it is wanted, with the streets that the city has. */
export function CreateTicket() {
  const creating = useDesk((desk) => desk.creating);
  const create = useDesk((desk) => desk.create);
  const streets = useStreetBook();
  if (creating === undefined) return null;
  const { mend } = creating;
  return <NewTicket key={mend?.cmd} mend={mend} streets={streets} onClose={() => create(undefined)} />;
}
