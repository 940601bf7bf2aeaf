import type { z } from 'zod';
import { AdviceTally } from '../advice/tally.ts';
import { Alarm } from '../alarm/model.ts';
import { RoomAttachments } from '../attachment/limits.ts';
import { RoomCall } from '../call/model.ts';
import { DistrictCrossings } from '../crossing/model.ts';
import { RoomEnergy } from '../energy/published.ts';
import { Landmarks } from '../geo/landmark.ts';
import { KeptSelection } from '../kept-selection/model.ts';
import { CabinetPlaces } from '../lamp/cabinet-places.ts';
import { LedConversion } from '../lamp/conversion.ts';
import { LampFaultGroup, RepairTrip } from '../lamp/fault/group.ts';
import { OrderLamps } from '../lamp/order-lamps.ts';
import { LampOverride } from '../lamp/override.ts';
import { Preemption } from '../lamp/preemption.ts';
import { LampPlaces, PlacedScene, RoomLightingPlan } from '../lighting/published.ts';
import { LightingReach } from '../lighting/reach.ts';
import { LightingVersion } from '../lighting/version.ts';
import { PublishedProcedure } from '../procedure/model.ts';
import { QueueViews } from '../queue-view/model.ts';
import { Refusal } from '../refusal/model.ts';
import { Shift } from '../shift/model.ts';
import { RoomTargets } from '../ticket/targets.ts';
import { RoomUnit } from '../unit/model.ts';
import { RoomClock } from './room-clock.ts';

/** Each value says its own id, that of its topic. */
export interface Identified {
  readonly id: string;
}

/**
 * What the hub retains for all seats, by kind: `room/v1/data/<kind>/<id>`, listed at `room/v1/data/index/<kind>`.
 * State, not history: the latest value of each id counts. (People are room data too, and kept with the desk.)
 */
export const ROOM_DATA = {
  unit: RoomUnit,
  procedure: PublishedProcedure,
  call: RoomCall,
  shift: Shift,
  refusal: Refusal,
  adviceTally: AdviceTally,
  targets: RoomTargets,
  clock: RoomClock,
  override: LampOverride,
  orderLamps: OrderLamps,
  preemption: Preemption,
  lightingPlan: RoomLightingPlan,
  lightingVersion: LightingVersion,
  lightingReach: LightingReach,
  lampPlaces: LampPlaces,
  lightingScene: PlacedScene,
  cabinetPlaces: CabinetPlaces,
  crossings: DistrictCrossings,
  lampFaultGroup: LampFaultGroup,
  repairTrip: RepairTrip,
  ledConversion: LedConversion,
  alarm: Alarm,
  queueViews: QueueViews,
  keptSelection: KeptSelection,
  attachments: RoomAttachments,
  landmarks: Landmarks,
  energy: RoomEnergy,
} as const satisfies Readonly<Record<string, z.ZodType<Identified>>>;

type RoomData = typeof ROOM_DATA;
export type RoomKind = keyof RoomData & string;
export type RoomValue<K extends RoomKind> = z.output<RoomData[K]>;
export const ROOM_KINDS: readonly RoomKind[] = Object.keys(ROOM_DATA) as RoomKind[];
export const schemaOf = (kind: RoomKind): z.ZodType<Identified> => ROOM_DATA[kind];

/** What has changed of one kind. */
export interface RoomDataChange {
  readonly kind: RoomKind;
  readonly upserts: readonly Identified[];
  readonly removed: readonly string[];
}
