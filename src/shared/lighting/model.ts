import { z } from 'zod';
import { CabinetId, LampId } from '../ids.ts';
import { ClockTime } from './local-time.ts';
import { MOST_LATITUDE } from './sun.ts';

/** French, or French and English: « Nuit profonde ». */
const words = z.string().trim().min(1).max(80);
export const LightingName = z.union([words, z.object({ fr: words, en: words.optional() })]);

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected small letters, digits and hyphens');
export const ControlProgramId = key.brand<'ControlProgramId'>();
export type ControlProgramId = z.infer<typeof ControlProgramId>;
export const CalendarId = key.brand<'CalendarId'>();
export type CalendarId = z.infer<typeof CalendarId>;
export const PresenceProfileId = key.brand<'PresenceProfileId'>();
export type PresenceProfileId = z.infer<typeof PresenceProfileId>;

/** % */
const level = z.int().min(0).max(100);
const offset = z.int().min(-180).max(180);

/** By the clock, or so many minutes after dusk or dawn (before, where negative): sunset and sunrise at the city's place. */
export const Moment = z.union(
  [ClockTime, z.strictObject({ dusk: offset }), z.strictObject({ dawn: offset })],
  {
    error: 'expected "22:30", { dusk: minutes } or { dawn: minutes }',
  },
);
export type Moment = z.infer<typeof Moment>;

/** From then on, until a later step of the list comes: a level, or a presence profile. */
export const ProgramStep = z.union(
  [z.strictObject({ from: Moment, level }), z.strictObject({ from: Moment, presence: PresenceProfileId })],
  { error: 'expected { from, level } or { from, presence }' },
);
export type ProgramStep = z.infer<typeof ProgramStep>;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const isMonthDay = (said: string): boolean => z.iso.date().safeParse(`2024-${said}`).success;
/** `2026-12-05`, or each year: `12-05`. */
const date = z.union([z.iso.date(), z.string().refine(isMonthDay)], {
  error: 'expected a day, "2026-12-05", or one of each year, "12-05"',
});
const mostNamed = 5_000;
const name = z.string().min(1).max(256);
const named = z.array(name).min(1).max(mostNamed).optional();

