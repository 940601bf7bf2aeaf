import { ZapOff } from 'lucide-react';
import { useMemo } from 'react';
import { type FeedOf, type OutageReason, outageBehind } from '../../../../../shared/advice/outage.ts';
import { assertNever } from '../../../../../shared/assert-never.ts';
import { isPromised } from '../../../../../shared/ticket/promise.ts';
import { type Translate, useT } from '../../../../lib/i18n/index.tsx';
import { allowed } from '../../actions.ts';
import { useBoard, useDesk, useViewer } from '../../board.ts';
import type { Row } from '../../model.ts';
import { shortRef } from '../../words.ts';
import type { Proposal } from '../proposal.ts';

/** Many reports of single lamps, one failure behind them: to be made one. @param feedOf the same function as long as it answers the same */
export function useOutage({ ticket }: Row, feedOf: FeedOf): readonly Proposal[] {
  const t = useT();
  const rows = useBoard((board) => board.rows);
  const viewer = useViewer();
  const act = useDesk((desk) => desk.act);
  const show = useDesk((desk) => desk.show);
  return useMemo(() => {
    const outage = outageBehind(
      ticket,
      [...rows.values()].map((other) => other.ticket),
      feedOf,
    );
    const stays = outage === undefined ? undefined : rows.get(outage.into);
    if (outage === undefined || stays === undefined) return [];
    const { into, merge, reasons, limits } = outage;
    const go = merge.flatMap((id) => rows.get(id) ?? []);
    if (go.length < merge.length || !go.every((row) => allowed(row, viewer, 'ticket.merge'))) return [];
    const promised = [stays, ...go].filter((row) => isPromised(row.ticket));
    return [
      {
        rule: 'outage',
        key: into === ticket.id ? merge[0]! : into,
        icon: ZapOff,
        title: t('advice.outage', { n: merge.length + 1 }),
        detail: [stays, ...go].map((row) => shortRef(row.ticket, t)).join(', '),
        reasons: reasons.flatMap((reason) => reasonWords(t, reason) ?? []),
        unless: t('advice.outage.unless', { ...limits }),
        way: t('advice.merge', { ref: shortRef(stays.ticket, t) }),
        follow: async () => {
          for (const id of merge)
            if (!(await act('ticket.merge', id, { into }, { advice: 'outage' }))) return;
          show(into);
        },
        ...(promised.length > 1 ? { hindered: t('advice.merge.promises') } : {}),
        whyNot: t('advice.outage.whyNot'),
      },
    ];
  }, [ticket, rows, viewer, t, act, show, feedOf]);
}

/** undefined: the title has said it. */
function reasonWords(t: Translate, reason: OutageReason): string | undefined {
  switch (reason.kind) {
    case 'reports':
      return undefined;
    case 'residents':
      return t('advice.outage.residents', { n: reason.count });
    case 'sameCabinet':
      return t('advice.outage.cabinet', { cabinet: reason.cabinet });
    case 'sameCircuit':
      return t('advice.outage.circuit', { circuit: reason.circuit });
    case 'sameStreet':
      return t('advice.sameStreet');
    case 'across':
      return t('advice.outage.across', { metres: reason.metres });
    case 'within':
      return t('advice.soon', { minutes: reason.minutes });
    default:
      return assertNever(reason);
  }
}
