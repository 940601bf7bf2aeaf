import { z } from 'zod';
import { isKnown, USUAL_CRS } from './read/projection.ts';
import { squeezed } from './read/squeezed.ts';

const text = z.string().transform(squeezed).pipe(z.string().min(1).max(200));
/** Of a column's text the part in its first brackets. */
const pattern = z.string().max(200).refine(isPattern, 'no regular expression with a part in brackets');

function isRegExp(said: string): boolean {
  try {
    return new RegExp(said, 'iu') !== undefined;
  } catch {
    return false;
  }
}

/** Beside nothing it always fits, and tells how many parts it has. */
function isPattern(said: string): boolean {
  return isRegExp(said) && (new RegExp(`${said}|`, 'iu').exec('')?.length ?? 0) > 1;
}

/**
 * Which column, property or attribute of theirs is one of ours: its name, dotted where it lies deeper; several joined,
 * where none alone is unique; what a pattern finds in one; numbers of several together; or what holds for the whole file.
 */
const Field = z.union(
  [
    text,
    z.strictObject({ join: z.array(text).min(2).max(5), with: z.string().max(5).default('-') }),
    z
      .strictObject({
        column: text,
        match: pattern.optional(),
        /** set before it: numbers that each file begins anew */
        prefix: z.string().min(1).max(50).optional(),
      })
      .refine(({ match, prefix }) => match !== undefined || prefix !== undefined, 'match or prefix'),
    z.strictObject({ sum: z.array(text).min(2).max(5) }),
    z.strictObject({ value: text }),
  ],
  'a column, { join: [columns] }, { column, match, prefix }, { sum: [columns] } or { value: text }',
);
export type Field = z.infer<typeof Field>;

/** Where the place is written, if not in a geometry of the format's own. */
const Place = z.union(
  [
    z.strictObject({ x: text, y: text }),
    /** both in one column, latitude first, as portals write `geo_point_2d` */
    z.strictObject({ latLon: text }),
    /** a GeoJSON geometry as text, as portals write `geo_shape` */
    z.strictObject({ geoJson: text }),
    /** well-known text; or well-known binary in hex, as PostGIS writes a column of geometries */
    z.strictObject({ wkt: text }),
  ],
  '{ x, y }, { latLon }, { geoJson } or { wkt }, each with a column',
);
export type Place = z.infer<typeof Place>;

/** What a column has in rows that are meant: one of several values, or what a pattern fits. */
const Values = z.union(
  [
    z.array(z.union([z.string(), z.number()])).min(1),
    z.strictObject({ match: z.string().max(200).refine(isRegExp, 'no regular expression') }),
  ],
  '[values] or { match }',
);
export type Values = z.infer<typeof Values>;

const common = {
  /** relative to the mapping file */
  file: text,
  format: z.enum(['csv', 'geojson', 'kml', 'fiware']),
  encoding: z
    .enum([
      'utf-8',
      'utf-8-twice',
      'utf-16le',
      'utf-16be',
      'windows-1252',
      'iso-8859-1',
      'iso-8859-15',
      'macintosh',
    ])
    .optional(),
  /** of a CSV */
  separator: z.string().length(1).optional(),
  /** of a CSV: the line that has the names of its columns, where a title stands above */
  header: z.int().min(1).max(1_000).optional(),
  /** of a CSV: rows that end before the last column have nothing in those that follow, and are not broken */
  shortRows: z.literal('fill').optional(),
  crs: z
    .string()
    .refine(isKnown, `one of ${USUAL_CRS.join(', ')}, or a zone of UTM`)
    .optional(),
  /** which of two numbers comes first, where it is not as its format has it: east (lonlat), or north (latlon) */
  axes: z.enum(['lonlat', 'latlon']).optional(),
  /** which comes first in 04/03/2021 */
  dates: z.enum(['dayFirst', 'monthFirst']).default('dayFirst'),
  /** rows that are not taken: column → values in it, such as what was taken down but is still listed */
  skip: z.record(text, Values).default({}),
  /** rows that alone are taken: column → values in it, such as what is a crossing among all that a file has */
  only: z.record(text, Values).default({}),
  /** of FIWARE, where it is not the usual one of its kind */
  entity: text.optional(),
};

const source = <K extends string, F extends z.ZodType>(kind: K, fields: F) =>
  z.strictObject({ kind: z.literal(kind), ...common, fields });

/** The fields of each kind; `id` has a usual name in FIWARE and GeoJSON. */
const lampFields = z.strictObject({
  id: Field.default('id'),
  position: Place.optional(),
  street: Field.optional(),
  commune: Field.optional(),
  district: Field.optional(),
  cabinet: Field.optional(),
  circuit: Field.optional(),
  luminaire: Field.optional(),
  /** W */
  power: Field.optional(),
  /** W, before the conversion to LED: what savings are counted against */
  powerBefore: Field.optional(),
  convertedOn: Field.optional(),
  /** m */
  height: Field.optional(),
});
const cabinetFields = z.strictObject({
  id: Field.default('id'),
  position: Place.optional(),
  street: Field.optional(),
  commune: Field.optional(),
});
const circuitFields = z.strictObject({ id: Field.default('id'), cabinet: Field.optional() });
const streetFields = z.strictObject({
  name: Field.default('name'),
  position: Place.optional(),
  commune: Field.optional(),
  /** in which direction vehicles may pass, as OpenStreetMap or the IGN's BD TOPO says it */
  oneway: Field.optional(),
});
const crossingFields = z.strictObject({
  id: Field.default('id'),
  position: Place.optional(),
  street: Field.optional(),
  commune: Field.optional(),
});
const districtFields = z.strictObject({
  id: Field.default('id'),
  position: Place.optional(),
  name: Field.optional(),
});

const Source = z.discriminatedUnion('kind', [
  source('lamp', lampFields.prefault({})),
  source('cabinet', cabinetFields.prefault({})),
  source('circuit', circuitFields.prefault({})),
  source('street', streetFields.prefault({})),
  source('crossing', crossingFields.prefault({})),
  source('district', districtFields.prefault({})),
]);
export type Source = z.infer<typeof Source>;
export type SourceOf<K extends Source['kind']> = Extract<Source, { kind: K }>;

const share = (fallback: number) => z.number().min(0).max(1).default(fallback);
const degrees = (most: number) => z.number().min(-most).max(most);

/** The mapping file of an import; `resources/config/inventory.example.yaml` explains each line. */
export const Mapping = z.strictObject({
  sources: z.array(Source).min(1).max(50),
  /** west, south, east, north, degrees: what is outside is a mistake. France in Europe where absent */
  within: z
    .tuple([degrees(180), degrees(90), degrees(180), degrees(90)])
    .refine(([w, s, e, n]) => w < e && s < n, 'west, south, east, north')
    .default([-5.5, 41.2, 9.8, 51.3]),
  /** a lamp farther than this from the middle of all is a mistake, km */
  farKm: z.number().positive().max(2_000).default(50),
  districts: z
    .strictObject({
      /** lamps in one that is made */
      lamps: z.int().min(100).max(3_000).default(1_000),
    })
    .prefault({}),
  /** shares of the rows refused, and of the known lamps removed, above which nothing is imported without consent */
  limits: z.strictObject({ refused: share(0.1), removed: share(0.1) }).prefault({}),
});
export type Mapping = z.infer<typeof Mapping>;
