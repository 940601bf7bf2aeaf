import type { Source, Values } from '../mapping.ts';
import type { Row } from './row.ts';
import { mappedText } from './value.ts';

function hasAny(row: Row, name: string, values: Values): boolean {
  const said = mappedText(row.fields, name);
  if ('match' in values) return said !== undefined && new RegExp(values.match, 'iu').test(said);
  return values.some((value) => String(value) === said);
}

/** Whether the mapping means a row: none of the values by which it is left out, and one of each that it must have. */
export const isChosen = (row: Row, { skip, only }: Pick<Source, 'skip' | 'only'>): boolean =>
  Object.entries(only).every(([name, values]) => hasAny(row, name, values)) &&
  !Object.entries(skip).some(([name, values]) => hasAny(row, name, values));
