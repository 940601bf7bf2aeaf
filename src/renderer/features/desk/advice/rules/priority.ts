import { Gauge } from 'lucide-react';
import { useMemo } from 'react';
import type { PriorityAdvice } from '../../../../../shared/advice/priority.ts';
import { localTime, priorityOfTicket } from '../../../../../shared/advice/reclassify.ts';
import { millis } from '../../../../../shared/wire/time.ts';
import { type Translate, useT, useZone } from '../../../../lib/i18n/index.tsx';
import { allowed } from '../../actions.ts';
import { useDesk, useViewer } from '../../board.ts';
import type { Row } from '../../model.ts';
import { priorityReason } from '../priority-words.ts';
import type { Proposal } from '../proposal.ts';

/** Another priority than the ticket has, unless somebody has set it by hand already. */
export function usePriority(row: Row): readonly Proposal[] {
  const { ticket } = row;
  const t = useT();
  const zone = useZone();
  const viewer = useViewer();
  const act = useDesk((desk) => desk.act);
  // While it is fetched nobody knows who has set the priority.
  const setByHand = useDesk(({ timeline }) =>
    timeline === undefined ? true : timeline.some(({ type }) => type === 'ticket.prioritised'),
  );
  return useMemo(() => {
    if (setByHand || !allowed(row, viewer, 'ticket.prioritise')) return [];
    const advice = priorityOfTicket(ticket, localTime(millis(ticket.openedAt), zone));
    if (advice === undefined) return [];
    const { priority, reasons } = advice;
    return [
      {
        rule: 'priority',
        key: `P${priority}`,
        icon: Gauge,
        title: t('advice.priority', { priority: `P${priority}`, now: `P${ticket.priority}` }),
        reasons: reasons.map((reason) => priorityReason(t, reason)),
        unless: unlessWords(t, advice),
        way: t('advice.priority.way', { priority: `P${priority}` }),
        follow: async () => {
          await act('ticket.prioritise', ticket.id, { priority }, { advice: 'priority' });
        },
        whyNot: t('advice.priority.whyNot', { priority: `P${priority}` }),
      },
    ];
  }, [setByHand, row, ticket, zone, viewer, t, act]);
}

/** Without what moved it, the kind's own; where nothing did, what would. */
function unlessWords(t: Translate, { priority, reasons }: PriorityAdvice): string {
  const [own] = reasons;
  if (own?.kind !== 'kind') return t('advice.priority.unlessNoKind');
  return own.priority === priority
    ? t('advice.priority.unlessSaid')
    : t('advice.priority.unlessKind', { priority: `P${own.priority}` });
}
