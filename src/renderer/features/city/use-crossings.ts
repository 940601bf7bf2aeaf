import { useMemo } from 'react';
import type { Crossing } from '../../../shared/crossing/model.ts';
import { useRoomData } from '../../lib/room-data/index.ts';

/** The pedestrian crossings of the city, as the hub has last told of them. */
export function useCrossings(): readonly Crossing[] {
  const told = useRoomData((data) => data.crossings);
  return useMemo(() => [...told.values()].flatMap(({ crossings }) => crossings), [told]);
}
