import { kmlGen } from '@tmcw/togeojson';
import { DOMParser, onErrorStopParsing, ParseError } from '@xmldom/xmldom';
import { ConfigError } from '../../../node/config/error.ts';
import type { ReadFile, Row } from './row.ts';

/**
 * KML: each Placemark with its ExtendedData, name and description as fields.
 * @throws ConfigError where it is no XML
 */
export function readKml(path: string, name: string, content: string): ReadFile {
  const text = content.replace(/^\uFEFF/, '');
  try {
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
    const rows: Row[] = [];
    for (const { id, properties, geometry } of kmlGen(document, { skipNullGeometry: false })) {
      const own = id === undefined ? {} : { id };
      rows.push({ at: `${name}#${rows.length + 1}`, fields: { ...own, ...properties }, geometry });
    }
    return { rows, broken: [] };
  } catch (cause) {
    if (!(cause instanceof ParseError)) throw cause;
    const line = (cause.locator as { lineNumber?: number } | undefined)?.lineNumber;
    const where = line === undefined ? path : `${path}:${line}`;
    throw new ConfigError([`${where}: not KML: ${cause.message.split('\n')[0]}`], { cause });
  }
}
