import { type LampFaultGroup, NEEDS } from '../../../shared/lamp/fault/group.ts';
import type { Day } from '../../../shared/lighting/local-time.ts';
import { dateOfDay, type Locale, type Translate } from '../../lib/i18n/index.tsx';

export const needWords = (t: Translate, { cause }: Pick<LampFaultGroup, 'cause'>): string =>
  t(`faults.need.${NEEDS[cause]}`);

/** « 12 lampadaires sur 14 de l’armoire allumés en plein jour : son horloge ou son relais. » */
export const causeWords = (t: Translate, { cause, lamps, fed, circuit, cabinets }: LampFaultGroup): string =>
  t(`faults.cause.${cause}`, {
    n: lamps,
    fed: fed ?? lamps,
    circuit: circuit ?? '',
    cabinets: cabinets ?? 1,
  });

/** « Rue Monge, rue Berbisey et 2 autres rues » */
export function placeWords(t: Translate, { streets, moreStreets, named }: LampFaultGroup): string {
  const [first = named[0] ?? '', second] = streets;
  const more = moreStreets + Math.max(0, streets.length - 2);
  const both = second === undefined ? first : `${first}, ${second}`;
  return more === 0 ? both : `${both} ${t('faults.moreStreets', { n: more })}`;
}

/** « Choisir sur la carte »; of a fault of a whole quarter not all lamps are named: how many of them is said. */
export function onMapWords(t: Translate, groups: readonly LampFaultGroup[]): string {
  const n = groups.reduce((sum, { named }) => sum + named.length, 0);
  const all = groups.reduce((sum, { lamps }) => sum + lamps, 0);
  return n < all ? t('faults.onMapSome', { n, all }) : t('faults.onMap');
}

/** « Dijon », « armoire ARM-0014 » */
export const siteWords = (
  t: Translate,
  { commune, cabinet, cabinets }: LampFaultGroup,
): readonly string[] => [
  ...(commune === undefined ? [] : [commune]),
  ...(cabinets === undefined ? [] : [t('faults.cabinets', { n: cabinets })]),
  ...(cabinet === undefined ? [] : [t('faults.cabinet', { id: cabinet })]),
];

/** « 15 mars 2027 », « mars 2027 » or « 2027 », as exact as the inventory has it. @param on ISO 8601 */
export function plannedWords(on: string, locale: Locale): string {
  const [year = on, month, day] = on.split('-');
  if (month === undefined) return year;
  return dateOfDay(`${year}-${month}-${day ?? '15'}` as Day, locale, {
    ...(day !== undefined && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
  });
}