/** @param object takes unknown fields (the wire: a newer hub may say more) or refuses them (a file: they are typing errors) */
function schemasBy(object: typeof z.object) {
  /**
   * What lamps do in a night (TALQ: control program). The first step switches on, `off` switches off; in between the
   * last step of the list whose time has come holds.
   */
  const ControlProgram = object({
    id: ControlProgramId,
    name: LightingName,
    steps: z.array(ProgramStep).min(1).max(24),
    off: Moment,
  });
  /** Lamps that wake when somebody comes (TALQ: a program that a sensor governs). */
  const PresenceProfile = object({
    id: PresenceProfileId,
    name: LightingName,
    /** % while nobody is there, and while somebody is */
    base: level,
    raised: level,
    /** how long a lamp stays raised after the last one has gone */
    holdSeconds: z.int().min(1).max(3_600),
    /** so many lamps in front of who walks are raised too */
    ahead: z.int().min(0).max(20),
  });
  /** Nights of a program: all of what is named must hold. A night is that of its evening. */
  const CalendarRule = object({
    program: ControlProgramId,
    name: LightingName.optional(),
    weekdays: z.array(z.enum(WEEKDAYS)).min(1).max(7).optional(),
    /** these days, each for itself */
    days: z.array(date).min(1).max(100).optional(),
    /** from one to another, both included; of each year, it may go over its end */
    from: date.optional(),
    to: date.optional(),
  });
  /** Which program in which night: that of the first rule that fits, or the usual one. */
  const Calendar = object({
    id: CalendarId,
    name: LightingName,
    program: ControlProgramId,
    rules: z.array(CalendarRule).max(100).default([]),
  });
  /** A circuit of one cabinet: each may number its own from 1. */
  const CabinetCircuit = object({ cabinet: CabinetId, circuit: name });
  /** Which lamps: all of what is named must hold. Streets, communes and districts without regard to accents and case. */
  const Where = object({
    streets: named,
    communes: named,
    /** by the name that the inventory has for them */
    districts: named,
    /** by its name alone that of every cabinet which has one so called */
    circuits: z
      .array(z.union([name, CabinetCircuit], { error: 'expected a name, or { cabinet, circuit }' }))
      .min(1)
      .max(mostNamed)
      .optional(),
    cabinets: z.array(CabinetId).min(1).max(mostNamed).optional(),
    lamps: z.array(LampId).min(1).max(mostNamed).optional(),
    /** of streets in the street graph */
    classes: z
      .array(z.enum(['ring', 'boulevard', 'avenue', 'street', 'lane']))
      .min(1)
      .optional(),
    /** no further than this from where three pieces of street or more meet */
    junctionMetres: z.number().positive().max(200).optional(),
    /** those that light a pedestrian crossing: `src/shared/crossing/light.ts` */
    crossingMetres: z.number().positive().max(200).optional(),
  });
  /** Lamps under one calendar; each lamp is in the first group that it fits. */
  const LampGroup = object({ id: key, name: LightingName, where: Where.optional(), calendar: CalendarId });
  /** What lamps never burn below at night, whatever is commanded; of several that fit the highest counts. */
  const SafetyFloor = object({
    id: key,
    name: LightingName,
    where: Where,
    level: z.int().min(1).max(100),
  });
  /** What lamps around an open ticket never burn below at night. */
  const IncidentFloor = object({
    id: key,
    name: LightingName,
    /** of tickets: `src/shared/ticket/kinds.ts` */
    kinds: z.array(z.string().min(1).max(80)).min(1).max(100),
    /** around the ticket's place */
    metres: z.int().min(10).max(500),
    level: z.int().min(1).max(100),
    /** from when the ticket was opened: one that nobody closes lights no street for ever */
    hours: z.int().min(1).max(48),
  });
  /** Levels that are wanted together for an occasion (a market, a fireworks); each lamp has that of the first part it fits. */
  const Scene = object({
    id: key,
    name: LightingName,
    parts: z
      .array(object({ where: Where, level }))
      .min(1)
      .max(20),
  });
  /** All of a city's programmes, which hang together and so are one file: `resources/lighting/`. */
  const LightingPlan = object({
    /** raised by whoever changes the file */
    version: z.int().min(1),
    /** where the sun is reckoned, [longitude, latitude] */
    place: z
      .tuple([z.number().min(-180).max(180), z.number().min(-MOST_LATITUDE).max(MOST_LATITUDE)])
      .readonly(),
    presence: z.array(PresenceProfile).max(50).default([]),
    controlPrograms: z.array(ControlProgram).min(1).max(100),
    calendars: z.array(Calendar).min(1).max(100),
    groups: z.array(LampGroup).min(1).max(200),
    floors: z.array(SafetyFloor).max(100).default([]),
    incidents: z.array(IncidentFloor).max(50).default([]),
    scenes: z.array(Scene).max(100).default([]),
  });
  return { ControlProgram, PresenceProfile, Calendar, LightingPlan };
}

export const { ControlProgram, PresenceProfile, Calendar, LightingPlan } = schemasBy(z.object);
export type ControlProgram = z.infer<typeof ControlProgram>;
export type PresenceProfile = z.infer<typeof PresenceProfile>;
export type Calendar = z.infer<typeof Calendar>;
export type CalendarRule = Calendar['rules'][number];
export type LightingPlan = z.infer<typeof LightingPlan>;
export type SafetyFloor = LightingPlan['floors'][number];
export type IncidentFloor = LightingPlan['incidents'][number];
export type Where = SafetyFloor['where'];

/** A plan as somebody writes it, before what hangs together is checked (`plan-file.ts`): nothing unknown. */
export const { LightingPlan: WrittenPlan } = schemasBy(z.strictObject as typeof z.object);
