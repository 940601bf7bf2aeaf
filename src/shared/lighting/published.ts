import { z } from 'zod';
import { LightingName, LightingPlan } from './model.ts';

/**
 * `room/v1/data/lightingPlan/room`: the plan in force, and what is wrong with its file where that can't be taken. Why a
 * lamp burns as it does is told from this and `LampPlaces`.
 */
export const RoomLightingPlan = z.object({
  v: z.literal(1),
  id: z.literal('room'),
  plan: LightingPlan.optional(),
  /** IANA name of the zone of its clock times */
  timeZone: z.string().min(1).max(60),
  /** minutes by which the lamps live ahead of the clock: none but in a demo, whose night may be by day */
  aheadMinutes: z.int(),
  refused: z
    .object({ file: z.string().min(1).max(200), faults: z.array(z.string().max(500)).min(1).max(50) })
    .optional(),
  /** the file still says an earlier version: a later one was published at a console, and is in force */
  behind: z.object({ file: z.string().min(1).max(200), version: z.int().min(1) }).optional(),
});
export type RoomLightingPlan = z.infer<typeof RoomLightingPlan>;

const place = z.int().min(-1).max(65_535);

/** `room/v1/data/lampPlaces/<district>`: in which group of the plan each lamp of a district is, and under which floor. */
export const LampPlaces = z.object({
  v: z.literal(1),
  /** the district's */
  id: z.string().min(1).max(256),
  /** of the plan that they are reckoned from: with another they mean nothing */
  version: z.int().min(1),
  /** by index in the dictionary: place in `plan.groups`; −1 for a tombstone */
  groups: z.array(place).max(65_535),
  /** likewise: place in `plan.floors`; −1 where a lamp has none */
  floors: z.array(place).max(65_535),
});
export type LampPlaces = z.infer<typeof LampPlaces>;

/** `room/v1/data/lightingScene/<id>`: levels that the plan wants together, with the lamps of each. Lamps without are in none. */
export const PlacedScene = z.object({
  v: z.literal(1),
  id: z.string().min(1).max(40),
  name: LightingName,
  parts: z
    .array(
      z.object({
        /** % */
        level: z.int().min(0).max(100),
        /** by index in their district's dictionary */
        lamps: z.array(
          z.object({ district: z.string().min(1).max(256), indices: z.array(z.int().min(0).max(65_534)) }),
        ),
      }),
    )
    .max(20),
});
export type PlacedScene = z.infer<typeof PlacedScene>;
