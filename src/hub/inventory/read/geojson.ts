import { z } from 'zod';
import { ConfigError } from '../../../node/config/error.ts';
import { keyValues } from '../../../shared/lamp/streetlight.ts';
import { each, eachLine, parsed, Tree } from './parse.ts';
import { type Crs, crsNamed } from './projection.ts';
import type { ReadFile, Row } from './row.ts';

const Count = z.number().optional().catch(undefined);
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  /** of before RFC 7946; of drafts before that, as a number */
  crs: z
    .object({
      properties: z.union([
        z.object({ name: z.string() }),
        z.object({ code: z.number() }).transform(({ code }) => ({ name: `EPSG:${code}` })),
      ]),
    })
    .nullish()
    .catch(undefined),
  features: z.array(z.unknown()),
  /** of ArcGIS: it answers with some thousand at once, and says that there are more; in newer versions among `properties` */
  exceededTransferLimit: z.boolean().optional().catch(undefined),
  properties: z.object({ exceededTransferLimit: z.boolean().optional() }).optional().catch(undefined),
  /** of a WFS: how many it has (`numberMatched`; GeoServer's older `totalFeatures`) */
  numberMatched: Count,
  totalFeatures: Count,
});
type Collection = z.infer<typeof Collection>;

/**
 * GeoJSON (RFC 7946, or older with a `crs`): a collection, features alone, or one a line. The `id` of a feature counts as
 * a property where there is none of that name; attributes in NGSI form, as FIWARE brokers give them in GeoJSON, become
 * plain values.
 * @throws ConfigError where it is none, or its system is unknown and the mapping names none
 */
export function readGeoJson(path: string, name: string, content: string, hasCrs: boolean): ReadFile {
  const text = parsed(path, content);
  if ('lines' in text) return eachLine(name, text.lines, featureRow);
  const { whole } = text;
  const { data } = Collection.safeParse(whole);
  if (data === undefined) {
    const features = Array.isArray(whole) ? whole : [whole];
    if (features.some((one) => Tree.safeParse(one).data?.type === 'Feature'))
      return each(name, features, featureRow);
    throw new ConfigError([`${path}: ${whyNone(whole)}`]);
  }
  return {
    ...each(name, data.features, featureRow),
    crs: systemOf(path, data, hasCrs),
    part: partOf(data),
  };
}

function whyNone(whole: unknown): string {
  const { data = {} } = Tree.safeParse(whole);
  if ('geometryType' in data || 'spatialReference' in data)
    return 'this is JSON of ArcGIS: ask its service for GeoJSON (f=geojson)';
  if (data.type === 'Topology') return 'this is TopoJSON: write it as GeoJSON';
  return 'no FeatureCollection of GeoJSON';
}

function systemOf(path: string, { crs }: Collection, hasCrs: boolean): Crs | undefined {
  const declared = crs?.properties.name;
  const known = declared === undefined ? undefined : crsNamed(declared);
  if (declared !== undefined && known === undefined && !hasCrs)
    throw new ConfigError([`${path}: its system « ${declared} » is not known here: name one with crs`]);
  return known;
}

function partOf({ features, ...said }: Collection): string | undefined {
  const most = said.numberMatched ?? said.totalFeatures;
  if (most !== undefined && most > features.length) return `${features.length} / ${most}`;
  const isCut = said.exceededTransferLimit ?? said.properties?.exceededTransferLimit ?? false;
  return isCut ? `${features.length} / ?` : undefined;
}

function featureRow(feature: Tree, at: string): Row {
  const properties = keyValues(feature.properties ?? {}) as Tree;
  const id = feature.id === undefined ? {} : { id: feature.id };
  return { at, fields: { ...id, ...properties }, geometry: plain(feature.geometry) };
}

/** In NGSI-LD a geometry is an attribute too. */
const plain = (geometry: unknown): unknown =>
  typeof geometry === 'object' && geometry !== null && 'value' in geometry ? geometry.value : geometry;
