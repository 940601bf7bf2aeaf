import type { z } from 'zod';
import { Ground } from '../../src/shared/geo/ground.ts';
import { Person } from '../../src/shared/rights/model.ts';
import { Listing } from '../../src/shared/wire/listing.ts';
import { ROOM_DATA, type RoomKind } from '../../src/shared/wire/room-data.ts';

/** What the hub retains for seats, by kind: the name of its schema, and in a few words what it is. */
const KINDS: Readonly<Record<RoomKind, readonly [schema: string, says: string]>> = {
  unit: ['RoomUnit', 'a field unit, and where it is'],
  procedure: ['PublishedProcedure', 'a checklist, in one version'],
  call: ['RoomCall', 'a telephone call that rings, is spoken or has just ended'],
  shift: ['Shift', 'one handed over, or offered'],
  refusal: ['Refusal', 'of a command whose author has left'],
  adviceTally: ['AdviceTally', 'how often a rule’s advice was followed, and what came of it'],
  targets: ['RoomTargets', '`room`: times to be kept'],
  clock: ['RoomClock', '`room`: by which clock it lives'],
  override: ['LampOverride', 'lamps taken out of their programme, and how far that has come'],
  lightingPlan: ['RoomLightingPlan', '`room`: the plan in force, and what is wrong with its file'],
  lightingVersion: ['LightingVersion', 'a plan that is in force or was, who published it and why'],
  orderLamps: ['OrderLamps', 'of an override: which lamps it was given for'],
  preemption: ['Preemption', 'an order that was laid over another person’s, until that person has seen it'],
  lightingReach: ['LightingReach', '`room`: which cabinets have the plan'],
  lampPlaces: ['LampPlaces', 'of a district: under which rules of the plan its lamps are'],
  lightingScene: ['PlacedScene', 'levels for an occasion, with the lamps of each'],
  cabinetPlaces: ['CabinetPlaces', 'of a district: where its cabinets stand'],
  crossings: ['DistrictCrossings', 'of a district: its pedestrian crossings'],
  lampFaultGroup: ['LampFaultGroup', 'lamps that one repair mends, with the likely cause'],
  repairTrip: ['RepairTrip', '`room`: the stops that repair most'],
  ledConversion: ['LedConversion', 'of a district: what is converted to LED, by street'],
  alarm: ['Alarm', 'a group of lamps out, and what was done about it'],
  queueViews: ['QueueViews', 'of a person: views of the queue that follow them'],
  keptSelection: ['KeptSelection', 'lamps that a person has named'],
  attachments: ['RoomAttachments', '`room`: what files it lets in'],
  landmarks: ['Landmarks', 'of a category: places that people name'],
  energy: ['RoomEnergy', '`city` or a district: what lamps used and saved'],
};

const kinds = Object.entries(KINDS) as readonly (readonly [RoomKind, (typeof KINDS)[RoomKind]])[];

/** Their schemas by name, with those of people, of the ground and of listings, which travel in the same way. */
export const roomDataMessages: Readonly<Record<string, z.ZodType>> = {
  Person,
  Ground,
  Listing,
  ...Object.fromEntries(kinds.map(([kind, [schema]]) => [schema, ROOM_DATA[kind]])),
};

export const roomDataSummary = [
  'Data of the room, by kind: `person` (who works there)',
  '`map` / `ground` (base map beside streets)',
  ...kinds.map(([kind, [, says]]) => `\`${kind}\` (${says})`),
  '`index` / `person`, `camera` or any of these kinds (all ids of it; what is not listed is no more).',
].join(', ');
