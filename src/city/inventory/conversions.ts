import type { DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import type { Lamp } from '../plan/index.ts';
import { chance } from '../plan/seeded-chance.ts';

/** What hung there before, W with its ballast: sodium lamps of 50, 70, 100, 150 and 250 W. */
const BEFORE: readonly { readonly upTo: number; readonly power: number }[] = [
  { upTo: 30, power: 62 },
  { upTo: 45, power: 83 },
  { upTo: 75, power: 115 },
  { upTo: 100, power: 170 },
  { upTo: Infinity, power: 275 },
];
/** Streets whose former lamps somebody wrote down. */
const WRITTEN = 0.77;
const FIRST_YEAR = 2014;
const YEARS = 11;
const POWER_SINCE = 2015;
const METER_SINCE = 2018;

/**
 * What the lighting service has on record of a lamp's conversion. Streets were converted whole; of some nobody wrote
 * down what had hung there, as in every city, so that what they save is unknown.
 */
export function recordOf(
  seed: number,
  { street, luminaire }: Pick<Lamp, 'street' | 'luminaire'>,
): Pick<NonNullable<DictionaryLamp['luminaire']>, 'powerBefore' | 'convertedOn'> {
  const { luck, year } = conversionOf(seed, street);
  const convertedOn = String(year);
  if (!luck.happens(WRITTEN)) return { convertedOn };
  return { powerBefore: BEFORE.find(({ upTo }) => luminaire.power <= upTo)!.power, convertedOn };
}

/** What a luminaire of its year measures of itself: the first ones nothing, the next ones their power, later ones have a meter. */
export function measuresOf(
  seed: number,
  { street }: Pick<Lamp, 'street'>,
): { readonly power: boolean; readonly meter: boolean } {
  const { year } = conversionOf(seed, street);
  return { power: year >= POWER_SINCE, meter: year >= METER_SINCE };
}

function conversionOf(seed: number, street: string) {
  const luck = chance(seed, `conversion of ${street}`);
  return { luck, year: FIRST_YEAR + Math.floor(luck.range(0, YEARS)) };
}
