import { kmlGen } from '@tmcw/togeojson';
import { DOMParser, onErrorStopParsing, ParseError } from '@xmldom/xmldom';
import { ConfigError } from '../../../node/config/error.ts';
import type { BrokenRow, ReadFile, Row } from './row.ts';

const PLACEMARK = /<Placemark\b[^>]*>[\s\S]*?<\/Placemark\s*>/g;
const COMMENT = /<!--[\s\S]*?-->/g;

/**
 * KML: each Placemark with its ExtendedData, name and description as fields. Each is parsed for itself: one that is no
 * XML breaks no other, and is known by its line.
 * @throws ConfigError where it has none
 */
export function readKml(path: string, name: string, content: string): ReadFile {
  // What is commented out is left out, and lines keep their numbers.
  const text = content.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ''));
  const root = /<kml\b[^>]*>/.exec(text)?.[0] ?? '<kml>';
  const rows: Row[] = [];
  const broken: BrokenRow[] = [];
  let [line, counted] = [1, 0];
  for (const { 0: placemark, index } of text.matchAll(PLACEMARK)) {
    for (; counted < index; counted++) if (text[counted] === '\n') line += 1;
    const at = `${name}:${line}`;
    try {
      rows.push({ at, ...parsed(`${root}${placemark}</kml>`) });
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      broken.push({ at, detail: error.message.split('\n')[0]!.slice(0, 80) });
    }
  }
  if (rows.length + broken.length === 0) throw new ConfigError([`${path}: no Placemark: is it a KML?`]);
  return { rows, broken };
}

/** @throws ParseError */
function parsed(xml: string): Omit<Row, 'at'> {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');
  const [feature] = kmlGen(document, { skipNullGeometry: false });
  const { id, properties = {}, geometry } = feature ?? {};
  return { fields: { ...(id !== undefined && { id }), ...properties }, geometry };
}
