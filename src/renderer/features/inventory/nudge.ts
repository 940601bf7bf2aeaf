import { DEGREE_M, type Position } from '../../../shared/geo/position.ts';

/** How far an arrow moves a lamp, m; with ⇧ ten times that. */
const STEP_M = 0.5;
const ARROWS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where an arrow brings it; undefined for any other key. */
export function nudged(
  [lon, lat]: Position,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): Position | undefined {
  const arrow = ARROWS[key];
  if (arrow === undefined) return undefined;
  const degrees = (STEP_M * (shiftKey ? 10 : 1)) / DEGREE_M;
  const [east, north] = arrow;
  return [lon + (east * degrees) / Math.cos((lat * Math.PI) / 180), lat + north * degrees];
}
