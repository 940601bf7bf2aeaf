import { GitMerge } from 'lucide-react';
import { useMemo } from 'react';
import { duplicatesOf } from '../../../../../shared/advice/duplicate.ts';
import { promisesClash } from '../../../../../shared/ticket/promise.ts';
import { useT } from '../../../../lib/i18n/index.tsx';
import { allowed } from '../../actions.ts';
import { useBoard, useDesk, useViewer } from '../../board.ts';
import type { Row } from '../../model.ts';
import { shortRef } from '../../words.ts';
import { duplicateReason } from '../duplicate-words.ts';
import type { Proposal } from '../proposal.ts';

/** Tickets that tell of the same event, to be made one. */
export function useDuplicates({ ticket }: Row): readonly Proposal[] {
  const t = useT();
  const rows = useBoard((board) => board.rows);
  const viewer = useViewer();
  const act = useDesk((desk) => desk.act);
  const show = useDesk((desk) => desk.show);
  return useMemo(() => {
    const others = [...rows.values()].map((row) => row.ticket);
    return duplicatesOf(ticket, others).flatMap(({ merge, into, reasons, limits }): readonly Proposal[] => {
      const goes = rows.get(merge);
      const stays = rows.get(into);
      const other = merge === ticket.id ? stays?.ticket : goes?.ticket;
      if (goes === undefined || stays === undefined || other === undefined) return [];
      if (!allowed(goes, viewer, 'ticket.merge')) return [];
      return [
        {
          rule: 'duplicate',
          key: other.id,
          icon: GitMerge,
          title: t('advice.duplicate', { ref: shortRef(other, t) }),
          detail: `${other.title}, ${other.place.label}`,
          reasons: reasons.map((reason) => duplicateReason(t, reason)),
          unless: t('advice.duplicate.unless', { ...limits }),
          way: t('advice.merge', { ref: shortRef(stays.ticket, t) }),
          follow: async () => {
            if (await act('ticket.merge', merge, { into }, { advice: 'duplicate' })) show(into);
          },
          ...(promisesClash(goes.ticket, stays.ticket) ? { hindered: t('advice.merge.promises') } : {}),
          whyNot: t('advice.duplicate.whyNot'),
        },
      ];
    });
  }, [ticket, rows, viewer, t, act, show]);
}
