import { useEffect, useMemo, useRef } from 'react';
import { byUrgency } from '../../../shared/ticket/urgency.ts';
import { type Bridge, useBridge } from '../../lib/bridge/index.tsx';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { type Row, useBoard, useDesk, useViewer } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import { isOvertaken, motiveOf, type Passed, passedBetween } from './passed.ts';

type Rows = ReadonlyMap<string, Row>;
/** One notice: what one person did with several tickets, the most urgent first, and why where it is known. */
interface News {
  readonly all: readonly Passed[];
  readonly motive?: string | undefined;
}

/**
 * Tells whoever sits here what became of tickets that were theirs: its cameras went with it. What has been overtaken
 * since is taken back.
 */
export function useHandoverNews(): void {
  const bridge = useBridge();
  const me = useViewer().me?.id;
  const loaded = useDesk((desk) => desk.loaded);
  const rows = useBoard((board) => board.rows);
  const show = useNotices((notices) => notices.show);
  const reword = useNotices((notices) => notices.reword);
  const withdraw = useNotices((notices) => notices.withdraw);
  const wordsOf = useNewsWords();
  const seen = useRef<{ readonly me: string; readonly rows: Rows }>(undefined);
  const told = useRef(new Map<string, News>());
  useEffect(() => {
    const before = seen.current;
    seen.current = me === undefined || !loaded ? undefined : { me, rows };
    if (me === undefined || before?.me !== me) {
      for (const subject of told.current.keys()) withdraw(subject); // it was for somebody else
      told.current.clear();
    }
    if (me === undefined || !loaded || before?.me !== me) return;
    for (const [subject, news] of told.current) {
      const all = news.all.filter(({ ticket, how }) => !isOvertaken(how, rows.get(ticket), me));
      if (all.length === news.all.length) continue;
      told.current.set(subject, { ...news, all });
      if (all.length > 0) reword(subject, ...wordsOf({ ...news, all }));
      else if (told.current.delete(subject)) withdraw(subject);
    }
    // A whole shift passes at once: said once.
    const fresh = Map.groupBy(passedBetween(before.rows, rows, me), ({ how, who }) => `${how} ${who}`);
    for (const group of fresh.values()) {
      const all = mostUrgentFirst(group, rows);
      const subject = `shift ${all.map(({ ticket, how }) => `${how} ${ticket}`).join(' ')}`;
      told.current.set(subject, { all });
      void motiveFrom(bridge, all[0]).then((motive) => {
        const news = told.current.get(subject);
        if (news === undefined) return; // overtaken while the motive was read
        told.current.set(subject, { ...news, motive });
        const [words, about] = wordsOf({ ...news, motive });
        show(words, { ...about, subject });
      });
    }
  }, [me, loaded, rows, show, reword, withdraw, wordsOf, bridge]);
}

/** @returns a function that makes the words of news, and says which ticket they are about: the most urgent */
function useNewsWords(): (
  news: News,
) => readonly [words: string, about: { readonly ticket?: string; readonly ref?: string }] {
  const t = useT();
  const people = useSession(({ view }) => view?.people);
  return useMemo(
    () =>
      ({ all, motive }) => {
        const [first] = all;
        if (first === undefined) return ['', {}];
        const who = first.who === undefined ? '' : nameOf(people ?? [], first.who);
        const ref = first.ref ?? '';
        const what = t(`shift.news.${first.how}`, { ref, n: all.length, who });
        const words = motive === undefined ? what : t('shift.news.why', { what, motive });
        return [words, { ticket: first.ticket, ref }];
      },
    [t, people],
  );
}

function mostUrgentFirst(group: readonly Passed[], rows: Rows): readonly Passed[] {
  return group.toSorted((a, b) => {
    const [one, other] = [rows.get(a.ticket)?.ticket, rows.get(b.ticket)?.ticket];
    return one === undefined || other === undefined ? 0 : byUrgency(one, other);
  });
}

/** The news is told without its motive rather than not at all. */
const motiveFrom = async (bridge: Bridge, first: Passed | undefined): Promise<string | undefined> =>
  first === undefined
    ? undefined
    : bridge.request('desk.timeline', { ticket: first.ticket }).then(
        (events) => motiveOf(events, first.how),
        () => undefined,
      );
