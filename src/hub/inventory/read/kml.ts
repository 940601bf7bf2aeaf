import { kmlGen } from '@tmcw/togeojson';
import { DOMParser, onErrorStopParsing, ParseError } from '@xmldom/xmldom';
import { ConfigError } from '../../../node/config/error.ts';
import { tableIn } from './html-table.ts';
import type { BrokenRow, ReadFile, Row } from './row.ts';
import { squeezed } from './squeezed.ts';

const COMMENT = /<!--[\s\S]*?-->/g;
/** Placemarks whole, and where folders begin, with their names, and end. */
const PARTS =
  /<Placemark\b[^>]*>[\s\S]*?<\/Placemark\s*>|<Folder\b[^>]*>(?:\s*<name>(?:<!\[CDATA\[)?([^<\]]*))?|<\/Folder\s*>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * KML: each Placemark with its ExtendedData, name and description as fields, the name of the Folder that it is in
 * (`folder`), and what a table in its description says, as ArcGIS writes all there is. Each is parsed for itself: one
 * that is no XML breaks no other, and is known by its line.
 * @throws ConfigError where it has none
 */
export function readKml(path: string, name: string, content: string): ReadFile {
  // What is commented out is left out, and lines keep their numbers.
  const text = content.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ''));
  const root = /<kml\b[^>]*>/.exec(text)?.[0] ?? '<kml>';
  const rows: Row[] = [];
  const broken: BrokenRow[] = [];
  const folders: (string | undefined)[] = [];
  let [line, counted] = [1, 0];
  for (const { 0: part, 1: folder, index } of text.matchAll(PARTS)) {
    if (part.startsWith('</')) folders.pop();
    else if (part.startsWith('<Folder')) folders.push(folder === undefined ? undefined : plainName(folder));
    if (!part.startsWith('<Placemark')) continue;
    for (; counted < index; counted++) if (text[counted] === '\n') line += 1;
    const at = `${name}:${line}`;
    const within = folders.findLast((one) => one !== undefined);
    try {
      const { fields, geometry } = parsed(`${root}${part}</kml>`);
      rows.push({ at, fields: { ...(within !== undefined && { folder: within }), ...fields }, geometry });
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      broken.push({ at, detail: error.message.split('\n')[0]!.slice(0, 80) });
    }
  }
  if (rows.length + broken.length === 0) throw new ConfigError([`${path}: no Placemark: is it a KML?`]);
  return { rows, broken };
}

const plainName = (text: string): string =>
  squeezed(text.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity]!));

/** @throws ParseError */
function parsed(xml: string): Omit<Row, 'at'> {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');
  const [feature] = kmlGen(document, { skipNullGeometry: false });
  const { id, properties = {}, geometry } = feature ?? {};
  const table = xml.includes('<![CDATA[') || xml.includes('&lt;t') ? tableIn(properties?.description) : {};
  return { fields: { ...table, ...(id !== undefined && { id }), ...properties }, geometry };
}
