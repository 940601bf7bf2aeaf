import { CabinetId, DistrictId } from '../../../shared/ids.ts';
import type { Find } from '../finding.ts';
import type { Field, Place, Source, SourceOf } from '../mapping.ts';
import type { CabinetDraft, CircuitDraft, DistrictDraft, StreetDraft } from './draft.ts';
import { beginOf, linesOf, ringsOf } from './geometry.ts';
import { oneWayOf } from './oneway.ts';
import { type Misplaced, placed, placeOf, type Within } from './place.ts';
import type { System } from './projection.ts';
import type { Row } from './row.ts';
import { mappedText } from './value.ts';

/** What a row says of a field; of one that the mapping does not name, in FIWARE under the first of its usual names. */
function saidBy(
  row: Row,
  { format }: Source,
  field: Field | undefined,
  ...usual: readonly string[]
): string | undefined {
  if (field !== undefined) return mappedText(row.fields, field);
  if (format !== 'fiware') return undefined;
  return usual.map((name) => mappedText(row.fields, name)).find((said) => said !== undefined);
}

/** A cabinet; one whose place can't be used is kept without it, and remarked on. */
export function cabinetOf(
  row: Row,
  source: SourceOf<'cabinet'>,
  system: System,
  within: Within,
  found: Find,
): CabinetDraft | undefined {
  const { at } = row;
  const { fields } = source;
  const id = CabinetId.safeParse(mappedText(row.fields, fields.id)).data;
  if (id === undefined) return void found({ kind: 'noId', at });
  const place = placeOf(row, fields.position, system, within);
  if ('kind' in place) {
    const { kind, detail, mend } = place;
    found({ kind: kind === 'noPlace' ? 'unplaced' : 'unreadable', at, id, detail, mend });
  }
  return {
    at,
    id,
    position: 'position' in place ? place.position : undefined,
    street: saidBy(row, source, fields.street, 'address.streetAddress')?.slice(0, 200),
    commune: saidBy(row, source, fields.commune, 'address.addressLocality')?.slice(0, 200),
  };
}

/** `StreetlightGroup`'s own names for the cabinet that feeds it: the one of its schema, and the one of `Streetlight`. */
const CABINET_OF_GROUP = ['refStreetlightCabinetController', 'refStreetlightControlCabinet'] as const;

export function circuitOf(row: Row, source: SourceOf<'circuit'>, found: Find): CircuitDraft | undefined {
  const { at } = row;
  const { fields } = source;
  const id = mappedText(row.fields, fields.id)?.slice(0, 256);
  if (id === undefined) return void found({ kind: 'noId', at });
  const named = saidBy(row, source, fields.cabinet, ...CABINET_OF_GROUP);
  return { at, id, cabinet: CabinetId.safeParse(named).data };
}

/** Why a line or an area can't be where its file has it: its beginning tells of all of it. */
function misplaced(
  row: Row,
  place: Place | undefined,
  system: System,
  within: Within,
): Misplaced | undefined {
  const begin = beginOf(row, place, system.axes);
  const found = begin && placed(begin, place, system, within);
  return found !== undefined && 'kind' in found ? found : undefined;
}

/** A street; lines without a name are streets too, which nobody can search for. */
export function streetOf(
  row: Row,
  { fields }: SourceOf<'street'>,
  system: System,
  within: Within,
  found: Find,
): StreetDraft | undefined {
  const { at } = row;
  const name = mappedText(row.fields, fields.name)?.slice(0, 200) ?? '';
  const lines = linesOf(row, fields.position, system);
  if (lines === undefined) return void found({ kind: 'noShape', at, id: name });
  const wrong = misplaced(row, fields.position, system, within);
  if (wrong !== undefined) return void found({ at, id: name, ...wrong });
  const said = fields.oneway && mappedText(row.fields, fields.oneway);
  const oneway = said === undefined ? 'no' : oneWayOf(said);
  if (oneway === undefined)
    found({ kind: 'unreadable', at, id: name, detail: `oneway: ${said?.slice(0, 80)}` });
  return {
    at,
    name,
    commune: fields.commune && mappedText(row.fields, fields.commune)?.slice(0, 200),
    ...(oneway !== undefined && oneway !== 'no' && { oneway }),
    lines,
  };
}

export function districtOf(
  row: Row,
  { fields }: SourceOf<'district'>,
  system: System,
  within: Within,
  found: Find,
): DistrictDraft | undefined {
  const { at } = row;
  const id = DistrictId.safeParse(mappedText(row.fields, fields.id)).data;
  if (id === undefined) return void found({ kind: 'noId', at });
  const rings = ringsOf(row, fields.position, system);
  if (rings === undefined) return void found({ kind: 'noShape', at, id });
  const wrong = misplaced(row, fields.position, system, within);
  if (wrong !== undefined) return void found({ at, id, ...wrong });
  return { at, id, name: fields.name && mappedText(row.fields, fields.name)?.slice(0, 200), rings };
}
