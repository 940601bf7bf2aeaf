import { distance, type Position } from '../../../shared/geo/position.ts';
import type { Find } from '../finding.ts';
import type { CrossingDraft, LampDraft } from '../read/draft.ts';

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

/** Those that are not far from all others. Far is from the median: the few that are wrong don't move it. */
export function withoutFar<T extends LampDraft | CrossingDraft>(
  things: readonly T[],
  farKm: number,
  found: Find,
): readonly T[] {
  const middle: Position = [
    median(things.map(({ position }) => position[0])),
    median(things.map(({ position }) => position[1])),
  ];
  return things.filter(({ at, id, position }) => {
    const km = distance(position, middle) / 1_000;
    if (km > farKm) found({ kind: 'far', at, id, detail: `${Math.round(km)} km` });
    return km <= farKm;
  });
}
