import { PhoneForwarded } from 'lucide-react';
import { promiseAtRisk } from '../../../../../shared/advice/promise.ts';
import { masked } from '../../../../../shared/call/masked.ts';
import { millis } from '../../../../../shared/wire/time.ts';
import { useNow } from '../../../../lib/clock/index.ts';
import { clockMinute, useT } from '../../../../lib/i18n/index.tsx';
import { allowed } from '../../actions.ts';
import { useDesk, useViewer } from '../../board.ts';
import type { Row } from '../../model.ts';
import type { Proposal } from '../proposal.ts';

/** Somebody was promised a call back, and it is nearly or already too late; the form says whether it was made. */
export function usePromise(row: Row): readonly Proposal[] {
  const t = useT();
  const viewer = useViewer();
  const now = useNow();
  const composer = useDesk((desk) => desk.composer);
  const compose = useDesk((desk) => desk.compose);
  const risk = promiseAtRisk(row.ticket, now);
  if (risk === undefined || composer === 'promise' || !allowed(row, viewer, 'ticket.keep')) return [];
  const { state, minutes, due, limits } = risk;
  const { caller, callback } = row.ticket;
  // One that came by a merge was made to somebody else than the caller of this ticket.
  const { name, number } = callback?.from === undefined ? { ...caller, ...callback } : callback;
  const who = [name, number && masked(number)].filter(Boolean).join(', ');
  return [
    {
      rule: 'promise',
      key: due,
      icon: PhoneForwarded,
      title: t(`advice.promise.${state}`),
      ...(who === '' ? {} : { detail: who }),
      reasons: [
        t('advice.promise.due', { time: clockMinute(millis(due)) }),
        t(`promise.${state}`, { minutes }),
      ],
      unless: t('advice.promise.unless', { ...limits }),
      way: t('advice.promise.way'),
      follow: () => Promise.resolve(compose('promise')),
      whyNot: t('advice.promise.whyNot'),
    },
  ];
}
