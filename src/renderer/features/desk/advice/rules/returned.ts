import { PlugZap } from 'lucide-react';
import { returnedByItself } from '../../../../../shared/advice/returned.ts';
import { owedOn } from '../../../../../shared/procedure/owed.ts';
import { millis } from '../../../../../shared/wire/time.ts';
import { useNow } from '../../../../lib/clock/index.ts';
import { clockMinute, useT } from '../../../../lib/i18n/index.tsx';
import { useRoomData } from '../../../../lib/room-data/index.ts';
import { allowed } from '../../actions.ts';
import { useDesk, useViewer } from '../../board.ts';
import type { Row } from '../../model.ts';
import { returnedWords } from '../../words.ts';
import type { Proposal } from '../proposal.ts';

/** What its devices told of is over: to close it, and where nobody has it, to take it first. */
export function useReturned(row: Row): readonly Proposal[] {
  const { ticket } = row;
  const t = useT();
  const viewer = useViewer();
  const act = useDesk((desk) => desk.act);
  const now = useNow();
  const procedures = useRoomData((data) => data.procedure);
  const isFree = ticket.state === 'open';
  const advice = returnedByItself(ticket, now);
  if (advice === undefined || !allowed(row, viewer, isFree ? 'ticket.claim' : 'ticket.close')) return [];
  const { condition, at, minutes, lasted, recalled, hindered, limits } = advice;
  const time = clockMinute(millis(at));
  const over = returnedWords(t, { at, condition });
  const skipped = owedOn(procedures.values(), ticket);
  return [
    {
      rule: 'returned',
      // Should it fail and come back once more, that is another matter.
      key: at,
      icon: PlugZap,
      title: t('advice.returned', { over }),
      reasons: [
        t('advice.returned.since', { time, minutes }),
        t('advice.returned.lasted', { minutes: lasted }),
        ...(recalled === 0 ? [] : [t('advice.returned.recalled', { n: recalled })]),
        ...(skipped === undefined ? [] : [t('advice.returned.skipped', { n: skipped.steps.length })]),
      ],
      unless: t('advice.returned.unless', { ...limits }),
      way: t(isFree ? 'advice.returned.takeAndClose' : 'advice.returned.close'),
      ...(hindered === undefined ? {} : { hindered: t('advice.returned.hindered') }),
      follow: async () => {
        if (isFree && !(await act('ticket.claim', ticket.id))) return;
        const args = { outcome: 'noAction', ...(skipped === undefined ? { note: over } : { skipped }) };
        await act('ticket.close', ticket.id, args, {
          advice: 'returned',
          exp: ticket.version + (isFree ? 1 : 0),
          ...(skipped === undefined ? {} : { motive: over }),
        });
      },
      whyNot: t('advice.returned.whyNot'),
    },
  ];
}
