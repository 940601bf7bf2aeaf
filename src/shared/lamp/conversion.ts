import { z } from 'zod';
import { LampId } from '../ids.ts';
import type { Dictionary, DictionaryLamp } from './dictionary.ts';

const count = z.int().min(0);

/** How far streets or districts are converted to LED; the four add up to all lamps. */
export const Conversion = z.object({
  /** converted by today, as the inventory says; of `undated` it says LED and no day */
  done: count,
  undated: count,
  /** a day that is still to come */
  planned: count,
  /** neither LED nor planned */
  rest: count,
});
export type Conversion = z.infer<typeof Conversion>;

/** A street, and what of it is left to do. */
export const StreetConversion = Conversion.extend({
  street: z.string().max(200),
  commune: z.string().max(200).optional(),
  /** of its LED lamps, those whose power before is recorded: of the others no saving is told; absent from older hubs */
  based: count.optional(),
  /** the earliest day, month or year to come that is planned, ISO 8601, as exact as the inventory has it */
  next: z.string().max(10).optional(),
  /** which lamps are planned, and which are neither LED nor planned; all others are LED */
  named: z.object({ planned: z.array(LampId), rest: z.array(LampId) }).optional(),
});
export type StreetConversion = z.infer<typeof StreetConversion>;

/** `room/v1/data/ledConversion/<district>`: what is converted to LED, plan against done, by street. */
export const LedConversion = z.object({
  v: z.literal(1),
  /** the district's */
  id: z.string().min(1).max(256),
  name: z.string().max(200),
  streets: z.array(StreetConversion).max(5_000),
});
export type LedConversion = z.infer<typeof LedConversion>;

const NONE: Conversion = { done: 0, undated: 0, planned: 0, rest: 0 };

/**
 * Where a lamp is. A month or a year that is not over yet is done where the inventory calls the luminaire LED already.
 * @param today ISO 8601
 */
export function conversionOf({ luminaire }: DictionaryLamp, today: string): keyof Conversion {
  const isLed = luminaire?.kind !== undefined && /\bled\b/i.test(luminaire.kind);
  const on = luminaire?.convertedOn;
  if (on === undefined) return isLed ? 'undated' : 'rest';
  const now = today.slice(0, on.length);
  if (on !== now) return on < now ? 'done' : 'planned';
  return isLed || on.length === today.length ? 'done' : 'planned';
}

/** Of a district, its streets with most left to do first. @param today ISO 8601 */
export function conversionsOf({ district, name, lamps }: Dictionary, today: string): LedConversion {
  const streets = Map.groupBy(
    lamps.filter((lamp) => lamp !== null),
    ({ street, commune }) => `${street}|${commune ?? ''}`,
  );
  const left = ({ planned, rest }: Conversion) => planned + rest;
  const all = [...streets.values()].map((own) => ofStreet(own, today));
  const sorted = all.toSorted((a, b) => left(b) - left(a) || a.street.localeCompare(b.street, 'fr'));
  return { v: 1, id: district, name, streets: sorted.slice(0, 5_000) };
}

function ofStreet(lamps: readonly DictionaryLamp[], today: string): StreetConversion {
  const [{ street, commune }] = lamps as readonly [DictionaryLamp];
  const by = Map.groupBy(lamps, (lamp) => conversionOf(lamp, today));
  const of = (what: keyof Conversion) => by.get(what) ?? [];
  const led = [...of('done'), ...of('undated')];
  const [planned, rest] = [of('planned'), of('rest')];
  const next = planned.flatMap(({ luminaire }) => luminaire?.convertedOn ?? []).toSorted()[0];
  const ids = (some: readonly DictionaryLamp[]) => some.map(({ id }) => id);
  return {
    street,
    ...(commune !== undefined && { commune }),
    done: of('done').length,
    undated: of('undated').length,
    planned: planned.length,
    rest: rest.length,
    based: led.filter(({ luminaire }) => luminaire?.powerBefore !== undefined).length,
    ...(next !== undefined && { next }),
    ...(planned.length + rest.length > 0 && { named: { planned: ids(planned), rest: ids(rest) } }),
  };
}

/** All together. */
export const sumOf = (parts: readonly Conversion[]): Conversion =>
  parts.reduce(
    (sum, { done, undated, planned, rest }) => ({
      done: sum.done + done,
      undated: sum.undated + undated,
      planned: sum.planned + planned,
      rest: sum.rest + rest,
    }),
    NONE,
  );
