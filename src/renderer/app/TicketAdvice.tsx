import { AdviceList, type Row, useDeskAdvice } from '../features/desk/index.ts';

/** What rules of all features propose for the open ticket. */
export function TicketAdvice({ row }: { readonly row: Row }) {
  return <AdviceList row={row} proposals={useDeskAdvice(row)} />;
}
