import type { z } from 'zod';
import type { Find } from '../finding.ts';
import type { Field } from '../mapping.ts';
import type { Row } from './row.ts';
import { mappedText } from './value.ts';

/** What a row is called; where it says nothing, or what can't be an id, that is told. @param schema of such ids */
export function idOf<S extends z.ZodType>(
  row: Row,
  field: Field,
  schema: S,
  found: Find,
): z.output<S> | undefined {
  const { at } = row;
  const said = mappedText(row.fields, field);
  if (said === undefined) return void found({ kind: 'noId', at });
  const { data: id } = schema.safeParse(said);
  if (id === undefined) return void found({ kind: 'badId', at, detail: said.slice(0, 80) });
  return id;
}
