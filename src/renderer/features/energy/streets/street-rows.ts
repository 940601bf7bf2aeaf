import {
  coverage,
  savingOf,
  type Uncertain,
  type Uncertainty,
  usedOf,
} from '../../../../shared/energy/saving.ts';
import { type EnergySums, total, unpacked } from '../../../../shared/energy/sums.ts';
import type { EnergyRow } from '../../../../shared/wire/energy.ts';

/** A street, or a district, over a stretch of time. */
export interface PlaceRow {
  readonly key: string;
  readonly name: string;
  /** of a street */
  readonly district: string | undefined;
  /** kWh of its known lamps */
  readonly used: Uncertain;
  /** % of that which meters have measured; undefined where nothing was used */
  readonly metered: number | undefined;
  /** % of the baseline; undefined where none is recorded */
  readonly saved: Uncertain | undefined;
  /** kWh that light for interventions took; less than nothing where it saved */
  readonly incident: Uncertain;
  /** % of the lamp-hours of which nothing is known */
  readonly unknown: number;
}

export const COLUMNS = ['name', 'district', 'used', 'metered', 'saved', 'incident', 'unknown'] as const;
export type Column = (typeof COLUMNS)[number];

/** @param nameOf a district's, by its id */
export function streetRows(
  rows: readonly EnergyRow[],
  nameOf: (district: string) => string,
  uncertainty: Uncertainty,
): readonly PlaceRow[] {
  return rows.map(({ district = '', street = '', sums }) =>
    rowOf(`${district} ${street}`, street, nameOf(district), unpacked(sums), uncertainty),
  );
}

/** The same, added up by district. */
export const districtRows = (
  rows: readonly EnergyRow[],
  nameOf: (district: string) => string,
  uncertainty: Uncertainty,
): readonly PlaceRow[] =>
  [...Map.groupBy(rows, ({ district = '' }) => district)].map(([district, own]) =>
    rowOf(district, nameOf(district), undefined, total(own.map(({ sums }) => unpacked(sums))), uncertainty),
  );

function rowOf(
  key: string,
  name: string,
  district: string | undefined,
  sums: EnergySums,
  by: Uncertainty,
): PlaceRow {
  const used = usedOf(sums, by);
  return {
    key,
    name,
    district,
    used,
    metered: used.value > 0 ? (sums.meter / used.value) * 100 : undefined,
    saved: savingOf(sums, by)?.share,
    incident: { value: 0 - sums.incident, off: (Math.abs(sums.incident) * by.rated) / 100 },
    unknown: 100 - (coverage(sums)?.known ?? 0) * 100,
  };
}

const words = new Intl.Collator('fr', { numeric: true });
/** Without regard to accents and capitals. */
const plain = (said: string): string => said.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those whose name or district has every word, in the order of a column; what is not known comes last either way. */
export function inOrder(
  rows: readonly PlaceRow[],
  { column, down, search }: { readonly column: Column; readonly down: boolean; readonly search: string },
): readonly PlaceRow[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  const found = rows.filter(({ name, district = '' }) =>
    wanted.every((word) => plain(`${name} ${district}`).includes(word)),
  );
  const sign = down ? -1 : 1;
  return found.toSorted((a, b) => {
    const [x, y] = [figureIn(a, column), figureIn(b, column)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    const order =
      typeof x === 'string' || typeof y === 'string' ? words.compare(String(x), String(y)) : x - y;
    return order * sign || words.compare(a.name, b.name);
  });
}

function figureIn(row: PlaceRow, column: Column): string | number | undefined {
  const value = row[column];
  return typeof value === 'object' ? value.value : value;
}
