import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import { CrossingCard, type OpenCrossing, useKnownCrossings, usePicks } from '../features/city/index.ts';
import type { LampRef, MapCrossing, MapGoal } from '../features/map/index.ts';
import { goalOf } from './on-map.ts';

/**
 * Pedestrian crossings on the map, and the card of the one that is open.
 * @param go moves the map @param openLamp shows a lamp; neither may change
 * @param footOf what can be done with the open crossing
 */
export function useMapCrossings(
  go: (goal: MapGoal | undefined) => void,
  openLamp: (lamp: LampRef) => void,
  footOf?: (crossing: OpenCrossing) => ReactNode,
) {
  const { crossings: known, light } = useKnownCrossings();
  const picked = usePicks((picks) => picks.crossing);
  const pick = usePicks((picks) => picks.pick);
  const byId = useMemo(() => new Map<string, OpenCrossing>(known.map((one) => [one.id, one])), [known]);
  const marks = useMarks(known);
  const openCrossing = useCallback(
    (id: string) => {
      pick({ crossing: id });
      go(goalOf(byId.get(id)?.position, 'crossing'));
    },
    [pick, go, byId],
  );
  const close = useCallback(() => pick({ crossing: undefined }), [pick]);
  const open = picked === undefined ? undefined : byId.get(picked);
  return {
    shown: { crossings: marks, crossing: open?.id, crossingsOf: light.litFrom },
    known,
    openCrossing,
    close,
    card: open && (
      <CrossingCard key={open.id} crossing={open} onLamp={openLamp} onClose={close} foot={footOf?.(open)} />
    ),
  };
}

/** What the map is told of them: the very list of before where nothing of it is otherwise, for it is painted anew. */
function useMarks(known: readonly OpenCrossing[]): readonly MapCrossing[] {
  const last = useRef<readonly MapCrossing[]>([]);
  return useMemo(() => {
    const marks = known.map(({ id, position, state }): MapCrossing => ({ id, position, state }));
    const before = last.current;
    const isSame =
      marks.length === before.length &&
      marks.every(({ id, position, state }, i) => {
        const was = before[i]!;
        return id === was.id && position === was.position && state === was.state;
      });
    if (!isSame) last.current = marks;
    return last.current;
  }, [known]);
}
