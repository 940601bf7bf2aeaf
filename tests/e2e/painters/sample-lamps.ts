import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { LampTable } from '../../../src/renderer/features/map/lamp-table.ts';
import { BatchWriter } from '../../../src/shared/lamp/batch.ts';
import { LampState, lampWord } from '../../../src/shared/lamp/state.ts';

/** The middle of Dijon, about which they stand. */
export const MIDDLE = [5.0415, 47.322] as const;

/** Lamps in every state there is, some of them over one another, the same ones at every call. */
export function sampleLamps(count: number): LampTable {
  const random = xoroshiro128plus(7);
  const below = (n: number): number => (random.next() >>> 0) % n;
  const around = (middle: number, reach: number): number => middle + (below(20_001) / 10_000 - 1) * reach;
  const lamps = new LampTable();
  lamps.setDistricts([
    {
      slot: 0,
      district: '01',
      lon: Float64Array.from({ length: count }, () => around(MIDDLE[0], 0.012)),
      lat: Float64Array.from({ length: count }, () => around(MIDDLE[1], 0.005)),
    },
  ]);
  const writer = new BatchWriter();
  for (let n = 0; n < count; n++) {
    const odd = below(4) === 0;
    const [state, level] = [odd ? below(128) : LampState.on, below(101)];
    writer.push(0, n, lampWord(state, level, odd && below(2) === 0 ? below(512) : 0), 1);
  }
  lamps.apply(writer.take(true));
  return lamps;
}
