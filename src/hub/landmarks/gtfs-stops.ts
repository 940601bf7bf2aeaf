import { z } from 'zod';
import { ConfigError } from '../../node/config/error.ts';
import { readNamedFile } from '../../node/config/named-file.ts';
import type { Landmark } from '../../shared/geo/landmark.ts';
import { readCsv } from '../inventory/read/csv.ts';

/** GTFS `location_type`: a stop or platform, and a station that holds several of them. Entrances and nodes are neither. */
const STOP = '0';
const STATION = '1';

const number = (least: number, most: number) =>
  z.string().trim().min(1).transform(Number).pipe(z.number().min(least).max(most));
/** GTFS Schedule, `stops.txt`: the columns that say what a stop is called and where it is. */
const Stop = z.object({
  stop_name: z.string().trim().min(1).max(180),
  stop_lat: number(-90, 90),
  stop_lon: number(-180, 180),
  location_type: z.string().trim().default(STOP),
  parent_station: z.string().trim().default(''),
});

/** How far apart two platforms are that are one stop to who waits there, in degrees: some 200 m. */
const SAME_STOP = 0.002;

/**
 * The stops of a transport network, from the `stops.txt` of its GTFS: the platforms of a stop are one place, called
 * once. @param word before each name, as it is said: « arrêt »
 * @throws ConfigError with one line for each of the first faults: line, column, what was expected
 */
export function readGtfsStops(path: string, word: string): readonly Landmark[] {
  const { rows, broken } = readCsv(path, path, readNamedFile(path, 'gtfsStops'), { separator: ',' });
  const faults = broken.map(({ at, detail, cells }) => `${at}: cells: ${cells?.join(' / ') ?? detail}`);
  const stops: Landmark[] = [];
  for (const { at, fields } of rows) {
    const checked = Stop.safeParse(fields);
    if (!checked.success) {
      for (const { path: column, message } of checked.error.issues)
        faults.push(`${at}: ${column.join('.')}: ${message}`);
      continue;
    }
    const { stop_name: name, stop_lat: lat, stop_lon: lon, location_type: type } = checked.data;
    if (![STOP, STATION, ''].includes(type) || checked.data.parent_station !== '') continue;
    const said = name.toLowerCase().startsWith(word) ? name : `${word} ${name}`;
    const isKnown = stops.some(
      ({ name: known, position }) =>
        known === said && Math.abs(position[0] - lon) < SAME_STOP && Math.abs(position[1] - lat) < SAME_STOP,
    );
    if (!isKnown) stops.push({ name: said, category: 'stop', position: [lon, lat] });
  }
  if (faults.length > 0) throw new ConfigError(faults.slice(0, 10));
  return stops;
}
