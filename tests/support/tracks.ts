import { readStandings, readTrack } from '../../src/hub/lighting/command/file.ts';
import type { Track } from '../../src/hub/lighting/command/model.ts';
import type { Db } from '../../src/hub/store/tables.ts';

/** All overrides of a store with their lamps, oldest first. */
export async function readTracks(db: Db): Promise<readonly Track[]> {
  const all: Track[] = [];
  for (const { id } of await readStandings(db)) {
    const track = await readTrack(db, id);
    if (track !== undefined) all.push(track);
  }
  return all;
}
