import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { readNamedBytes } from '../../../node/config/named-file.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Find, Finding } from '../finding.ts';
import type { Mapping, Source } from '../mapping.ts';
import { isChosen } from './chosen.ts';
import { checkColumns } from './columns.ts';
import { crossingOf } from './crossing.ts';
import { readCsv } from './csv.ts';
import type {
  CabinetDraft,
  CircuitDraft,
  CrossingDraft,
  DistrictDraft,
  Drafts,
  LampDraft,
  StreetDraft,
} from './draft.ts';
import { readFiware } from './fiware.ts';
import { readGeoJson } from './geojson.ts';
import { readKml } from './kml.ts';
import { isZip, kmlIn } from './kmz.ts';
import { lampOf } from './lamp.ts';
import { cabinetOf, circuitOf, districtOf, streetOf } from './others.ts';
import type { ReadFile } from './row.ts';
import { textIn } from './text.ts';

/** Of one source, how many rows it had, and what became of them: `rows` is the sum of the others. */
export interface SourceCount {
  readonly file: string;
  /** of its bytes, in hex */
  readonly sha256: string;
  readonly kind: Source['kind'];
  readonly rows: number;
  readonly skipped: number;
  readonly refused: number;
  /** said by another row, in the same words */
  readonly repeated: number;
  readonly taken: number;
}

/** What the files say, and what was found in them. */
export interface ReadSources {
  readonly drafts: Drafts;
  readonly counts: readonly SourceCount[];
  readonly findings: readonly Finding[];
}

const ENTITY = {
  lamp: 'Streetlight',
  cabinet: 'StreetlightControlCabinet',
  circuit: 'StreetlightGroup',
  street: 'RoadSegment',
  // The published data models have none: a city names its own by `entity`.
  crossing: 'PedestrianCrossing',
  district: 'AdministrativeArea',
} as const;

function read(source: Source, file: string, name: string, bytes: Buffer): ReadFile {
  const { format, encoding } = source;
  const isPacked = format === 'kml' && isZip(bytes);
  const content = textIn(isPacked ? kmlIn(bytes, file) : bytes, file, encoding);
  switch (format) {
    case 'csv':
      return readCsv(file, name, content, source);
    case 'geojson':
      return readGeoJson(file, name, content, source.crs !== undefined);
    case 'kml':
      return readKml(file, name, content);
    case 'fiware':
      return readFiware(file, name, content, source.entity ?? ENTITY[source.kind]);
    default:
      return assertNever(format);
  }
}

/**
 * Reads all files of an import. Bad rows are found, named, and stop nothing.
 * @param folder of the mapping file, to which the names in it are relative
 * @throws ConfigError for a file that can't be read at all, or has no column that the mapping names
 */
export function readSources(
  { sources, within }: Pick<Mapping, 'sources' | 'within'>,
  folder: string,
): ReadSources {
  const lamps: LampDraft[] = [];
  const cabinets: CabinetDraft[] = [];
  const circuits: CircuitDraft[] = [];
  const streets: StreetDraft[] = [];
  const crossings: CrossingDraft[] = [];
  const districts: DistrictDraft[] = [];
  const findings: Finding[] = [];

  const counts = sources.map((source, which): SourceCount => {
    const { kind, file: name } = source;
    const found: Find = (one) => void findings.push({ of: kind, ...one });
    const path = resolve(folder, name);
    const bytes = readNamedBytes(path, 'file');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = read(source, path, name, bytes);
    checkColumns(path, which, source, file.rows);
    const system = { crs: source.crs ?? file.crs ?? 'EPSG:4326', axes: source.axes } as const;
    if (file.part !== undefined) found({ kind: 'part', at: name, detail: file.part });
    for (const row of file.broken) found({ kind: 'broken', ...row });
    const rows = file.rows.filter((row) => isChosen(row, source));
    let taken = 0;
    const keep = <T>(list: T[], draft: T | undefined) => {
      if (draft === undefined) return;
      list.push(draft);
      taken += 1;
    };
    for (const row of rows) {
      if (source.kind === 'lamp') keep(lamps, lampOf(row, source, system, within, found));
      else if (source.kind === 'cabinet') keep(cabinets, cabinetOf(row, source, system, within, found));
      else if (source.kind === 'circuit') keep(circuits, circuitOf(row, source, found));
      else if (source.kind === 'street') keep(streets, streetOf(row, source, system, within, found));
      else if (source.kind === 'crossing') keep(crossings, crossingOf(row, source, system, within, found));
      else keep(districts, districtOf(row, source, system, within, found));
    }
    const { others = 0 } = file;
    const all = file.rows.length + file.broken.length + others;
    const skipped = file.rows.length - rows.length + others;
    const refused = all - skipped - taken;
    return { file: name, sha256, kind, rows: all, skipped, refused, repeated: 0, taken };
  });
  const named = new Set(sources.map(({ kind }) => kind));
  const of = <T>(kind: Source['kind'], list: readonly T[]) => (named.has(kind) ? list : undefined);
  const drafts = {
    lamps: of('lamp', lamps),
    cabinets: of('cabinet', cabinets),
    circuits: of('circuit', circuits),
    streets: of('street', streets),
    crossings: of('crossing', crossings),
    districts: of('district', districts),
  };
  return { drafts, counts, findings };
}
