import { useEffect, useRef } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { useBoard } from '../desk/index.ts';
import { questionsOf } from './questions.ts';
import { useUnits } from './use-units.ts';

/** Tells the owner of a ticket that a unit refuses or was not told, whatever they are looking at: once each. */
export function useUnitNews(): void {
  const rows = useBoard((board) => board.rows);
  const units = useUnits();
  const t = useT();
  const show = useNotices((notices) => notices.show);
  const latest = useRef(units);
  latest.current = units;
  const told = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    const open = questionsOf(rows, latest.current, t);
    // What stood open before the window was there is on its tickets.
    for (const [key, words] of open) if (told.current !== undefined && !told.current.has(key)) show(words);
    told.current = new Set(open.keys());
  }, [rows, t, show]);
}
