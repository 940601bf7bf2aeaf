import { z } from 'zod';
import { ConfigError } from '../../../node/config/error.ts';
import { keyValues } from '../../../shared/lamp/streetlight.ts';
import { crsNamed } from './projection.ts';
import type { BrokenRow, ReadFile, Row } from './row.ts';

type Tree = Readonly<Record<string, unknown>>;
const Tree: z.ZodType<Tree> = z.record(z.string(), z.unknown());

function parsed(path: string, content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new ConfigError([`${path}: not JSON: ${(cause as Error).message}`], { cause });
  }
}

const Collection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z
    .object({ properties: z.object({ name: z.string() }) })
    .nullish()
    .catch(undefined),
  features: z.array(z.unknown()),
});

/**
 * GeoJSON (RFC 7946, or older with a `crs`). The `id` of a feature counts as a property where there is none of that
 * name; attributes in NGSI form, as FIWARE brokers give them in GeoJSON, become plain values.
 * @throws ConfigError where it is no FeatureCollection, or its system is unknown and the mapping names none
 */
export function readGeoJson(path: string, name: string, content: string, hasCrs: boolean): ReadFile {
  const checked = Collection.safeParse(parsed(path, content));
  if (!checked.success) throw new ConfigError([`${path}: no FeatureCollection of GeoJSON`]);
  const declared = checked.data.crs?.properties.name;
  const crs = declared === undefined ? undefined : crsNamed(declared);
  if (declared !== undefined && crs === undefined && !hasCrs)
    throw new ConfigError([`${path}: its system « ${declared} » is not known here: name one with crs`]);
  return { ...each(name, checked.data.features, featureRow), crs };
}

function featureRow(feature: Tree, at: string): Row {
  const properties = keyValues(feature.properties ?? {}) as Tree;
  const id = feature.id === undefined ? {} : { id: feature.id };
  return { at, fields: { ...id, ...properties }, geometry: plain(feature.geometry) };
}

/** In NGSI-LD a geometry is an attribute too. */
const plain = (geometry: unknown): unknown =>
  typeof geometry === 'object' && geometry !== null && 'value' in geometry ? geometry.value : geometry;

/**
 * FIWARE entities in any of the four encodings: an array, one alone, or one a line.
 * @param type other entities are not meant
 */
export function readFiware(path: string, name: string, content: string, type: string): ReadFile {
  const isLines = /^\s*\{.*\}\s*\n\s*\{/.test(content);
  const whole = isLines
    ? content
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => parsed(path, line))
    : parsed(path, content);
  const { rows, broken } = each(name, Array.isArray(whole) ? whole : [whole], (entity, at) => {
    const fields = keyValues(entity) as Tree;
    return { at, fields, geometry: located(fields.location) };
  });
  return { rows: rows.filter(({ fields }) => fields.type === type), broken };
}

/** NGSI-v2 also has places as text, latitude first. */
function located(location: unknown): unknown {
  const [, lat, lon] =
    typeof location === 'string' ? (/^\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*$/.exec(location) ?? []) : [];
  return lat === undefined ? location : { type: 'Point', coordinates: [Number(lon), Number(lat)] };
}

function each(name: string, things: readonly unknown[], row: (thing: Tree, at: string) => Row): ReadFile {
  const rows: Row[] = [];
  const broken: BrokenRow[] = [];
  for (const [i, thing] of things.entries()) {
    const at = `${name}#${i + 1}`;
    const checked = Tree.safeParse(thing);
    if (checked.success) rows.push(row(checked.data, at));
    else broken.push({ at, detail: JSON.stringify(thing)?.slice(0, 40) ?? '' });
  }
  return { rows, broken };
}
