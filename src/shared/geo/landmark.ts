import { z } from 'zod';
import { Position } from './position.ts';

/** What a place is that people name: decides nothing, and is said beside its name. */
export const LandmarkCategory = z.enum([
  'stop',
  'station',
  'school',
  'hospital',
  'square',
  'park',
  'townHall',
  'church',
  'sport',
  'shop',
  'other',
]);
export type LandmarkCategory = z.infer<typeof LandmarkCategory>;

/** A place that people name on the telephone: « gare Dijon-Ville », « arrêt Darcy »; FIWARE PointOfInterest. */
export const Landmark = z.object({
  /** as it is said */
  name: z.string().trim().min(1).max(200),
  /** other names that it goes by */
  alternateNames: z.array(z.string().trim().min(1).max(200)).max(8).optional(),
  category: LandmarkCategory,
  position: Position,
  /** the street that it stands on */
  street: z.string().max(200).optional(),
  commune: z.string().max(200).optional(),
});
export type Landmark = z.infer<typeof Landmark>;

/** `room/v1/data/landmarks/<category>`: the places of one category that a city knows by name. */
export const Landmarks = z.object({
  v: z.literal(1),
  id: LandmarkCategory,
  landmarks: z.array(Landmark).max(10_000),
});
export type Landmarks = z.infer<typeof Landmarks>;
