import { useEffect, useRef } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { type Row, useBoard, useDesk, useViewer } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import { passedBetween } from './passed.ts';

/** Tells whoever sits here what became of tickets that were theirs: its cameras went with it. */
export function useHandoverNews(): void {
  const t = useT();
  const me = useViewer().me?.id;
  const loaded = useDesk((desk) => desk.loaded);
  const rows = useBoard((board) => board.rows);
  const people = useSession(({ view }) => view?.people);
  const show = useNotices((notices) => notices.show);
  const seen = useRef<{ readonly me: string; readonly rows: ReadonlyMap<string, Row> }>(undefined);
  useEffect(() => {
    if (me === undefined || !loaded) {
      seen.current = undefined;
      return;
    }
    const before = seen.current;
    seen.current = { me, rows };
    if (before?.me !== me) return;
    const all = passedBetween(before.rows, rows, me);
    // A whole shift passes at once: said once.
    for (const [first, ...more] of Map.groupBy(all, ({ how, who }) => `${how} ${who}`).values()) {
      if (first === undefined) continue;
      const who = first.who === undefined ? '' : nameOf(people ?? [], first.who);
      const said = { ref: first.ref ?? '', n: more.length + 1, who };
      show(t(`shift.news.${first.how}`, said), { ticket: first.ticket, ref: said.ref });
    }
  }, [me, loaded, rows, people, show, t]);
}
