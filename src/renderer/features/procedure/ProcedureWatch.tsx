import { useEffect, useRef } from 'react';
import { useReadNow } from '../../lib/clock/index.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import {
  commandWords,
  isAgreed,
  shortRef,
  standingWords,
  useBoard,
  useDesk,
  useSpeaker,
} from '../desk/index.ts';
import { nameOf, useMe, useSession } from '../session/index.ts';
import { skippedSteps } from './skipped.ts';

/** Nothing to see: tells supervisors of mandatory steps left out, and takes away refusals that change nothing. */
export function ProcedureWatch() {
  useAgreed();
  useToldSkips();
  return null;
}

/** Two did the same step: the first mark stands, the second author is told whose it is and has nothing to decide. */
function useAgreed(): void {
  const refused = useBoard((board) => board.refused);
  const dismiss = useDesk((desk) => desk.dismiss);
  const show = useNotices((notices) => notices.show);
  const speaker = useSpeaker();
  const seen = useRef(new Set<string>());
  useEffect(() => {
    for (const item of refused) {
      if (seen.current.has(item.cmd) || !isAgreed(item)) continue;
      seen.current.add(item.cmd);
      const said = [commandWords(speaker.t, item), standingWords(speaker, item)];
      show(said.filter(Boolean).join(', '));
      void dismiss(item.cmd);
    }
  }, [refused, dismiss, show, speaker]);
}

/** Those that come while a supervisor sits here; what was before stands in Supervision. */
function useToldSkips(): void {
  const t = useT();
  const me = useMe();
  const supervises = me?.role === 'supervisor';
  const loaded = useDesk((desk) => desk.loaded);
  const tickets = useDesk((desk) => desk.tickets);
  const people = useSession(({ view }) => view?.people);
  const show = useNotices((notices) => notices.show);
  const withdraw = useNotices((notices) => notices.withdraw);
  const now = useReadNow();
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (!supervises || !loaded) {
      known.current = undefined;
      return;
    }
    const all = skippedSteps(tickets.values(), now());
    const before = known.current;
    known.current = new Set(all.map(({ mark }) => mark.cmd));
    if (before === undefined) return;
    for (const cmd of before) if (!known.current.has(cmd)) withdraw(cmd); // somebody does it after all
    const fresh = all.filter(({ mark }) => !before.has(mark.cmd) && mark.person !== me?.id);
    // A closing leaves out several by one command: told once.
    for (const [first, ...others] of Map.groupBy(fresh, ({ mark }) => mark.cmd).values()) {
      if (first === undefined) continue;
      const { ticket, mark } = first;
      const said = {
        who: nameOf(people ?? [], mark.person),
        ref: shortRef(ticket, t),
        motive: mark.motive ?? '',
      };
      show(
        others.length === 0
          ? t('procedure.notice', { ...said, step: mark.step.text })
          : t('procedure.noticeClosed', { ...said, n: others.length + 1 }),
        { subject: mark.cmd, ticket: ticket.id, ref: said.ref },
      );
    }
  }, [supervises, loaded, tickets, people, me, show, withdraw, now, t]);
}
