import { z } from 'zod';
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

/** `room/v1/data/ledConversion/<district>`: what is converted to LED, plan against done, by street. */
export const LedConversion = z.object({
  v: z.literal(1),
  /** the district's */
  id: z.string().min(1).max(256),
  name: z.string().max(200),
  streets: z
    .array(Conversion.extend({ street: z.string().max(200), commune: z.string().max(200).optional() }))
    .max(5_000),
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
  const streets = new Map<string, LedConversion['streets'][number]>();
  for (const lamp of lamps) {
    if (lamp === null) continue;
    const { street, commune } = lamp;
    const key = `${street}|${commune ?? ''}`;
    const known = streets.get(key) ?? { street, ...(commune !== undefined && { commune }), ...NONE };
    const what = conversionOf(lamp, today);
    streets.set(key, { ...known, [what]: known[what] + 1 });
  }
  const left = ({ planned, rest }: Conversion) => planned + rest;
  const sorted = [...streets.values()].toSorted(
    (a, b) => left(b) - left(a) || a.street.localeCompare(b.street, 'fr'),
  );
  return { v: 1, id: district, name, streets: sorted.slice(0, 5_000) };
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
