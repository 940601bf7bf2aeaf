import type { Position } from '../position.ts';
import { NOBODY } from './fill.ts';
import { type Grid, gridOf, type Places } from './grid.ts';
import { ringsOf } from './rings.ts';

/** The ground that a group of places takes. */
export interface Area {
  /** its borders, each closed; ground that is another's or nobody's inside it has one too */
  readonly rings: readonly (readonly Position[])[];
  /** on its ground, as near the middle as may be: where its name stands */
  readonly middle: Position;
}

/**
 * The ground of each group of places, in their order: none covers another's, and neighbours meet in one line.
 * @returns of a group without any place, or with all its squares another's: nothing
 */
export function areasOf(groups: readonly Places[]): readonly (Area | undefined)[] {
  const grid = gridOf(groups);
  if (grid === undefined) return groups.map(() => undefined);
  const rings = ringsOf(grid);
  const middles = middlesOf(grid, groups.length);
  return groups.map((_, group) => {
    const [its, middle] = [rings.get(group), middles[group]];
    return its === undefined || middle === undefined ? undefined : { rings: its, middle };
  });
}

/** The square of each group that is nearest to the mean of all its squares. */
function middlesOf({ owner, columns, place }: Grid, groups: number): readonly (Position | undefined)[] {
  const sums = Array.from({ length: groups }, () => ({ column: 0, row: 0, n: 0 }));
  each((group, column, row) => {
    const sum = sums[group]!;
    sum.column += column;
    sum.row += row;
    sum.n++;
  });
  const best = Array.from({ length: groups }, () => ({ far: Number.POSITIVE_INFINITY, column: 0, row: 0 }));
  each((group, column, row) => {
    const sum = sums[group]!;
    const far = Math.hypot(column - sum.column / sum.n, row - sum.row / sum.n);
    if (far < best[group]!.far) best[group] = { far, column, row };
  });
  return best.map(({ far, column, row }) =>
    Number.isFinite(far) ? place(column + 0.5, row + 0.5) : undefined,
  );

  function each(tell: (group: number, column: number, row: number) => void): void {
    for (let square = 0; square < owner.length; square++)
      if (owner[square] !== NOBODY) tell(owner[square]!, square % columns, Math.floor(square / columns));
  }
}
