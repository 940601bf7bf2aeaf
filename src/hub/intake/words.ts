/** What the hub writes into tickets by itself, in the room's language: operators read it in their queue. */
export interface Words {
  readonly call: (number: string | undefined) => string;
  readonly missedCall: (number: string | undefined) => string;
  readonly line: (line: string) => string;
  readonly placeUnknown: string;
  readonly lampFailed: string;
  readonly feederFailed: (lamps: number) => string;
  /** lamps of one cabinet stand in more streets than one */
  readonly around: (street: string) => string;
  readonly feederDetail: (cabinet: string) => string;
}

/** 0612345678 as it is read aloud: 06 12 34 56 78. */
const pairs = (number: string): string =>
  /^0\d{9}$/.test(number) ? number.replace(/(\d\d)(?=\d)/g, '$1 ') : number;

const fr: Words = {
  call: (number) => (number === undefined ? 'Appel sans numéro' : `Appel de ${pairs(number)}`),
  missedCall: (number) =>
    number === undefined ? 'Appel manqué, sans numéro' : `Appel manqué, à rappeler : ${pairs(number)}`,
  line: (line) => `Ligne ${line}`,
  placeUnknown: 'Lieu à préciser',
  lampFailed: 'Lampe en panne',
  feederFailed: (lamps) => (lamps === 0 ? 'Armoire d’éclairage en défaut' : `${lamps} lampes en panne`),
  around: (street) => `Secteur ${street}`,
  feederDetail: (cabinet) => `Armoire ${cabinet} : un départ ou son alimentation est en défaut.`,
};

const en: Words = {
  call: (number) => (number === undefined ? 'Call without a number' : `Call from ${pairs(number)}`),
  missedCall: (number) =>
    number === undefined ? 'Missed call, no number' : `Missed call, to be called back: ${pairs(number)}`,
  line: (line) => `Line ${line}`,
  placeUnknown: 'Place to be found out',
  lampFailed: 'Lamp out',
  feederFailed: (lamps) => (lamps === 0 ? 'Lighting cabinet at fault' : `${lamps} lamps out`),
  around: (street) => `Around ${street}`,
  feederDetail: (cabinet) => `Cabinet ${cabinet}: a circuit or its supply is at fault.`,
};

export const wordsIn = (locale: 'fr' | 'en'): Words => ({ fr, en })[locale];
