import { useCallback } from 'react';
import { useCity } from '../../features/city/index.ts';
import { AdviceList, inOrder, type Row, useDeskAdvice } from '../../features/desk/index.ts';
import { useNearestAdvice } from '../../features/units/index.ts';
import { useCameraAdvice } from './use-camera-advice.ts';
import { useRelightAdvice } from './use-relight-advice.ts';

/** What rules of all features propose for the open ticket, what presses first. */
export function TicketAdvice({ row }: { readonly row: Row }) {
  const book = useCity((city) => city.book);
  const feedOf = useCallback((lamp: string) => book.byId(lamp), [book]);
  const proposals = [
    ...useDeskAdvice(row, feedOf),
    ...useNearestAdvice(row),
    ...useRelightAdvice(row),
    ...useCameraAdvice(row),
  ];
  return <AdviceList key={row.ticket.id} row={row} proposals={inOrder(row.ticket, proposals)} />;
}
