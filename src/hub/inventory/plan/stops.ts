import { districtCrossings, MOST_CROSSINGS } from '../../../shared/crossing/model.ts';
import type { DistrictId } from '../../../shared/ids.ts';
import { isRefusal } from '../finding.ts';
import type { Mapping } from '../mapping.ts';
import type { City } from './city.ts';
import { livingCrossings } from './crossings.ts';
import type { ImportReport, Stop } from './report.ts';

/** A district is one message, and its streets another: the broker takes a mebibyte (`max_packet_size`), with its topic. */
const MOST_BYTES = 1_000_000;

/** What speaks against carrying an import out. */
export function stopsOf(
  { sources, findings, lamps, crossings }: Pick<ImportReport, 'sources' | 'findings' | 'lamps' | 'crossings'>,
  { districts, streets, crossings: crossed }: Pick<City, 'districts' | 'streets' | 'crossings'>,
  limits: Mapping['limits'],
): readonly Stop[] {
  const stops: Stop[] = [];
  for (const [what, { removed, before }] of [
    ['lamp', lamps],
    ['crossing', crossings],
  ] as const) {
    const own = sources.filter(({ kind }) => kind === what);
    const rows = own.reduce((sum, source) => sum + source.rows - source.skipped, 0);
    const refused = findings.filter((finding) => finding.of === what && isRefusal(finding)).length;
    if (refused > limits.refused * rows)
      stops.push({ kind: 'refused', what, count: refused, of: rows, most: limits.refused });
    if (removed.length > limits.removed * before)
      stops.push({ kind: 'removed', what, count: removed.length, of: before, most: limits.removed });
  }
  for (const { dictionary } of districts) {
    const bytes = Buffer.byteLength(JSON.stringify(dictionary));
    const { district } = dictionary;
    if (bytes > MOST_BYTES || dictionary.lamps.length > 65_535)
      stops.push({ kind: 'tooLarge', district, lamps: dictionary.lamps.length, bytes });
  }
  const dictionaries = districts.map(({ dictionary }) => dictionary);
  for (const { id, crossings: its } of districtCrossings(dictionaries, livingCrossings(crossed))) {
    const bytes = Buffer.byteLength(JSON.stringify(its));
    if (its.length > MOST_CROSSINGS || bytes > MOST_BYTES)
      stops.push({ kind: 'tooLarge', district: id as DistrictId, lamps: 0, bytes });
  }
  for (const graph of streets) {
    const bytes = Buffer.byteLength(JSON.stringify(graph));
    if (bytes > MOST_BYTES) stops.push({ kind: 'tooLarge', district: graph.district, lamps: 0, bytes });
  }
  return stops;
}
