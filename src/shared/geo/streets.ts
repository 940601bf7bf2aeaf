import { z } from 'zod';
import { DistrictId } from '../ids.ts';
import { Position } from './position.ts';

/**
 * In which direction vehicles may pass, as OpenStreetMap's `oneway` has it: `yes` as the line's points follow each other,
 * `-1` against that, `no` both ways.
 */
export const OneWay = z.enum(['yes', '-1', 'no']);
export type OneWay = z.infer<typeof OneWay>;

/** A piece of street between two junctions. */
export const StreetPiece = z.object({
  type: z.literal('Feature'),
  geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(Position).min(2).max(1_000) }),
  properties: z.object({
    name: z.string().max(200),
    commune: z.string().max(200).optional(),
    /** how much of a street it is; decides how it is drawn */
    class: z.enum(['ring', 'boulevard', 'avenue', 'street', 'lane']).optional(),
    /** metres */
    length: z.number().nonnegative(),
    /** junctions it joins: equal names meet, which makes the lines a graph */
    from: z.string().max(64).optional(),
    to: z.string().max(64).optional(),
    /** both ways without it */
    oneway: OneWay.optional(),
  }),
});
export type StreetPiece = z.infer<typeof StreetPiece>;

/** `room/v1/streets/<nn>`: the streets of a district, a GeoJSON FeatureCollection (RFC 7946). */
export const Streets = z.object({
  v: z.literal(1),
  district: DistrictId,
  /** made from where lamps stand and what streets they name, for want of streets: no survey */
  derived: z.literal(true).optional(),
  type: z.literal('FeatureCollection'),
  features: z.array(StreetPiece).max(20_000),
});
export type Streets = z.infer<typeof Streets>;
