import { useEffect, useRef } from 'react';
import { useBridge } from '../../lib/bridge/index.tsx';
import { useNotices, useReport } from '../../lib/notices/index.ts';
import { useBoard, useDesk, useViewer } from './board.ts';
import type { Row } from './model.ts';
import { notesTo, touchedBetween } from './notes-to.ts';
import { useSpeaker } from './speaker.ts';
import { shortRef, whoIs } from './words.ts';

/** Tells who sits here of notes on their tickets that a colleague has written for them. */
export function useAddressedNotes(): void {
  const bridge = useBridge();
  const report = useReport();
  const speaker = useSpeaker();
  const me = useViewer().me?.id;
  const loaded = useDesk((desk) => desk.loaded);
  const rows = useBoard((board) => board.rows);
  const show = useNotices((notices) => notices.show);
  const seen = useRef<{ readonly me: string; readonly rows: ReadonlyMap<string, Row> }>(undefined);
  const told = useRef(new Set<number>());
  useEffect(() => {
    const before = seen.current;
    seen.current = me === undefined || !loaded ? undefined : { me, rows };
    if (me === undefined || !loaded || before?.me !== me) return;
    for (const { ticket, since } of touchedBetween(before.rows, rows, me))
      bridge.request('desk.timeline', { ticket }).then(
        (events) => {
          for (const event of notesTo(events, me, since)) {
            const { seq, person, note = '' } = event;
            const row = rows.get(ticket);
            if (told.current.has(seq) || row === undefined) continue;
            told.current.add(seq);
            const ref = shortRef(row.ticket, speaker.t);
            const who = whoIs(speaker, person);
            show(speaker.t('desk.note.told', { who, ref, note }), { subject: `note ${seq}`, ticket, ref });
          }
        },
        (error) => report('desk.timeline', error),
      );
  }, [me, loaded, rows, bridge, report, show, speaker]);
}
