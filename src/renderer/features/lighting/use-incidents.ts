import { useMemo } from 'react';
import type { Position } from '../../../shared/geo/position.ts';
import { incidentFinder, type LitIncident } from '../../../shared/lighting/incident.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useBoard } from '../desk/index.ts';

const MINUTE_MS = 60_000;

/** Which open intervention a place is near that keeps lamps from being dimmed; undefined where no plan is known. */
export function useIncidents(): ((at: Position) => LitIncident | undefined) | undefined {
  const plan = useRoomData((data) => data.lightingPlan.get('room')?.plan);
  const rows = useBoard((board) => board.rows);
  const minute = Math.floor(useNow() / MINUTE_MS);
  return useMemo(
    () =>
      plan &&
      incidentFinder(
        plan,
        [...rows.values()].map(({ ticket }) => ticket),
        minute * MINUTE_MS,
      ),
    [plan, rows, minute],
  );
}
