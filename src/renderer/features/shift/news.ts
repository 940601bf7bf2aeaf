import { useEffect, useRef } from 'react';
import { type Bridge, useBridge } from '../../lib/bridge/index.tsx';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { type Row, useBoard, useDesk, useViewer } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import { motiveOf, type Passed, passedBetween } from './passed.ts';

/** Tells whoever sits here what became of tickets that were theirs: its cameras went with it. */
export function useHandoverNews(): void {
  const t = useT();
  const bridge = useBridge();
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
      const what = t(`shift.news.${first.how}`, said);
      const about = { ticket: first.ticket, ref: said.ref };
      void motiveFrom(bridge, first).then((motive) =>
        show(motive === undefined ? what : t('shift.news.why', { what, motive }), about),
      );
    }
  }, [me, loaded, rows, people, show, t, bridge]);
}

/** The news is told without its motive rather than not at all. */
const motiveFrom = (bridge: Bridge, { ticket, how }: Passed): Promise<string | undefined> =>
  bridge.request('desk.timeline', { ticket }).then(
    (events) => motiveOf(events, how),
    () => undefined,
  );
