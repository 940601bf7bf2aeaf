import { useEffect, useRef } from 'react';
import { useBridge } from '../../lib/bridge/index.tsx';
import { useNotices, useReport } from '../../lib/notices/index.ts';
import { useBoard, useDesk, useViewer } from './board.ts';
import type { Row } from './model.ts';
import { hasIt, noteKey, notesTo, touchedBetween } from './notes-to.ts';
import { type SeenNotes, useSeenNotes } from './seen-notes.ts';
import { useSpeaker } from './speaker.ts';
import { shortRef, whoIs } from './words.ts';

/** Notes that were told, by the subject of their notice. */
type Told = Map<string, { readonly ticket: string; readonly key: string }>;

/**
 * Tells who sits here of notes on their tickets that a colleague has written for them, those too that came while they
 * were signed out: until they are seen, or the ticket is no more theirs.
 */
export function useAddressedNotes(): void {
  const loaded = useDesk((desk) => desk.loaded);
  const viewer = useViewer().me?.id;
  const me = loaded ? viewer : undefined;
  const seen = useSeenNotes(me);
  const told = useRef<Told>(new Map());
  useForgottenWithPerson(me, told.current);
  useTelling(me, seen, told.current);
  useSeen(seen, told.current);
}

function useTelling(me: string | undefined, seen: SeenNotes | undefined, told: Told): void {
  const bridge = useBridge();
  const report = useReport();
  const speaker = useSpeaker();
  const rows = useBoard((board) => board.rows);
  const show = useNotices((notices) => notices.show);
  const withdraw = useNotices((notices) => notices.withdraw);
  const read = useRef<{ readonly me: string; readonly rows: ReadonlyMap<string, Row> }>(undefined);
  const now = useRef({ me, rows });
  now.current = { me, rows };
  useEffect(() => {
    if (me === undefined || seen === undefined) {
      read.current = undefined;
      return;
    }
    const before = read.current?.me === me ? read.current.rows : undefined;
    read.current = { me, rows };
    for (const [subject, { ticket }] of told)
      if (!hasIt(rows.get(ticket), me) && told.delete(subject)) withdraw(subject);
    for (const ticket of touchedBetween(before, rows, me))
      bridge.request('desk.timeline', { ticket }).then(
        (events) => {
          const row = now.current.rows.get(ticket);
          if (now.current.me !== me || row === undefined || !hasIt(row, me)) return; // gone while it was read
          for (const event of notesTo(events, me, seen.keys)) {
            const key = noteKey(event);
            const subject = `note ${key}`;
            if (told.has(subject)) continue;
            told.set(subject, { ticket, key });
            const ref = shortRef(row.ticket, speaker.t);
            const who = whoIs(speaker, event.person);
            show(speaker.t('desk.note.told', { who, ref, note: event.note ?? '' }), { subject, ticket, ref });
          }
        },
        (error) => report('desk.timeline', error),
      );
  }, [me, seen, rows, bridge, report, show, withdraw, speaker, told]);
}

/** What was for somebody else is not left standing for who comes after. */
function useForgottenWithPerson(me: string | undefined, told: Told): void {
  const withdraw = useNotices((notices) => notices.withdraw);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew to whoever comes
  useEffect(
    () => () => {
      for (const subject of told.keys()) withdraw(subject);
      told.clear();
    },
    [me],
  );
}

/** A notice that was opened or put away has been seen. */
function useSeen(seen: SeenNotes | undefined, told: Told): void {
  const list = useNotices((notices) => notices.list);
  useEffect(() => {
    const standing = new Set(list.map(({ subject }) => subject));
    for (const [subject, { key }] of told) if (!standing.has(subject) && told.delete(subject)) seen?.add(key);
  }, [list, seen, told]);
}
