import { masked } from '../../shared/call/masked.ts';
import type { FaultCondition } from '../../shared/lamp/fault/condition.ts';

/** What the hub writes into tickets by itself, in the room's language: operators read it in their queue. */
export interface Words {
  /** a title stands in every queue: the number in it is masked, the caller has the whole */
  readonly call: (number: string | undefined) => string;
  readonly missedCall: (number: string | undefined) => string;
  readonly line: (line: string) => string;
  readonly placeUnknown: string;
  readonly lampFailed: string;
  /** many lamps of one cabinet or of several: what is wrong with them. Of none only the cabinet is known to fail */
  readonly failed: Readonly<Record<FaultCondition, (lamps: number) => string>>;
  /** lamps of one cabinet stand in more streets than one */
  readonly around: (street: string) => string;
  /** lamps of several cabinets: the street that has most of them, and how many others */
  readonly aroundAnd: (street: string, others: number) => string;
  readonly feederDetail: (cabinet: string) => string;
  /** lamps that burn by day */
  readonly clockDetail: (cabinet: string) => string;
  /** several cabinets, that say so or as reports tell. @param named some of them */
  readonly feedersDetail: (count: number, named: readonly string[], said: boolean) => string;
}

const frNumber = new Intl.NumberFormat('fr');
const enNumber = new Intl.NumberFormat('en');
const frLamps = (n: number): string => `${frNumber.format(n)} ${n < 2 ? 'lampadaire' : 'lampadaires'}`;
const enLamps = (n: number): string => `${enNumber.format(n)} ${n === 1 ? 'lamp' : 'lamps'}`;
const list = (named: readonly string[], count: number): string =>
  `${named.join(', ')}${named.length < count ? ' …' : '.'}`;

const fr: Words = {
  call: (number) => (number === undefined ? 'Appel sans numéro' : `Appel de ${masked(number)}`),
  missedCall: (number) =>
    number === undefined ? 'Appel manqué, sans numéro' : `Appel manqué, à rappeler : ${masked(number)}`,
  line: (line) => `Ligne ${line}`,
  placeUnknown: 'Lieu à préciser',
  lampFailed: 'Lampadaire en panne',
  failed: {
    supply: (lamps) =>
      lamps === 0 ? 'Armoire d’éclairage en défaut' : `${frLamps(lamps)} sans alimentation`,
    broken: (lamps) => `${frLamps(lamps)} en panne`,
    dark: (lamps) => `${frLamps(lamps)} ${lamps < 2 ? 'éteint' : 'éteints'} la nuit`,
    burning: (lamps) => `${frLamps(lamps)} ${lamps < 2 ? 'allumé' : 'allumés'} en plein jour`,
  },
  around: (street) => `Secteur ${street}`,
  aroundAnd: (street, others) =>
    others === 0
      ? `Secteur ${street}`
      : `Secteur ${street} et ${others === 1 ? 'une autre rue' : `${others} autres rues`}`,
  feederDetail: (cabinet) => `Armoire ${cabinet} : un départ ou son alimentation est en défaut.`,
  clockDetail: (cabinet) => `Armoire ${cabinet} : son horloge ou son relais est en défaut.`,
  feedersDetail: (count, named, said) =>
    `${count} armoires ${said ? 'ont perdu leur alimentation' : 'éteintes'} ensemble : le réseau qui les alimente est en défaut. ${list(named, count)}`,
};

const en: Words = {
  call: (number) => (number === undefined ? 'Call without a number' : `Call from ${masked(number)}`),
  missedCall: (number) =>
    number === undefined ? 'Missed call, no number' : `Missed call, to be called back: ${masked(number)}`,
  line: (line) => `Line ${line}`,
  placeUnknown: 'Place to be found out',
  lampFailed: 'Lamp out of order',
  failed: {
    supply: (lamps) => (lamps === 0 ? 'Lighting cabinet at fault' : `${enLamps(lamps)} without power`),
    broken: (lamps) => `${enLamps(lamps)} out of order`,
    dark: (lamps) => `${enLamps(lamps)} dark at night`,
    burning: (lamps) => `${enLamps(lamps)} burning by day`,
  },
  around: (street) => `Around ${street}`,
  aroundAnd: (street, others) =>
    others === 0
      ? `Around ${street}`
      : `Around ${street} and ${others === 1 ? 'another street' : `${others} other streets`}`,
  feederDetail: (cabinet) => `Cabinet ${cabinet}: a circuit or its supply is at fault.`,
  clockDetail: (cabinet) => `Cabinet ${cabinet}: its clock or its relay is at fault.`,
  feedersDetail: (count, named, said) =>
    `${count} cabinets ${said ? 'lost their supply' : 'went dark'} together: the network that feeds them is at fault. ${list(named, count)}`,
};

export const wordsIn = (locale: 'fr' | 'en'): Words => ({ fr, en })[locale];
