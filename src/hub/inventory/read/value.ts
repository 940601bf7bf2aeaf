import { ID_CHARACTERS } from '../../../shared/ids.ts';
import type { Field } from '../mapping.ts';
import { squeezed } from './squeezed.ts';

type Fields = Readonly<Record<string, unknown>>;

/** By its name as it is, else by the parts of a dotted one. */
export function fieldOf(fields: Fields, name: string): unknown {
  if (Object.hasOwn(fields, name)) return fields[name];
  return name.split('.').reduce<unknown>((within, part) => {
    const inside = typeof within === 'object' && within !== null && Object.hasOwn(within, part);
    return inside ? (within as Fields)[part] : undefined;
  }, fields);
}

/** What stands for « nothing » in files: of offices, spreadsheets (`#N/A`), ArcGIS (`<Null>`), databases (`\N`, `(null)`). */
const NOTHING =
  /^(?:<?null>?|\(null\)|\\n|none|nan|n\/?[acdr]|n\.[acdr]\.|s\/o|sans objet|néant|inconnue?|indéterminée?|non (?:renseigné|communiqué|connu|défini)e?|-+|\?+|#n\/a|#(?:valeur|ref|value)!)?$/i;

/** Text without the spaces that nobody sees; undefined where there is none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 1 ? textOf(value[0]) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = squeezed(value);
  return NOTHING.test(text) || !ID_CHARACTERS.test(text) ? undefined : text;
}

/** The text that a mapping's field says; of joined ones only where all are there, of summed ones those that are. */
export function mappedText(fields: Fields, field: Field): string | undefined {
  if (typeof field === 'string') return textOf(fieldOf(fields, field));
  if ('value' in field) return field.value;
  if ('column' in field) {
    const { column, match, prefix = '' } = field;
    const whole = textOf(fieldOf(fields, column));
    const part = match === undefined ? whole : textOf(new RegExp(match, 'iu').exec(whole ?? '')?.[1]);
    return part && `${prefix}${part}`;
  }
  const parts = ('sum' in field ? field.sum : field.join).map((name) => textOf(fieldOf(fields, name)));
  if ('sum' in field) return textOf(parts.filter((part) => part !== undefined).join('+'));
  return parts.includes(undefined) ? undefined : parts.join(field.with);
}

/** What a column says of which the mapping's pattern finds nothing. */
export function unmatched(fields: Fields, field: Field): string | undefined {
  if (typeof field === 'string' || !('column' in field)) return undefined;
  return mappedText(fields, field) === undefined ? textOf(fieldOf(fields, field.column)) : undefined;
}
