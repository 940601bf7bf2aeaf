import { CrossingId } from '../../../shared/ids.ts';
import type { Find } from '../finding.ts';
import type { SourceOf } from '../mapping.ts';
import type { CrossingDraft } from './draft.ts';
import { middleOf } from './geometry.ts';
import { idOf } from './id.ts';
import { placed, type Within } from './place.ts';
import type { System } from './projection.ts';
import type { Row } from './row.ts';
import { mappedText } from './value.ts';

/**
 * A pedestrian crossing. Files have them as points, as lines from kerb to kerb or as areas: of those their middle is meant.
 */
export function crossingOf(
  row: Row,
  { fields }: SourceOf<'crossing'>,
  system: System,
  within: Within,
  found: Find,
): CrossingDraft | undefined {
  const { at } = row;
  const id = idOf(row, fields.id, CrossingId, found);
  if (id === undefined) return undefined;
  const middle = middleOf(row, fields.position, system.axes);
  if (middle === undefined) return void found({ kind: 'noPlace', at, id });
  const place = placed(middle, fields.position, system, within);
  if ('kind' in place) return void found({ at, id, ...place });
  return {
    at,
    id,
    position: place.position,
    street: fields.street && mappedText(row.fields, fields.street)?.slice(0, 200),
    commune: fields.commune && mappedText(row.fields, fields.commune)?.slice(0, 200),
  };
}
