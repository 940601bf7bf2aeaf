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
  /** names what it says, but for `incidents`: the same rules have the same one. What a gateway says that it took */
  id: z.string().min(1).max(64).optional(),
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

/** `city/v1/cabinet/<cabinetId>/program/ack`: what a gateway says of the programme that it was given. No proof: lamps are. */
export const ProgramAck = z.object({
  v: z.literal(1),
  /** its `id` */
  program: z.string().min(1).max(64),
  /** the cabinet goes by it from now on; else by the one it had */
  ok: z.boolean(),
  /** `OK`, or a word of its own why not */
  code: z.string().min(1).max(60),
  at: Instant,
});
export type ProgramAck = z.infer<typeof ProgramAck>;
