import { textOf } from './value.ts';

const SIGNED = /^([-+]?[\d.,]+)(?:e([-+]?\d{1,2}))?\s*(?:w|watts?|m|mètres?)?$/i;

/**
 * A number as offices write it: decimal comma, spaces or dots between thousands, leading zeros, its unit behind it.
 * Where both signs stand in it, the last one is the decimal one. One with an exponent has to have all digits before its
 * unit: spreadsheets write 854230 as 8,54E+05, and which number that was nobody knows any more.
 */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const [, digits, exponent] = SIGNED.exec(textOf(value)?.replace(/(?<=\d)\s(?=\d)/g, '') ?? '') ?? [];
  if (digits === undefined) return undefined;
  const decimal = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
  const thousands = decimal === ',' ? '.' : ',';
  const plain = digits.replaceAll(thousands, '').replace(decimal, '.');
  const number = Number(exponent === undefined ? plain : `${plain}e${exponent}`);
  const isCut = exponent !== undefined && plain.replace(/\D/g, '').length <= Number(exponent);
  return Number.isFinite(number) && !isCut ? number : undefined;
}

/** So many lamps at most hang on a mast. */
const MOST_LAMPS = 24;
const LAMPS = /^(?:(\d{1,2})\s*[x×*]\s*)?(.+)$/i;

/** Not the sign of an exponent. */
const TOGETHER = /(?<!\de)\+/i;

/** Watts of all that hangs on a mast: `70`, `2x36W`, `2 x 70 + 50 W`. Nothing takes 0 W: files have it where nobody knows. */
export function wattsOf(value: string | undefined): number | undefined {
  const parts = (value ?? '').split(TOGETHER).map((part) => {
    const [, lamps = '1', each] = LAMPS.exec(part.trim()) ?? [];
    const watts = numberOf(each);
    const count = Number(lamps);
    return watts === undefined || watts < 0 || count < 1 || count > MOST_LAMPS ? Number.NaN : count * watts;
  });
  const sum = parts.reduce((all, part) => all + part);
  return sum > 0 && sum < 10_000 ? sum : undefined;
}

const FOOT_M = 0.3048;
const FEET = /^([\d.,]+)\s*(?:ft|feet|')$/i;

/** Metres over ground, from metres or feet. */
export function heightOf(value: string | undefined): number | undefined {
  const feet = numberOf(FEET.exec(value ?? '')?.[1]);
  const metres = feet === undefined ? numberOf(value) : Math.round(feet * FOOT_M * 100) / 100;
  return metres !== undefined && metres > 0 && metres < 100 ? metres : undefined;
}
