import { AmendTicket, type Row, useBoard, useDesk } from '../features/desk/index.ts';
import { useStreetBook } from './use-street-book.ts';

/** The form that corrects the open ticket, while it is wanted, with the streets that the city has. */
export function CorrectTicket() {
  const wanted = useDesk(({ composer }) => composer === 'amend');
  const selected = useDesk((desk) => desk.selected);
  const row = useBoard(({ rows }) => rows.get(selected ?? ''));
  return wanted && row ? <Correction key={selected} row={row} /> : null;
}

function Correction({ row }: { readonly row: Row }) {
  const compose = useDesk((desk) => desk.compose);
  const streets = useStreetBook();
  return <AmendTicket row={row} streets={streets} onClose={() => compose(undefined)} />;
}
