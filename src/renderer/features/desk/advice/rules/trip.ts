import { Route } from 'lucide-react';
import { useMemo } from 'react';
import { tripOf } from '../../../../../shared/advice/trip.ts';
import { useT } from '../../../../lib/i18n/index.tsx';
import { allowed } from '../../actions.ts';
import { useBoard, useDesk, useViewer } from '../../board.ts';
import type { Row } from '../../model.ts';
import { shortRef } from '../../words.ts';
import type { Proposal } from '../proposal.ts';

/** Other faults that the same crew can see to while it is here: linked to this ticket, they are one trip. */
export function useTrip(row: Row): readonly Proposal[] {
  const { ticket } = row;
  const t = useT();
  const rows = useBoard((board) => board.rows);
  const viewer = useViewer();
  const act = useDesk((desk) => desk.act);
  return useMemo(() => {
    if (!allowed(row, viewer, 'ticket.link')) return [];
    const trip = tripOf(
      ticket,
      [...rows.values()].map((other) => other.ticket),
    );
    if (trip === undefined) return [];
    const { others, crew, metres, limits } = trip;
    const refs = others.flatMap((id) => {
      const other = rows.get(id)?.ticket;
      return other === undefined ? [] : [shortRef(other, t)];
    });
    return [
      {
        rule: 'trip',
        key: crew,
        icon: Route,
        title: t('advice.trip', { n: others.length }),
        detail: refs.join(', '),
        reasons: [
          t('advice.trip.crew', { crew: t(`advice.crew.${crew}`) }),
          t('advice.trip.within', { metres }),
        ],
        unless: t('advice.trip.unless', { ...limits }),
        way: t('advice.trip.way', { n: others.length }),
        // One after the other: each is guarded by what the one before makes.
        follow: async () => {
          for (const [n, other] of others.entries()) {
            const exp = ticket.version + n;
            if (!(await act('ticket.link', ticket.id, { ticket: other }, { advice: 'trip', exp }))) return;
          }
        },
        whyNot: t('advice.trip.whyNot'),
      },
    ];
  }, [row, ticket, rows, viewer, t, act]);
}
