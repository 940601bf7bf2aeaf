import { ConfigError } from '../../node/config/error.ts';
import { Landmark, type Landmarks } from '../../shared/geo/landmark.ts';
import type { HubConfig } from '../config.ts';
import { readEntries } from '../edge/inventory-file.ts';
import { readGtfsStops } from './gtfs-stops.ts';

/** Each category is one message, and the broker takes a mebibyte (`max_packet_size`), with its topic. */
const MOST_BYTES = 1_000_000;
/** What a stop is called by in the room's language, before its name. */
const STOP = { fr: 'arrêt', en: 'stop' } as const;

/** The places that the city names, by category, out of their files. @throws ConfigError */
export function readLandmarks({
  landmarks,
  gtfsStops,
  locale,
}: Pick<HubConfig, 'landmarks' | 'gtfsStops' | 'locale'>): readonly Landmarks[] {
  const all = [
    ...(landmarks === undefined ? [] : readEntries(landmarks, 'landmarks', Landmark)),
    ...(gtfsStops === undefined ? [] : readGtfsStops(gtfsStops, STOP[locale])),
  ];
  return [...Map.groupBy(all, ({ category }) => category)].map(([id, places]) => {
    const value: Landmarks = { v: 1, id, landmarks: places };
    const bytes = Buffer.byteLength(JSON.stringify(value));
    if (bytes <= MOST_BYTES) return value;
    throw new ConfigError([
      `landmarks: ${places.length} of category ${id} are ${bytes} bytes; ${MOST_BYTES} at most fit in one message`,
    ]);
  });
}
