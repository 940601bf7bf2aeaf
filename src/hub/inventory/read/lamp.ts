import { CabinetId, LampId } from '../../../shared/ids.ts';
import type { Find } from '../finding.ts';
import type { Field, SourceOf } from '../mapping.ts';
import { type DateOrder, dateOf } from './date.ts';
import type { LampDraft } from './draft.ts';
import { idOf } from './id.ts';
import { heightOf, wattsOf } from './number.ts';
import { placeOf, type Within } from './place.ts';
import type { System } from './projection.ts';
import type { Row } from './row.ts';
import { isGarbled, isTwice } from './text.ts';
import { mappedText, unmatched } from './value.ts';

type LampFields = SourceOf<'lamp'>['fields'];

/** FIWARE `Streetlight`'s own names (smart-data-models.org), for what the mapping does not name: the first that is there. */
const FIWARE: Partial<Record<keyof LampFields, readonly string[]>> = {
  street: ['address.streetAddress'],
  commune: ['address.addressLocality'],
  cabinet: ['refStreetlightControlCabinet'],
  circuit: ['circuit', 'refStreetlightGroup'],
  power: ['powerRating'],
  height: ['lanternHeight'],
};

type Use = (said: string | undefined, dates: DateOrder) => unknown;
const text =
  (most: number): Use =>
  (said) =>
    said?.slice(0, most);
/** What each field becomes; undefined where it says nothing that can be used. */
const FACTS: Readonly<Record<'street' | 'commune' | 'cabinet' | 'circuit', Use>> = {
  street: text(200),
  commune: text(200),
  cabinet: (said) => CabinetId.safeParse(said).data,
  circuit: text(256),
};
const LUMINAIRE: Readonly<
  Record<'luminaire' | 'power' | 'powerBefore' | 'convertedOn' | 'height', readonly [string, Use]>
> = {
  luminaire: ['kind', text(100)],
  power: ['power', wattsOf],
  powerBefore: ['powerBefore', wattsOf],
  convertedOn: ['convertedOn', dateOf],
  height: ['height', heightOf],
};

/**
 * The lamp that a row says. What it says of an optional field but can't be used is remarked on, and left out.
 * @param found told of why there is none, and of remarks
 */
export function lampOf(
  row: Row,
  { fields, format, dates }: SourceOf<'lamp'>,
  system: System,
  within: Within,
  found: Find,
): LampDraft | undefined {
  const { at } = row;
  const id = idOf(row, fields.id, LampId, found);
  if (id === undefined) return undefined;
  const place = placeOf(row, fields.position, system, within);
  if ('kind' in place) return void found({ at, id, ...place });

  const facts: Record<string, unknown> = {};
  const luminaire: Record<string, unknown> = {};
  const take = (name: keyof LampFields, key: string, into: typeof facts, use: Use) => {
    const own = fields[name] as Field | undefined;
    const usual = format === 'fiware' && own === undefined ? (FIWARE[name] ?? []) : [];
    const field = own ?? usual.find((one) => mappedText(row.fields, one) !== undefined);
    if (field === undefined) return;
    const value = mappedText(row.fields, field);
    if (value !== undefined && isGarbled(value)) {
      const mend = isTwice(value) ? 'encoding: utf-8-twice' : undefined;
      found({ kind: 'garbled', at, id, detail: `${name}: ${value.slice(0, 80)}`, mend });
    }
    into[key] = value === undefined ? undefined : use(value, dates);
    const lost = unmatched(row.fields, field) ?? (into[key] === undefined ? value : undefined);
    if (lost === undefined) return;
    const mend = use === dateOf ? otherOrder(lost, dates) : undefined;
    found({ kind: 'unreadable', at, id, detail: `${name}: ${lost.slice(0, 80)}`, mend });
  };
  for (const [name, use] of Object.entries(FACTS)) take(name as keyof typeof FACTS, name, facts, use);
  for (const [name, [key, use]] of Object.entries(LUMINAIRE))
    take(name as keyof typeof LUMINAIRE, key, luminaire, use);
  const district = fields.district === undefined ? undefined : mappedText(row.fields, fields.district);
  return { at, id, position: place.position, district, facts, luminaire };
}

/** A date that is none in its source's order and one in the other: then the others of the source are wrong days. */
function otherOrder(said: string, dates: DateOrder): string | undefined {
  const other: DateOrder = dates === 'dayFirst' ? 'monthFirst' : 'dayFirst';
  return dateOf(said, other) === undefined ? undefined : `dates: ${other}`;
}
