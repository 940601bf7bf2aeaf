import { z } from 'zod';
import { Position } from '../geo/position.ts';
import { LampId } from '../ids.ts';
import { Calendar, CalendarId, ControlProgram, PresenceProfile } from '../lighting/model.ts';
import { Instant } from './time.ts';

/**
 * `city/v1/cabinet/<cabinetId>/program`: what the cabinet's lamps do by themselves, whether the hub is there or not.
 * It holds until another comes. Only what its own lamps need of the city's plan is in it.
 */
export const CabinetProgram = z.object({
  v: z.literal(1),
  /** where dusk and dawn are reckoned; IANA name of the zone of all clock times */
  place: Position,
  timeZone: z.string().min(1).max(60),
  controlPrograms: z.array(ControlProgram).max(100),
  calendars: z.array(Calendar).max(100),
  presence: z.array(PresenceProfile).max(50),
  /** each lamp once */
  groups: z
    .array(
      z.object({
        calendar: CalendarId,
        /** %, at night never less than this */
        floor: z.int().min(0).max(100),
        lamps: z.array(LampId).min(1).max(5_000),
      }),
    )
    .max(1_000),
  /** lamps near what goes on now; of several that name a lamp the highest counts */
  incidents: z
    .array(
      z.object({
        /** %, at night never less than this */
        level: z.int().min(1).max(100),
        /** then it is over, by the cabinet's clock, whether anybody says so or not */
        until: Instant,
        lamps: z.array(LampId).min(1).max(5_000),
      }),
    )
    .max(1_000)
    .default([]),
});
export type CabinetProgram = z.infer<typeof CabinetProgram>;
