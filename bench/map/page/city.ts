import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type DistrictPiece, LampTable } from '../../../src/renderer/features/map/lamp-table.ts';
import { BatchWriter } from '../../../src/shared/lamp/batch.ts';
import { LampState, lampWord } from '../../../src/shared/lamp/state.ts';

export const MIDDLE = [5.0415, 47.322] as const;
export const DISTRICT = 1_000;
/** Between two lamps of a street, degrees of latitude: some 30 m. */
const STEP = 0.00027;

/** Where lamps stand, degrees. */
export interface Places {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

export interface City extends Places {
  readonly lamps: LampTable;
  /** A batch in which so many lamps have changed, as a seat sends it. */
  batch(changes: number): Uint8Array;
  /** All lamps at once, at this level. */
  dusk(level: number): Uint8Array;
}

const numbers = (seed: number) => {
  const random = xoroshiro128plus(seed);
  return (n: number): number => (random.next() >>> 0) % n;
};

/** Lamps along streets in one to three directions, denser in the middle, the same ones for the same count. */
export function placeLamps(count: number): Places {
  const below = numbers(11);
  const part = (): number => below(1_000_000) / 1_000_000;
  const reach = 0.03 * Math.sqrt(count / 34_000);
  const [lon, lat] = [new Float64Array(count), new Float64Array(count)];
  for (let n = 0; n < count; ) {
    const [distance, turn] = [reach * part(), part() * 2 * Math.PI];
    let [x, y] = [MIDDLE[0] + distance * 1.5 * Math.cos(turn), MIDDLE[1] + distance * Math.sin(turn)];
    const along = (below(2) * Math.PI) / 2 + (part() - 0.5) * 0.3;
    for (let left = 5 + below(15); left > 0 && n < count; left--, n++) {
      [lon[n], lat[n]] = [x, y];
      x += STEP * 1.5 * Math.cos(along);
      y += STEP * Math.sin(along);
    }
  }
  return { lon, lat };
}

/** A city whose lamps change as they are made to here. */
export function makeCity(count: number): City {
  const { lon, lat } = placeLamps(count);
  const below = numbers(12);
  const lamps = new LampTable();
  const pieces: DistrictPiece[] = [];
  for (let slot = 0; slot * DISTRICT < count; slot++)
    pieces.push({
      slot,
      district: String(slot),
      lon: lon.slice(slot * DISTRICT, (slot + 1) * DISTRICT),
      lat: lat.slice(slot * DISTRICT, (slot + 1) * DISTRICT),
    });
  lamps.setDistricts(pieces);
  const writer = new BatchWriter();
  let at = 1;
  const change = (lamp: number, level: number) =>
    writer.push(Math.floor(lamp / DISTRICT), lamp % DISTRICT, lampWord(LampState.on, level, 0), at++);
  const city: City = {
    lamps,
    lon,
    lat,
    batch(changes) {
      for (let n = 0; n < changes; n++) change(below(count), below(101));
      return writer.take(false);
    },
    dusk(level) {
      for (let lamp = 0; lamp < count; lamp++) change(lamp, level);
      return writer.take(false);
    },
  };
  lamps.apply(city.dusk(60));
  return city;
}
