import type { Source } from '../mapping.ts';
import type { Row } from './row.ts';
import { mappedText } from './value.ts';

type Values = Source['skip'];

const hasAny = (row: Row, name: string, values: Values[string]): boolean =>
  values.some((value) => String(value) === mappedText(row.fields, name));

/** Whether the mapping means a row: none of the values by which it is left out, and one of each that it must have. */
export const isChosen = (row: Row, { skip, only }: Pick<Source, 'skip' | 'only'>): boolean =>
  Object.entries(only).every(([name, values]) => hasAny(row, name, values)) &&
  !Object.entries(skip).some(([name, values]) => hasAny(row, name, values));
