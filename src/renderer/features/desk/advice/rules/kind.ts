import { Tag } from 'lucide-react';
import { useMemo } from 'react';
import { kindOfTicket } from '../../../../../shared/advice/reclassify.ts';
import { useT } from '../../../../lib/i18n/index.tsx';
import { allowed } from '../../actions.ts';
import { useDesk, useViewer } from '../../board.ts';
import type { Row } from '../../model.ts';
import { kindOf } from '../../words.ts';
import type { Proposal } from '../proposal.ts';

/** The kind of a ticket that has none yet, with the service that answers for it. */
export function useKind(row: Row): readonly Proposal[] {
  const { ticket } = row;
  const t = useT();
  const viewer = useViewer();
  const act = useDesk((desk) => desk.act);
  return useMemo(() => {
    if (!allowed(row, viewer, 'ticket.amend')) return [];
    const advice = kindOfTicket(ticket);
    if (advice === undefined) return [];
    const { kind, service, words, next } = advice;
    return [
      {
        rule: 'kind',
        key: kind,
        icon: Tag,
        title: t('advice.kind', { kind: kindOf(t, kind) }),
        detail: t('advice.kind.service', { service: t(`desk.service.${service}`) }),
        reasons: [t('advice.kind.words', { words: words.join(', ') })],
        unless:
          next === undefined
            ? t('advice.kind.unless')
            : t('advice.kind.unlessNext', { kind: kindOf(t, next.kind), words: next.words.join(', ') }),
        way: t('advice.kind.way'),
        follow: async () => {
          await act('ticket.amend', ticket.id, { kind, service }, { advice: 'kind' });
        },
        whyNot: t('advice.kind.whyNot'),
      },
    ];
  }, [row, ticket, viewer, t, act]);
}
