import { masked } from '../../shared/call/masked.ts';

/** What the hub writes into tickets by itself, in the room's language: operators read it in their queue. */
export interface Words {
  /** a title stands in every queue: the number in it is masked, the caller has the whole */
  readonly call: (number: string | undefined) => string;
  readonly missedCall: (number: string | undefined) => string;
  readonly line: (line: string) => string;
  readonly placeUnknown: string;
  readonly lampFailed: string;
  readonly feederFailed: (lamps: number) => string;
  /** the fault is over; @param title of its ticket while it lasted */
  readonly restored: (title: string) => string;
  /** nobody says so, their reports do */
  readonly darkAtNight: (lamps: number) => string;
  readonly burningByDay: (lamps: number) => string;
  /** lamps of one cabinet stand in more streets than one */
  readonly around: (street: string) => string;
  /** lamps of several cabinets: the street that has most of them, and how many others */
  readonly aroundAnd: (street: string, others: number) => string;
  readonly feederDetail: (cabinet: string) => string;
  /** lamps that burn by day */
  readonly clockDetail: (cabinet: string) => string;
  /** @param named some of the cabinets */
  readonly feedersDetail: (count: number, named: readonly string[]) => string;
}

const frNumber = new Intl.NumberFormat('fr');
const enNumber = new Intl.NumberFormat('en');
const list = (named: readonly string[], count: number): string =>
  `${named.join(', ')}${named.length < count ? ' …' : '.'}`;

const fr: Words = {
  call: (number) => (number === undefined ? 'Appel sans numéro' : `Appel de ${masked(number)}`),
  missedCall: (number) =>
    number === undefined ? 'Appel manqué, sans numéro' : `Appel manqué, à rappeler : ${masked(number)}`,
  line: (line) => `Ligne ${line}`,
  placeUnknown: 'Lieu à préciser',
  lampFailed: 'Lampe en panne',
  feederFailed: (lamps) =>
    lamps === 0 ? 'Armoire d’éclairage en défaut' : `${frNumber.format(lamps)} lampes en panne`,
  restored: (title) => `Rétabli : ${title}`,
  darkAtNight: (lamps) => `${frNumber.format(lamps)} lampes éteintes la nuit`,
  burningByDay: (lamps) => `${frNumber.format(lamps)} lampes allumées en plein jour`,
  around: (street) => `Secteur ${street}`,
  aroundAnd: (street, others) =>
    others === 0
      ? `Secteur ${street}`
      : `Secteur ${street} et ${others === 1 ? 'une autre rue' : `${others} autres rues`}`,
  feederDetail: (cabinet) => `Armoire ${cabinet} : un départ ou son alimentation est en défaut.`,
  clockDetail: (cabinet) => `Armoire ${cabinet} : son horloge ou son relais est en défaut.`,
  feedersDetail: (count, named) =>
    `${count} armoires éteintes ensemble : ce qui les alimente est en défaut. ${list(named, count)}`,
};

const en: Words = {
  call: (number) => (number === undefined ? 'Call without a number' : `Call from ${masked(number)}`),
  missedCall: (number) =>
    number === undefined ? 'Missed call, no number' : `Missed call, to be called back: ${masked(number)}`,
  line: (line) => `Line ${line}`,
  placeUnknown: 'Place to be found out',
  lampFailed: 'Lamp out',
  feederFailed: (lamps) =>
    lamps === 0 ? 'Lighting cabinet at fault' : `${enNumber.format(lamps)} lamps out`,
  restored: (title) => `Restored: ${title}`,
  darkAtNight: (lamps) => `${enNumber.format(lamps)} lamps dark at night`,
  burningByDay: (lamps) => `${enNumber.format(lamps)} lamps burning by day`,
  around: (street) => `Around ${street}`,
  aroundAnd: (street, others) =>
    others === 0
      ? `Around ${street}`
      : `Around ${street} and ${others === 1 ? 'another street' : `${others} other streets`}`,
  feederDetail: (cabinet) => `Cabinet ${cabinet}: a circuit or its supply is at fault.`,
  clockDetail: (cabinet) => `Cabinet ${cabinet}: its clock or its relay is at fault.`,
  feedersDetail: (count, named) =>
    `${count} cabinets went dark together: what feeds them is at fault. ${list(named, count)}`,
};

export const wordsIn = (locale: 'fr' | 'en'): Words => ({ fr, en })[locale];
