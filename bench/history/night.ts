import { emptyColumns, type LampColumns } from '../../src/shared/lamp/history/block.ts';
import { LampFault, LampState } from '../../src/shared/lamp/state.ts';

export const DISTRICTS = 34;
export const LAMPS = 1_000;
export const MINUTES = 24 * 60;

/** How a made city lives from noon to noon: by its programme, some lamps broken; restless ones change beside it. */
export interface City {
  /** all districts, as they are now */
  readonly districts: readonly LampColumns[];
  /** goes on by a minute. @returns which lamps changed, as district · LAMPS + lamp */
  minute(n: number): readonly number[];
}

/** Minutes after noon, and the level from then on, %: dusk, late evening, early morning, dawn. */
const STEPS = [
  [5 * 60, 80],
  [11 * 60, 50],
  [17 * 60 + 30, 70],
  [20 * 60, 0],
] as const;
/** Cabinets switch one after the other. */
const SPREAD_MINUTES = 12;
/** One lamp in so many breaks in the night. */
const BREAKS = 150;

/** @param restless how often an hour each lamp changes by itself while it burns @param random 0–1 */
export function makeCity(restless: number, random: () => number): City {
  const districts = Array.from({ length: DISTRICTS }, () => {
    const columns = emptyColumns(LAMPS);
    columns.state.fill(0);
    return columns;
  });
  const breaksAt = Array.from({ length: DISTRICTS * LAMPS }, () =>
    random() < 1 / BREAKS ? Math.floor(random() * MINUTES) : -1,
  );
  const delays = Array.from({ length: DISTRICTS * 20 }, () => Math.floor(random() * SPREAD_MINUTES));
  const set = (key: number, level: number): boolean => {
    const { state, level: levels, faults } = districts[Math.floor(key / LAMPS)]!;
    const i = key % LAMPS;
    const burns = (faults[i] ?? 0) === 0 ? level : 0;
    if (levels[i] === burns) return false;
    levels[i] = burns;
    state[i] = (state[i]! & LampState.fault) | (burns > 0 ? LampState.on : 0);
    return true;
  };
  return {
    districts,
    minute: (n) => {
      const changed: number[] = [];
      for (let key = 0; key < DISTRICTS * LAMPS; key++) {
        const now = n - delays[Math.floor(key / 50)]!;
        const step = STEPS.find(([at]) => at === now);
        const columns = districts[Math.floor(key / LAMPS)]!;
        const i = key % LAMPS;
        if (breaksAt[key] === n) {
          columns.faults[i] = LampFault.defectiveLamp;
          columns.state[i] = LampState.fault;
          columns.level[i] = 0;
          changed.push(key);
        } else if (step !== undefined) {
          if (set(key, step[1])) changed.push(key);
        } else if (columns.level[i]! > 0 && random() < restless / 60) {
          if (set(key, 30 + Math.floor(random() * 70))) changed.push(key);
        }
      }
      return changed;
    },
  };
}
