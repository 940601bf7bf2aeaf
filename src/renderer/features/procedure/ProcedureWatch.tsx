import { useEffect, useMemo, useRef } from 'react';
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
import { actsOf, type SkipAct, type SkippedStep, skippedSteps } from './skipped.ts';

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

/** Those that come while a supervisor sits here, once for each act; what was before stands in Supervision. */
function useToldSkips(): void {
  const me = useMe();
  const supervises = me?.role === 'supervisor';
  const loaded = useDesk((desk) => desk.loaded);
  const tickets = useDesk((desk) => desk.tickets);
  const show = useNotices((notices) => notices.show);
  const reword = useNotices((notices) => notices.reword);
  const withdraw = useNotices((notices) => notices.withdraw);
  const wordsOf = useSkipWords();
  const now = useReadNow();
  const known = useRef<ReadonlyMap<string, SkipAct>>(undefined);
  useEffect(() => {
    const before = known.current;
    if (!supervises || !loaded) {
      for (const id of before?.keys() ?? []) withdraw(id); // it was for somebody else
      known.current = undefined;
      return;
    }
    const acts = new Map(actsOf(skippedSteps(tickets.values(), now())).map((act) => [act.id, act]));
    known.current = acts;
    if (before === undefined) return;
    for (const id of before.keys()) if (!acts.has(id)) withdraw(id); // somebody does it after all
    for (const [id, act] of acts) {
      const had = before.get(id)?.skipped.length ?? 0;
      if (had === act.skipped.length || act.skipped[0]?.mark.person === me?.id) continue;
      const { words, ...about } = wordsOf(act);
      if (act.skipped.length > had) show(words, { ...about, subject: id });
      else reword(id, words, about);
    }
  }, [supervises, loaded, tickets, me, show, reword, withdraw, wordsOf, now]);
}

/** @returns a function that makes the words of an act, and says which ticket they are about: the most urgent */
function useSkipWords(): (act: SkipAct) => {
  readonly words: string;
  readonly ticket?: string;
  readonly ref?: string;
} {
  const t = useT();
  const people = useSession(({ view }) => view?.people);
  return useMemo(
    () =>
      ({ skipped }) => {
        const [first] = skipped;
        if (first === undefined) return { words: '' };
        const { ticket, mark } = first;
        const ref = shortRef(ticket, t);
        const refs = [...new Set(skipped.map((one) => shortRef(one.ticket, t)))];
        const named = refs.slice(0, MOST_NAMED).join(', ');
        const said = {
          who: nameOf(people ?? [], mark.person),
          ref: t('procedure.refs', { named, n: Math.max(0, refs.length - MOST_NAMED) }),
          motive: mark.motive ?? '',
          n: skipped.length,
          step: mark.step.text,
        };
        const same = (of: (one: SkippedStep) => string) => new Set(skipped.map(of)).size === 1;
        // A closing leaves out several by one command.
        const how = same((one) => one.mark.step.text)
          ? 'notice'
          : same((one) => one.mark.cmd)
            ? 'noticeClosed'
            : 'noticeSeveral';
        return { words: t(`procedure.${how}`, said), ticket: ticket.id, ref };
      },
    [t, people],
  );
}
/** Of many tickets the first are named, and the others counted. */
const MOST_NAMED = 4;
