import { useEffect, useRef } from 'react';
import { isOpenQuestion } from '../../../shared/unit/assignment.ts';
import type { RoomUnit } from '../../../shared/unit/model.ts';
import type { Translate } from '../../lib/i18n/index.tsx';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { type Row, useBoard } from '../desk/index.ts';
import { useUnits } from './use-units.ts';
import { assignmentWords } from './words.ts';

/**
 * What units have said or not said on one's own tickets that wants another decision, by ticket and unit.
 * @returns the sentence of each
 */
export function questionsOf(
  rows: ReadonlyMap<string, Row>,
  units: ReadonlyMap<string, RoomUnit>,
  t: Translate,
): ReadonlyMap<string, string> {
  const open = new Map<string, string>();
  for (const { mine, confirmed } of rows.values()) {
    if (!mine || confirmed === undefined || confirmed.state === 'closed') continue;
    for (const one of confirmed.assignments ?? []) {
      if (!isOpenQuestion(one)) continue;
      const unit = units.get(one.unit)?.callSign ?? one.unit;
      const ref = confirmed.ref?.split('-').at(-1) ?? confirmed.title;
      open.set(
        `${confirmed.id} ${one.unit} ${one.at}`,
        t('units.news', { ref, unit, what: assignmentWords(t, one) }),
      );
    }
  }
  return open;
}

/** Tells the owner of a ticket that a unit refuses or was not told, whatever they are looking at: once each. */
export function useUnitNews(): void {
  const rows = useBoard((board) => board.rows);
  const units = useUnits();
  const t = useT();
  const show = useNotices((notices) => notices.show);
  const told = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    const open = questionsOf(rows, units, t);
    // What stood open before the window was there is on its tickets.
    for (const [key, words] of open) if (told.current !== undefined && !told.current.has(key)) show(words);
    told.current = new Set(open.keys());
  }, [rows, units, t, show]);
}
