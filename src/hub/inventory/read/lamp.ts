import { CabinetId, LampId } from '../../../shared/ids.ts';
import type { Find } from '../finding.ts';
import type { Field, SourceOf } from '../mapping.ts';
import type { LampDraft } from './draft.ts';
import { placeOf, type Within } from './place.ts';
import type { System } from './projection.ts';
import type { Row } from './row.ts';
import { LOST } from './text.ts';
import { dateOf, mappedText, numberOf } from './value.ts';

type LampFields = SourceOf<'lamp'>['fields'];

/** FIWARE `Streetlight`'s own names (smart-data-models.org), for what the mapping does not name. */
const FIWARE: Partial<LampFields> = {
  street: 'address.streetAddress',
  commune: 'address.addressLocality',
  cabinet: 'refStreetlightControlCabinet',
  circuit: 'circuit',
  power: 'powerRating',
  height: 'lanternHeight',
};

const text = (most: number) => (said: string | undefined) => said?.slice(0, most);
/** What each field becomes; undefined where it says nothing that can be used. */
const FACTS = {
  street: text(200),
  commune: text(200),
  cabinet: (said: string | undefined) => CabinetId.safeParse(said).data,
  circuit: text(256),
} as const;
const atLeastNothing = (said: string | undefined) => {
  const watts = numberOf(said);
  return watts !== undefined && watts >= 0 && watts < 10_000 ? watts : undefined;
};
const LUMINAIRE = {
  luminaire: ['kind', text(100)],
  power: ['power', atLeastNothing],
  powerBefore: ['powerBefore', atLeastNothing],
  convertedOn: ['convertedOn', dateOf],
  height: [
    'height',
    (said: string | undefined) => {
      const metres = numberOf(said);
      return metres !== undefined && metres > 0 && metres < 100 ? metres : undefined;
    },
  ],
} as const;

/**
 * The lamp that a row says. What it says of an optional field but can't be used is remarked on, and left out.
 * @param found told of why there is none, and of remarks
 */
export function lampOf(
  row: Row,
  { fields, format }: SourceOf<'lamp'>,
  system: System,
  within: Within,
  found: Find,
): LampDraft | undefined {
  const { at } = row;
  const said = mappedText(row.fields, fields.id);
  if (said === undefined) return void found({ kind: 'noId', at });
  const { data: id } = LampId.safeParse(said);
  if (id === undefined) return void found({ kind: 'badId', at, detail: said.slice(0, 80) });
  const place = placeOf(row, fields.position, system, within);
  if ('kind' in place) return void found({ at, id, ...place });

  const facts: Record<string, unknown> = {};
  const luminaire: Record<string, unknown> = {};
  const take = (name: keyof LampFields, key: string, into: typeof facts, use: (s?: string) => unknown) => {
    const own = fields[name] as Field | undefined;
    const field = own ?? (format === 'fiware' ? (FIWARE[name] as Field | undefined) : undefined);
    if (field === undefined) return;
    const value = mappedText(row.fields, field);
    if (own === undefined && value === undefined) return;
    if (value?.match(LOST)) found({ kind: 'garbled', at, id, detail: `${name}: ${value.slice(0, 80)}` });
    into[key] = value === undefined ? undefined : use(value);
    if (value !== undefined && into[key] === undefined)
      found({ kind: 'unreadable', at, id, detail: `${name}: ${value.slice(0, 80)}` });
  };
  for (const [name, use] of Object.entries(FACTS)) take(name as keyof typeof FACTS, name, facts, use);
  for (const [name, [key, use]] of Object.entries(LUMINAIRE))
    take(name as keyof typeof LUMINAIRE, key, luminaire, use);
  const district = fields.district === undefined ? undefined : mappedText(row.fields, fields.district);
  return { at, id, position: place.position, district, facts, luminaire };
}

/** Whether the mapping leaves a row out. */
export const isSkipped = (row: Row, skip: SourceOf<'lamp'>['skip']): boolean =>
  Object.entries(skip).some(([name, values]) =>
    values.some((value) => String(value) === mappedText(row.fields, name)),
  );
