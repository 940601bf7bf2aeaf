import { ConfigError } from '../../../node/config/error.ts';
import type { Field, Place, Source } from '../mapping.ts';
import type { Row } from './row.ts';
import { fieldOf } from './value.ts';

/** Named in the complaint about one that is not there. */
const MOST_NAMED = 30;

function namesIn(field: Field | Place | undefined): readonly string[] {
  if (typeof field === 'string') return [field];
  if (field === undefined || 'value' in field) return [];
  if ('column' in field) return [field.column];
  if ('sum' in field) return field.sum;
  return 'join' in field ? field.join : Object.values(field);
}

/**
 * A column that the mapping names and no row has is a slip of the pen: every lamp would lose what it says.
 * @param which source it is, by its place in the mapping
 * @throws ConfigError with one line for each, and what there is
 */
export function checkColumns(path: string, which: number, source: Source, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const named = [
    ...Object.entries(source.fields).flatMap(([key, field]) =>
      namesIn(field as Field | Place | undefined).map((name) => ({ key: `fields.${key}`, name })),
    ),
    ...Object.keys(source.skip).map((name) => ({ key: 'skip', name })),
    ...Object.keys(source.only).map((name) => ({ key: 'only', name })),
  ];
  const missing = named.filter(({ name }) => rows.every(({ fields }) => fieldOf(fields, name) === undefined));
  if (missing.length === 0) return;
  const there = [...new Set(rows.slice(0, 100).flatMap(({ fields }) => Object.keys(fields)))];
  throw new ConfigError([
    ...missing.map(({ key, name }) => `${path}: there is no « ${name} » (sources[${which}].${key})`),
    `${path}: there is ${there.slice(0, MOST_NAMED).join(', ')}${there.length > MOST_NAMED ? ' …' : ''}`,
  ]);
}
