import { distance, type Position } from '../../../shared/geo/position.ts';
import type { Find } from '../finding.ts';
import type { LampDraft } from '../read/draft.ts';

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

/** Those that are not far from all others. Far is from the median: the few that are wrong don't move it. */
export function withoutFar(lamps: readonly LampDraft[], farKm: number, found: Find): readonly LampDraft[] {
  const middle: Position = [
    median(lamps.map(({ position }) => position[0])),
    median(lamps.map(({ position }) => position[1])),
  ];
  return lamps.filter(({ at, id, position }) => {
    const km = distance(position, middle) / 1_000;
    if (km > farKm) found({ kind: 'far', at, id, detail: `${Math.round(km)} km` });
    return km <= farKm;
  });
}
