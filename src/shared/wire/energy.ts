import { z } from 'zod';
import { DistrictId, SessionId } from '../ids.ts';
import { Day } from '../lighting/local-time.ts';
import { QueryId, refusablePage } from './page.ts';
import { Instant } from './time.ts';

/**
 * What is summed: a row for each day or full hour, of the city or a district; a row for each street over all the days,
 * or over the night that begins on the first of them; a row for each street and day.
 */
export const EnergyBy = z.enum(['day', 'hour', 'street', 'streetOfNight', 'streetDay']);
export type EnergyBy = z.infer<typeof EnergyBy>;

/** Days that a question may span, both ends counted: what is finer is more. */
export const LONGEST_DAYS: Readonly<Record<EnergyBy, number>> = {
  day: 1_830,
  hour: 8,
  street: 370,
  streetOfNight: 1,
  streetDay: 8,
};

/** `room/v1/query/<seatId>`: what lamps used on some days, and saved. For a person who sits there; the journal has it. */
export const EnergyQuery = z.object({
  v: z.literal(1),
  query: QueryId,
  type: z.literal('energy'),
  session: SessionId,
  by: EnergyBy,
  /** local days, the last one counted */
  from: Day,
  to: Day,
  /** of this one only */
  district: DistrictId.optional(),
});
export type EnergyQuery = z.infer<typeof EnergyQuery>;

export const EnergyRow = z.object({
  /** the day or hour that it is of; absent where it is of all the time asked for */
  at: z.union([Day, Instant]).optional(),
  /** absent: the whole city */
  district: DistrictId.optional(),
  street: z.string().max(200).optional(),
  /** numbers as `packed` has them; of streets without what presence did */
  sums: z.array(z.number()).max(60),
});
export type EnergyRow = z.infer<typeof EnergyRow>;

/** The answer, on `room/v1/rsp/<seatId>`, in pages. */
export const EnergyPage = z.object({
  ...refusablePage,
  type: z.literal('energy'),
  rows: z.array(EnergyRow),
});
export type EnergyPage = z.infer<typeof EnergyPage>;
