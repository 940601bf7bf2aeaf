import { isRefusal } from '../finding.ts';
import type { Mapping } from '../mapping.ts';
import type { City } from './city.ts';
import type { ImportReport, Stop } from './report.ts';

/** A district is one message, and its streets another: the broker takes a mebibyte (`max_packet_size`), with its topic. */
const MOST_BYTES = 1_000_000;

/** What speaks against carrying an import out. */
export function stopsOf(
  { sources, findings, lamps }: Pick<ImportReport, 'sources' | 'findings' | 'lamps'>,
  { districts, streets }: Pick<City, 'districts' | 'streets'>,
  limits: Mapping['limits'],
): readonly Stop[] {
  const stops: Stop[] = [];
  const ofLamps = sources.filter(({ kind }) => kind === 'lamp');
  const rows = ofLamps.reduce((sum, source) => sum + source.rows - source.skipped, 0);
  const refused = findings.filter((finding) => finding.of === 'lamp' && isRefusal(finding)).length;
  if (refused > limits.refused * rows)
    stops.push({ kind: 'refused', count: refused, of: rows, most: limits.refused });
  if (lamps.removed.length > limits.removed * lamps.before)
    stops.push({ kind: 'removed', count: lamps.removed.length, of: lamps.before, most: limits.removed });
  for (const { dictionary } of districts) {
    const bytes = Buffer.byteLength(JSON.stringify(dictionary));
    const { district } = dictionary;
    if (bytes > MOST_BYTES || dictionary.lamps.length > 65_535)
      stops.push({ kind: 'tooLarge', district, lamps: dictionary.lamps.length, bytes });
  }
  for (const graph of streets) {
    const bytes = Buffer.byteLength(JSON.stringify(graph));
    if (bytes > MOST_BYTES) stops.push({ kind: 'tooLarge', district: graph.district, lamps: 0, bytes });
  }
  return stops;
}
