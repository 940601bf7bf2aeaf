import type { OneWay } from '../../../shared/geo/streets.ts';
import { ID_CHARACTERS } from '../../../shared/ids.ts';
import type { Field } from '../mapping.ts';

type Fields = Readonly<Record<string, unknown>>;

/** By its name as it is, else by the parts of a dotted one. */
export function fieldOf(fields: Fields, name: string): unknown {
  if (Object.hasOwn(fields, name)) return fields[name];
  return name.split('.').reduce<unknown>((within, part) => {
    const inside = typeof within === 'object' && within !== null && Object.hasOwn(within, part);
    return inside ? (within as Fields)[part] : undefined;
  }, fields);
}

/** What stands for « nothing » in files. */
const NOTHING = /^(?:null|none|nan|n\/?[acdr]|néant|inconnue?|non renseignée?|-+|\?+|#n\/a)?$/i;

/** Text without the spaces that nobody sees; undefined where there is none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 1 ? textOf(value[0]) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return NOTHING.test(text) || !ID_CHARACTERS.test(text) ? undefined : text;
}

/** The text that a mapping's field says; of joined ones only where all are there. */
export function mappedText(fields: Fields, field: Field): string | undefined {
  if (typeof field === 'string') return textOf(fieldOf(fields, field));
  if ('value' in field) return field.value;
  const parts = field.join.map((name) => textOf(fieldOf(fields, name)));
  return parts.includes(undefined) ? undefined : parts.join(field.with);
}

const SIGNED = /^([-+]?[\d.,]+)\s*(?:w|watts?|m|mètres?)?$/i;

/**
 * A number as offices write it: decimal comma, spaces or dots between thousands, leading zeros, its unit behind it.
 * Where both signs stand in it, the last one is the decimal one.
 */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const digits = SIGNED.exec(textOf(value)?.replace(/(?<=\d)\s(?=\d)/g, '') ?? '')?.[1];
  if (digits === undefined) return undefined;
  const decimal = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
  const thousands = decimal === ',' ? '.' : ',';
  const plain = digits.replaceAll(thousands, '').replace(decimal, '.');
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/;
const YEAR_FIRST = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ]|$)/;

/** A day, a month or a year, ISO 8601, as exact as it was written: `2021`, `2021-03`, `2021-03-04`. */
export function dateOf(value: unknown): string | undefined {
  const text = textOf(value) ?? '';
  const [, d, mo, y] = DAY_FIRST.exec(text) ?? [];
  const [, year = y, month = mo, day = d] = YEAR_FIRST.exec(text) ?? [];
  if (year === undefined || Number(year) < 1_950 || Number(year) > 2_100) return undefined;
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const iso = parts.join('-');
  const whole = `${iso}${'-01-01'.slice(3 * (parts.length - 1))}`;
  const at = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole) ? iso : undefined;
}

/** `oneway` of OpenStreetMap; `sens_de_circulation` of the IGN's BD TOPO. */
const ONE_WAY: readonly (readonly [OneWay, RegExp])[] = [
  ['yes', /^(?:yes|true|1|(?:sens )?direct)$/i],
  ['-1', /^(?:-1|reverse|(?:sens )?inverse)$/i],
  // What changes with the hour or the light keeps nobody out for good.
  ['no', /^(?:no|false|0|reversible|alternating|double(?: sens)?|sans objet)$/i],
];

/** In which direction a street may be driven, in the words of the files there are; undefined for any other word. */
export const oneWayOf = (said: string): OneWay | undefined =>
  ONE_WAY.find(([, words]) => words.test(said))?.[0];
