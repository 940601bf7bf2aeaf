import { z } from 'zod';
import type { Place } from '../mapping.ts';
import { numberOf } from './number.ts';
import { type System, toWgs84 } from './projection.ts';
import type { Row } from './row.ts';
import { fieldOf, textOf } from './value.ts';
import { fromWkb } from './wkb.ts';

export type XY = readonly [number, number];
type Axes = System['axes'];

/** Some programs write numbers as text. */
const Coordinate = z
  .array(z.union([z.number(), z.string().transform((text) => numberOf(text) ?? Number.NaN)]))
  .min(2);
const Line = z.array(Coordinate).min(2);
const Ring = z.array(Coordinate).min(4);
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: Coordinate }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(Coordinate).length(1) }),
  z.object({ type: z.literal('LineString'), coordinates: Line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(Line) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)) }),
]);
type Geometry = z.infer<typeof Geometry>;
const Collected = z.object({
  type: z.literal('GeometryCollection'),
  geometries: z.array(z.looseObject({ type: z.string() })),
});

/** Well-known text (OGC Simple Features) as a geometry of GeoJSON; what it may say of its system is passed over. */
function fromWkt(text: string): unknown {
  const found = /^(?:SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*Z?M?\s*(\(.*\))\s*$/is.exec(text);
  if (found === null) return undefined;
  const [, multi = '', kind = '', body = ''] = found;
  const type = { POINT: 'Point', LINESTRING: 'LineString', POLYGON: 'Polygon' }[kind.toUpperCase()];
  const bracketed = body
    .replaceAll('(', '[')
    .replaceAll(')', ']')
    .replace(/-?[\d.]+(?:e-?\d+)?(?:\s+-?[\d.]+(?:e-?\d+)?)+/gi, (xy) => `[${xy.split(/\s+/).join(',')}]`);
  try {
    const nested = JSON.parse(bracketed) as unknown[];
    const single = type === 'Point' && multi === '';
    return { type: `${multi === '' ? '' : 'Multi'}${type}`, coordinates: single ? nested[0] : nested };
  } catch {
    return undefined;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function geometryOf(row: Row, place: Place | undefined): Geometry | undefined {
  let raw = row.geometry;
  if (place !== undefined && 'wkt' in place) {
    const text = textOf(fieldOf(row.fields, place.wkt)) ?? '';
    raw = fromWkb(text) ?? fromWkt(text);
  }
  if (place !== undefined && 'geoJson' in place)
    raw = parsedJson(textOf(fieldOf(row.fields, place.geoJson)) ?? '');
  return Geometry.safeParse(onlyPoint(raw)).data;
}

/** Of several geometries of one thing its place, where one of them alone is a point: a mast with its cable, say. */
function onlyPoint(raw: unknown): unknown {
  const { data } = Collected.safeParse(raw);
  const points = data?.geometries.filter(({ type }) => type === 'Point');
  return points?.length === 1 ? points[0] : raw;
}

/** Two numbers with decimal commas, whatever stands between them. */
const WITH_COMMAS = /^([-+]?\d+,\d+)\s*[,;\s/|]\s*([-+]?\d+,\d+)$/;

/** The two numbers of one column: `47.32, 5.04`, `(47.32, 5.04)`, `47,32 ; 5,04`, or as a list or an object of JSON. */
function bothIn(value: unknown): readonly (number | undefined)[] {
  if (Array.isArray(value)) return value.map(numberOf);
  if (typeof value === 'object' && value !== null && 'lat' in value && 'lon' in value)
    return [numberOf(value.lat), numberOf(value.lon)];
  const text = (textOf(value) ?? '').replace(/^\((.*)\)$/, '$1');
  return (WITH_COMMAS.exec(text)?.slice(1) ?? text.split(/\s*[,;/|]\s*|\s+/)).map(numberOf);
}

/** What a geometry is that is no place of one thing, as far as it says it. */
export function shapeOf(row: Row): string | undefined {
  const { geometry } = row;
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return undefined;
  const { type, coordinates } = geometry as { readonly type: unknown; readonly coordinates?: unknown };
  const parts =
    String(type).startsWith('Multi') && Array.isArray(coordinates) ? ` × ${coordinates.length}` : '';
  return type === 'Point' ? undefined : `${type}${parts}`;
}

/** East first, whatever order they were written in. */
const eastFirst = (x: number, y: number, axes: Axes): XY => (axes === 'latlon' ? [y, x] : [x, y]);

/** x and y of a thing that has one place, in its file's system; undefined where none can be read. */
export function pointOf(row: Row, place: Place | undefined, axes: Axes): XY | undefined {
  if (place !== undefined && 'x' in place) {
    const [x, y] = [numberOf(fieldOf(row.fields, place.x)), numberOf(fieldOf(row.fields, place.y))];
    return x === undefined || y === undefined ? undefined : eastFirst(x, y, axes);
  }
  if (place !== undefined && 'latLon' in place) {
    const [lat, lon] = bothIn(fieldOf(row.fields, place.latLon));
    return lat === undefined || lon === undefined ? undefined : eastFirst(lat, lon, axes ?? 'latlon');
  }
  const geometry = geometryOf(row, place);
  if (geometry?.type !== 'Point' && geometry?.type !== 'MultiPoint') return undefined;
  return firstOf(geometry.coordinates, axes);
}

type Nested = readonly (number | Nested)[];

function firstOf(coordinates: Nested, axes: Axes): XY {
  const [first, second] = coordinates;
  return typeof first === 'number' ? eastFirst(first, second as number, axes) : firstOf(first!, axes);
}

/** Where a line or an area begins, in its file's system; undefined where there is none. */
export function beginOf(row: Row, place: Place | undefined, axes: Axes): XY | undefined {
  const geometry = geometryOf(row, place);
  return geometry && firstOf(geometry.coordinates, axes);
}

/**
 * x and y of a thing that may be drawn as a point, a line or an area: of those the middle of what it spans, in its file's
 * system; undefined where there is none.
 */
export function middleOf(row: Row, place: Place | undefined, axes: Axes): XY | undefined {
  const point = pointOf(row, place, axes);
  if (point !== undefined || (place !== undefined && ('x' in place || 'latLon' in place))) return point;
  const geometry = geometryOf(row, place);
  if (geometry === undefined) return undefined;
  const all = pointsOf(geometry.coordinates);
  const middle = (axis: 0 | 1) => {
    const along = all.map((point) => point[axis]);
    return (along.reduce((a, b) => Math.min(a, b)) + along.reduce((a, b) => Math.max(a, b))) / 2;
  };
  return all.length === 0 ? undefined : eastFirst(middle(0), middle(1), axes);
}

const pointsOf = (coordinates: Nested): readonly XY[] =>
  coordinates.flatMap((one, i) => {
    if (typeof one !== 'number') return pointsOf(one);
    return i === 0 ? [[one, coordinates[1] as number] as const] : [];
  });

function converted({ crs, axes }: System, line: readonly (readonly number[])[]): readonly XY[] | undefined {
  const points = line.map(([x = Number.NaN, y = Number.NaN]) => toWgs84(crs, ...eastFirst(x, y, axes)));
  return points.includes(undefined) ? undefined : (points as readonly XY[]);
}

/** Its lines in WGS 84; undefined where it has none. */
export function linesOf(
  row: Row,
  place: Place | undefined,
  system: System,
): readonly (readonly XY[])[] | undefined {
  const geometry = geometryOf(row, place);
  if (geometry?.type !== 'LineString' && geometry?.type !== 'MultiLineString') return undefined;
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  const all = lines.map((line) => converted(system, line));
  return all.includes(undefined) ? undefined : (all as readonly (readonly XY[])[]);
}

/** Its rings in WGS 84, holes too; undefined where it is no area. */
export function ringsOf(
  row: Row,
  place: Place | undefined,
  system: System,
): readonly (readonly XY[])[] | undefined {
  const geometry = geometryOf(row, place);
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return undefined;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const all = rings.map((ring) => converted(system, ring));
  return all.includes(undefined) ? undefined : (all as readonly (readonly XY[])[]);
}
