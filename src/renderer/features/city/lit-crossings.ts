import { CROSSING_METRES, type CrossingLight, crossingLight } from '../../../shared/crossing/light.ts';
import type { Crossing } from '../../../shared/crossing/model.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import { indexOf, type LampKey, lampKey, slotOf } from '../../../shared/lamp/selection.ts';
import { LampState } from '../../../shared/lamp/state.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import type { LampTable, MapCrossing } from '../map/index.ts';
import { quietFor } from './map-freshness.ts';

/** A pedestrian crossing with the lamps that light it, the nearest first. */
export interface LitByLamps extends Crossing {
  readonly lamps: readonly LampKey[];
}

/** With how it is, as far as its lamps tell. */
export type OpenCrossing = LitByLamps & Pick<MapCrossing, 'state'>;

/** All crossings with their lamps, and what tells of any place which crossings a lamp there lights. */
export interface CrossingGround {
  readonly crossings: readonly LitByLamps[];
  readonly light: CrossingLight;
}

/** How far lamps are that light a crossing: as the plan's floors say, the farthest of several. */
export const crossingReach = (plan: Pick<LightingPlan, 'floors'> | undefined): number => {
  const said = (plan?.floors ?? []).flatMap(({ where }) => where.crossingMetres ?? []);
  return said.length === 0 ? CROSSING_METRES : Math.max(...said);
};

/** @param metres how far from a crossing lamps are that light it */
export function litCrossings(
  crossings: readonly Crossing[],
  pieces: Iterable<DistrictLamps>,
  metres: number,
): CrossingGround {
  const keys: LampKey[] = [];
  const places: Position[] = [];
  for (const { slot, ids, lon, lat } of pieces)
    for (const [index, id] of ids.entries()) {
      if (id === '') continue;
      keys.push(lampKey({ slot, index }));
      places.push([lon[index]!, lat[index]!]);
    }
  const light = crossingLight(crossings, places);
  return {
    light,
    crossings: crossings.map((one) => ({ ...one, lamps: light.lampsOf(one, metres).map((i) => keys[i]!) })),
  };
}

/** How a crossing is, as far as its lamps tell. @param now ms, by the clock that lamps are observed by */
export function crossingState(
  { lamps: keys }: Pick<LitByLamps, 'lamps'>,
  lamps: Pick<LampTable, 'find' | 'state' | 'observedAt'>,
  now: number,
): MapCrossing['state'] {
  if (keys.length === 0) return 'unlit';
  const newest = keys.reduce((most, key) => {
    const lamp = lamps.find(slotOf(key), indexOf(key));
    const isHeard = lamp >= 0 && (lamps.state[lamp]! & LampState.neverSeen) === 0;
    return isHeard ? Math.max(most, lamps.observedAt[lamp]!) : most;
  }, 0);
  return newest === 0 || now - newest * 1_000 > quietFor(keys.length) ? 'silent' : 'ok';
}
