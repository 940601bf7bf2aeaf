import type { FaultCause, LampFaultGroup } from '../../../shared/lamp/fault/group.ts';
import type { MessageId, Translate } from '../../lib/i18n/index.tsx';

/** What it takes to repair, by what is broken. */
const NEEDS: Readonly<Record<FaultCause, MessageId>> = {
  noSupply: 'faults.need.grid',
  tripped: 'faults.need.breaker',
  cabinetDark: 'faults.need.cabinet',
  circuitDark: 'faults.need.breaker',
  clock: 'faults.need.cabinet',
  contactor: 'faults.need.cabinet',
  gateway: 'faults.need.network',
  cable: 'faults.need.cable',
  light: 'faults.need.lift',
  control: 'faults.need.lift',
  leds: 'faults.need.lift',
  driver: 'faults.need.lift',
  radio: 'faults.need.lift',
  mast: 'faults.need.mast',
  lantern: 'faults.need.lift',
};

export const needWords = (t: Translate, { cause }: Pick<LampFaultGroup, 'cause'>): string => t(NEEDS[cause]);

/** « 12 lampadaires sur 14 de l’armoire allumés en plein jour : son horloge ou son relais. » */
export const causeWords = (t: Translate, { cause, lamps, fed, circuit }: LampFaultGroup): string =>
  t(`faults.cause.${cause}`, { n: lamps, fed: fed ?? lamps, circuit: circuit ?? '' });

/** « Rue Monge, rue Berbisey et 2 autres rues » */
export function placeWords(t: Translate, { streets, moreStreets, named }: LampFaultGroup): string {
  const [first = named[0] ?? '', second] = streets;
  const more = moreStreets + Math.max(0, streets.length - 2);
  const both = second === undefined ? first : `${first}, ${second}`;
  return more === 0 ? both : `${both} ${t('faults.moreStreets', { n: more })}`;
}

/** « Dijon, armoire ARM-0014 » */
export const siteWords = (t: Translate, { commune, cabinet }: LampFaultGroup): string =>
  [
    ...(commune === undefined ? [] : [commune]),
    ...(cabinet === undefined ? [] : [t('faults.cabinet', { id: cabinet })]),
  ].join(', ');
