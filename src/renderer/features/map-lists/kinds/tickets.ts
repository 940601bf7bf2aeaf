import { useMemo } from 'react';
import { millis } from '../../../../shared/wire/time.ts';
import { roundMinutes, useT } from '../../../lib/i18n/index.tsx';
import { shortRef, useBoard } from '../../desk/index.ts';
import type { ListedMap, Thing } from '../model.ts';
import { useListMoment } from './use-list-moment.ts';

/** Tickets that are on the map, the most urgent first; choosing one opens it, as its mark does. */
export function useTicketThings({ openTicket }: ListedMap): readonly Thing[] {
  const t = useT();
  const rows = useBoard((board) => board.rows);
  const moment = useListMoment();
  return useMemo(
    () =>
      [...rows.values()]
        .filter(({ ticket }) => ticket.place.position !== undefined && ticket.state !== 'closed')
        .toSorted(
          (a, b) =>
            a.ticket.priority - b.ticket.priority || a.ticket.openedAt.localeCompare(b.ticket.openedAt),
        )
        .map(
          ({ ticket, alarming, pending }): Thing => ({
            id: ticket.id,
            label: `${shortRef(ticket, t)} · ${ticket.title}`,
            wrong: alarming,
            say: () => ({
              detail: [
                t(`priority.${ticket.priority}`),
                ticket.place.label,
                t('lists.ticket.open', { age: roundMinutes(moment - millis(ticket.openedAt)) }),
              ]
                .filter(Boolean)
                .join(' · '),
              state: alarming
                ? t('lists.ticket.asks')
                : pending.length > 0
                  ? t('lists.ticket.pending')
                  : undefined,
            }),
            show: () => openTicket(ticket.id),
          }),
        ),
    [t, rows, moment, openTicket],
  );
}
