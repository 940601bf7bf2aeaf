import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../node/config/error.ts';
import { isRefusal } from './finding.ts';
import { Mapping } from './mapping.ts';
import type { City } from './plan/city.ts';
import { planImport } from './plan/plan.ts';
import { readSources } from './read/sources.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-untidy-'));
afterAll(() => rmSync(dir, { recursive: true }));

const NOTHING: City = { districts: [], streets: [], cabinets: [], circuits: [], crossings: [] };
const NAMES = ['id', 'lon', 'lat', 'rue', 'armoire', 'W'] as const;
type Cells = Readonly<Record<(typeof NAMES)[number], string>>;

/** An id as it is typed twice: with other case, spaces around and within. */
const id = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 400 }).map((n) => `L-${n}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('L-7', 'l-7', ' L-7 ', 'L 7', '', ' ', 'NC', 'é\u00a0x', 'x'.repeat(300)),
  },
);
const degrees = (around: number) =>
  fc.integer({ min: -9_999, max: 9_999 }).chain((n) => {
    const plain = (around + n / 200_000).toFixed(6);
    return fc.constantFrom(plain, plain.replace('.', ','), ` ${plain} `);
  });
const place = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(degrees(5.04), degrees(47.32)) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ['', ''],
      ['0', '0'],
      ['47.32', '5.04'],
      ['854230,12', '6693000'],
      ['-5000', 'n/a'],
      ['2.35', '48.85'],
      ['1e9', '-'],
    ),
  },
);
const street = fc.oneof(
  fc.constantFrom(
    'rue Monge',
    'RUE MONGE',
    'R MONGE',
    'Rue Monge.',
    "rue de l'Église",
    'R DE L EGLISE',
    '<Null>',
    '',
    'rue "Monge"',
    'rue Monge\nprolongée',
    'a;b',
    'c,d',
  ),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n\t"|;,]/g, ' ')),
);
const row = fc
  .record({
    id,
    at: place,
    rue: street,
    armoire: fc.constantFrom('A-1', 'a-1', 'A-99', '', ' A-1'),
    W: fc.constantFrom('42', '42 W', '2x36W', '70+70', '0', '8,54E+05', 'quarante', '1 000,5', '-1', ''),
  })
  .map(({ at, ...cells }): Cells => ({ ...cells, lon: at[0]!, lat: at[1]! }));

/** How a CSV is written. */
interface Form {
  readonly separator: string;
  readonly end: string;
  readonly mark: boolean;
  /** after which rows an empty one stands */
  readonly gap: number;
  readonly quoted: boolean;
}
const form: fc.Arbitrary<Form> = fc.record({
  separator: fc.constantFrom(';', ',', '\t'),
  end: fc.constantFrom('\n', '\r\n'),
  mark: fc.boolean(),
  gap: fc.integer({ min: 2, max: 9 }),
  quoted: fc.boolean(),
});

function csvOf(rows: readonly Cells[], { separator, end, mark, gap, quoted }: Form): string {
  const cell = (text: string) =>
    quoted || /["\n\r]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.flatMap((cells, i) => [
    NAMES.map((name) => cell(cells[name])).join(separator),
    ...(i % gap === 0 ? [''] : []),
  ]);
  return `${mark ? '\uFEFF' : ''}${[NAMES.join(separator), ...lines].join(end)}`;
}

/** A GeoJSON of the same, with features that are none among them. */
function geoJsonOf(rows: readonly Cells[], mark: boolean): string {
  const number = (text: string) => Number(text.trim().replace(',', '.'));
  const features = rows.map(({ lon, lat, ...properties }, i) =>
    i % 11 === 10
      ? null
      : {
          type: 'Feature',
          properties,
          geometry: lon === '' ? null : { type: 'Point', coordinates: [number(lon), number(lat)] },
        },
  );
  return `${mark ? '\uFEFF' : ''}${JSON.stringify({ type: 'FeatureCollection', features })}`;
}

const fields = { street: 'rue', cabinet: 'armoire', power: 'W' };
const csv = { file: 'lampes.csv', format: 'csv', fields: { ...fields, position: { x: 'lon', y: 'lat' } } };
const geoJson = { file: 'lampes.geojson', format: 'geojson', fields };
writeFileSync(join(dir, 'armoires.csv'), 'id;lon;lat\nA-1;5,03;47,32\nA-2;;\n');

function imported(source: typeof csv | typeof geoJson, content: string) {
  writeFileSync(join(dir, source.file), content);
  const cabinets = {
    kind: 'cabinet',
    file: 'armoires.csv',
    format: 'csv',
    fields: { position: { x: 'lon', y: 'lat' } },
  };
  const rule = Mapping.parse({ sources: [{ kind: 'lamp', ...source }, cabinets] });
  try {
    const read = readSources(rule, dir);
    const first = planImport(read, NOTHING, rule);
    return { first: first.report, again: planImport(read, first.city, rule).report };
  } catch (error) {
    // A file may be refused as a whole, in words of its own; nothing else may come of it.
    expect(error).toBeInstanceOf(ConfigError);
    return undefined;
  }
}

function holds({ first, again }: NonNullable<ReturnType<typeof imported>>, rows: number): void {
  for (const { rows: all, skipped, refused, repeated, taken } of first.sources)
    expect(skipped + refused + repeated + taken).toBe(all);
  const [lamps] = first.sources;
  expect(lamps!.rows).toBe(rows);
  expect(first.lamps.after).toBe(lamps!.taken);
  expect(first.findings.filter((one) => one.of === 'lamp' && isRefusal(one))).toHaveLength(lamps!.refused);
  const { added, removed, moved, changed, rehoused, unchanged } = again.lamps;
  expect([added, removed, moved, changed, rehoused, unchanged]).toEqual([
    [],
    [],
    [],
    [],
    [],
    first.lamps.after,
  ]);
  expect([again.cabinets.added, again.cabinets.removed]).toEqual([[], []]);
}

describe('whatever an office exports, each row is taken or refused for a reason, and the same again changes nothing', () => {
  it('as CSV', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), form, (rows, how) => {
        const result = imported(csv, csvOf(rows, how));
        expect(result).toBeDefined();
        // A row of empty cells is an empty line.
        holds(result!, rows.filter((cells) => NAMES.some((name) => cells[name].trim() !== '')).length);
      }),
      { numRuns: 150 },
    );
  });

  it('as GeoJSON', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.boolean(), (rows, mark) => {
        const result = imported(geoJson, geoJsonOf(rows, mark));
        expect(result).toBeDefined();
        holds(result!, rows.length);
      }),
      { numRuns: 100 },
    );
  });

  it('torn anywhere, it is refused in clear words or taken as far as it can be read', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), form, fc.nat(), (rows, how, cut) => {
        const whole = csvOf(rows, how);
        const result = imported(csv, whole.slice(0, cut % whole.length));
        for (const { rows: all, skipped, refused, repeated, taken } of result?.first.sources ?? [])
          expect(skipped + refused + repeated + taken).toBe(all);
      }),
      { numRuns: 100 },
    );
  });
});
