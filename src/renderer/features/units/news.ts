import { useMemo } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useStanding } from '../../lib/notices/index.ts';
import { useBoard } from '../desk/index.ts';
import { questionsOf } from './questions.ts';
import { useUnits } from './use-units.ts';

/**
 * Tells the owner of a ticket that a unit refuses or was not told, whatever they are looking at: once each, and only as
 * long as it is so.
 */
export function useUnitNews(): void {
  const rows = useBoard((board) => board.rows);
  const units = useUnits();
  const t = useT();
  useStanding(useMemo(() => questionsOf(rows, units, t), [rows, units, t]));
}
