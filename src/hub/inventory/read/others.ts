import { CabinetId, DistrictId } from '../../../shared/ids.ts';
import type { Find } from '../finding.ts';
import type { SourceOf } from '../mapping.ts';
import type { CabinetDraft, CircuitDraft, DistrictDraft, StreetDraft } from './draft.ts';
import { linesOf, ringsOf } from './geometry.ts';
import { placeOf, type Within } from './place.ts';
import type { Crs } from './projection.ts';
import type { Row } from './row.ts';
import { mappedText } from './value.ts';

/** A cabinet; one whose place can't be used is kept without it, and remarked on. */
export function cabinetOf(
  row: Row,
  { fields }: SourceOf<'cabinet'>,
  crs: Crs,
  within: Within,
  found: Find,
): CabinetDraft | undefined {
  const { at } = row;
  const id = CabinetId.safeParse(mappedText(row.fields, fields.id)).data;
  if (id === undefined) return void found({ kind: 'noId', at });
  const place = placeOf(row, fields.position, crs, within);
  if ('kind' in place) {
    const { kind, detail } = place;
    found({ kind: kind === 'noPlace' ? 'unplaced' : 'unreadable', at, id, detail });
  }
  return {
    at,
    id,
    position: 'position' in place ? place.position : undefined,
    street: fields.street && mappedText(row.fields, fields.street)?.slice(0, 200),
    commune: fields.commune && mappedText(row.fields, fields.commune)?.slice(0, 200),
  };
}

export function circuitOf(row: Row, { fields }: SourceOf<'circuit'>, found: Find): CircuitDraft | undefined {
  const { at } = row;
  const id = mappedText(row.fields, fields.id)?.slice(0, 256);
  if (id === undefined) return void found({ kind: 'noId', at });
  const named = fields.cabinet && mappedText(row.fields, fields.cabinet);
  return { at, id, cabinet: CabinetId.safeParse(named).data };
}

/** A street; lines without a name are streets too, which nobody can search for. */
export function streetOf(
  row: Row,
  { fields }: SourceOf<'street'>,
  crs: Crs,
  found: Find,
): StreetDraft | undefined {
  const { at } = row;
  const name = mappedText(row.fields, fields.name)?.slice(0, 200) ?? '';
  const lines = linesOf(row, fields.position, crs);
  if (lines === undefined) return void found({ kind: 'noShape', at, id: name });
  return {
    at,
    name,
    commune: fields.commune && mappedText(row.fields, fields.commune)?.slice(0, 200),
    lines,
  };
}

export function districtOf(
  row: Row,
  { fields }: SourceOf<'district'>,
  crs: Crs,
  found: Find,
): DistrictDraft | undefined {
  const { at } = row;
  const id = DistrictId.safeParse(mappedText(row.fields, fields.id)).data;
  if (id === undefined) return void found({ kind: 'noId', at });
  const rings = ringsOf(row, fields.position, crs);
  if (rings === undefined) return void found({ kind: 'noShape', at, id });
  return { at, id, name: fields.name && mappedText(row.fields, fields.name)?.slice(0, 200), rings };
}
