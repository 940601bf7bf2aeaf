import type { DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import type { Lamp } from '../plan/index.ts';
import { chance } from '../plan/seeded-chance.ts';

/** What hung there before, or hangs there still: sodium lamps, W by name, and with their ballast. */
const BEFORE: readonly { readonly upTo: number; readonly named: number; readonly power: number }[] = [
  { upTo: 30, named: 50, power: 62 },
  { upTo: 45, named: 70, power: 83 },
  { upTo: 75, named: 100, power: 115 },
  { upTo: 100, named: 150, power: 170 },
  { upTo: Infinity, named: 250, power: 275 },
];
/** Streets that are converted, and those of the others that the coming year's works are planned for. */
const CONVERTED = 0.9;
const PLANNED = 0.6;
/** Works of a year: from March to October, when nights are short. */
const [FIRST_MONTH, MONTHS] = [3, 8];
/** Streets whose former lamps somebody wrote down. */
const WRITTEN = 0.77;
const FIRST_YEAR = 2014;
const YEARS = 11;
const POWER_SINCE = 2015;
const METER_SINCE = 2018;

/**
 * What hangs on a lamp's mast. Most streets have LED; in some sodium lamps with electronic ballasts, which can be dimmed,
 * wait for their turn: in the coming year, whichever it is, so that the demo always has some left to do, or without a date.
 * @param year the one that runs
 */
export function luminaireOf(
  seed: number,
  { street, luminaire }: Pick<Lamp, 'street' | 'luminaire'>,
  year: number,
): NonNullable<DictionaryLamp['luminaire']> {
  const works = worksOf(seed, street);
  if (works === 'done') return { ...luminaire, ...recordOf(seed, { street, luminaire }) };
  const { named, power } = before(luminaire);
  const lamp = { ...luminaire, kind: `SHP ${named} W, ballast électronique`, power };
  if (works === 'none') return lamp;
  return { ...lamp, convertedOn: `${year + 1}-${String(works.month).padStart(2, '0')}` };
}

/**
 * What the lighting service has on record of a lamp's conversion. Streets were converted whole; of some nobody wrote
 * down what had hung there, as in every city, so that what they save is unknown.
 */
function recordOf(
  seed: number,
  { street, luminaire }: Pick<Lamp, 'street' | 'luminaire'>,
): Pick<NonNullable<DictionaryLamp['luminaire']>, 'powerBefore' | 'convertedOn'> {
  const { luck, year } = conversionOf(seed, street);
  const convertedOn = String(year);
  if (!luck.happens(WRITTEN)) return { convertedOn };
  return { powerBefore: before(luminaire).power, convertedOn };
}

/**
 * What a luminaire of its year measures of itself: sodium lamps and the first LED ones nothing, the next ones their power,
 * later ones have a meter.
 */
export function measuresOf(
  seed: number,
  { street }: Pick<Lamp, 'street'>,
): { readonly power: boolean; readonly meter: boolean } {
  if (worksOf(seed, street) !== 'done') return { power: false, meter: false };
  const { year } = conversionOf(seed, street);
  return { power: year >= POWER_SINCE, meter: year >= METER_SINCE };
}

const before = ({ power }: Lamp['luminaire']) => BEFORE.find(({ upTo }) => power <= upTo)!;

/** Whether a street is converted, or in which month it is to be. */
function worksOf(seed: number, street: string): 'done' | 'none' | { readonly month: number } {
  const luck = chance(seed, `works in ${street}`);
  if (luck.happens(CONVERTED)) return 'done';
  return luck.happens(PLANNED) ? { month: FIRST_MONTH + Math.floor(luck.range(0, MONTHS)) } : 'none';
}

function conversionOf(seed: number, street: string) {
  const luck = chance(seed, `conversion of ${street}`);
  return { luck, year: FIRST_YEAR + Math.floor(luck.range(0, YEARS)) };
}
