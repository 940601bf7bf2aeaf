import { ConfigError } from '../../../node/config/error.ts';
import { keyValues } from '../../../shared/lamp/streetlight.ts';
import { each, eachLine, parsed, Tree } from './parse.ts';
import type { ReadFile, Row } from './row.ts';

/** A name that a broker gave in full because it was asked without its context: what stands behind the last `/` or `#`. */
const shortName = (name: string): string =>
  /^https?:\/\//.test(name) ? name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')) + 1) : name;

/** Of several values of one attribute (`datasetId`) the one that is no data set's. */
const alone = (attribute: unknown): unknown => {
  if (!Array.isArray(attribute) || !attribute.every((one) => Tree.safeParse(one).data?.type !== undefined))
    return attribute;
  return attribute.find((one) => !('datasetId' in one)) ?? attribute[0];
};

/** An entity as key values, with the short names of its attributes. */
function entityRow(entity: Tree, at: string): Row {
  const named = Object.entries(entity).map(([name, value]) => [
    shortName(name).replace(/^@(id|type)$/, '$1'),
    alone(value),
  ]);
  const fields = keyValues(Object.fromEntries(named)) as Tree;
  return { at, fields, geometry: located(fields.location) };
}

/** NGSI-LD lets an entity be of several types. */
const typesOf = ({ fields: { type } }: Row): readonly string[] =>
  [type].flat().map((one) => shortName(String(one)));

/**
 * FIWARE entities in any of the four encodings, with full names or short ones: an array, one alone, one a line, the
 * `@graph` of a JSON-LD document or the `data` of a notification.
 * @param type other entities are not meant
 * @throws ConfigError where it has entities, and none of the type
 */
export function readFiware(path: string, name: string, content: string, type: string): ReadFile {
  const text = parsed(path, content);
  const { rows, broken } =
    'lines' in text ? eachLine(name, text.lines, entityRow) : each(name, entitiesIn(text.whole), entityRow);
  const meant = rows.filter((row) => typesOf(row).includes(type));
  if (meant.length === 0 && rows.length > 0) {
    const there = [...new Set(rows.flatMap(typesOf))].slice(0, 10).join(', ');
    throw new ConfigError([`${path}: there is no entity of type ${type}; there is ${there}`]);
  }
  return { rows: meant, broken, others: rows.length - meant.length };
}

function entitiesIn(whole: unknown): readonly unknown[] {
  if (Array.isArray(whole)) return whole;
  const { data = {} } = Tree.safeParse(whole);
  return [data['@graph'], data.data].find(Array.isArray) ?? [whole];
}

/** NGSI-v2 also has places as text, latitude first. */
function located(location: unknown): unknown {
  const [, lat, lon] =
    typeof location === 'string' ? (/^\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*$/.exec(location) ?? []) : [];
  return lat === undefined ? location : { type: 'Point', coordinates: [Number(lon), Number(lat)] };
}
