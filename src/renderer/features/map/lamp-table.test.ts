import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BatchWriter } from '../../../shared/lamp/batch.ts';
import { LampState, lampWord } from '../../../shared/lamp/state.ts';
import { type DistrictPiece, type LampChange, LampTable } from './lamp-table.ts';
import { lookOf } from './painter/look.ts';

const piece = (slot: number, lons: readonly number[], district = `d${slot}`): DistrictPiece => ({
  slot,
  district,
  lon: Float64Array.from(lons),
  lat: Float64Array.from(lons, () => 47),
});

type Row = readonly [slot: number, index: number, state: number, level: number, faults: number, at: number];
function batch(rows: readonly Row[], full = false): Uint8Array {
  const writer = new BatchWriter();
  for (const [slot, index, state, level, faults, at] of rows)
    writer.push(slot, index, lampWord(state, level, faults), at);
  return writer.take(full);
}
const read = (table: LampTable, slot: number, index: number) => {
  const lamp = table.find(slot, index);
  return [table.state[lamp], table.level[lamp], table.faults[lamp], table.observedAt[lamp]];
};

describe('layout', () => {
  test('districts follow one another in the order of their slots', () => {
    const table = new LampTable();
    table.setDistricts([piece(7, [5, 5.1, 5.2]), piece(2, [4, 4.1])]);
    expect(table.size).toBe(5);
    expect([table.find(2, 0), table.find(7, 0), table.find(7, 2)]).toEqual([0, 2, 4]);
    expect([table.find(2, 2), table.find(7, 3), table.find(3, 0)]).toEqual([-1, -1, -1]);
    expect(table.refOf(3)).toEqual({ slot: 7, index: 1 });
    expect([table.refOf(-1), table.refOf(5)]).toEqual([undefined, undefined]);
  });

  test('a lamp nobody has spoken of was never seen', () => {
    const table = new LampTable();
    table.setDistricts([piece(0, [5])]);
    expect(read(table, 0, 0)).toEqual([LampState.neverSeen, 0, 0, 0]);
  });

  test('a removed lamp is off the map but keeps its number', () => {
    const table = new LampTable();
    table.setDistricts([piece(0, [5, Number.NaN, 5.2])]);
    expect(table.x[1]).toBe(-1);
    expect(table.x[2]).toBeCloseTo(0.5 + 5.2 / 360, 12);
  });

  test('a new dictionary keeps what is known, for its own district and the ones that move', () => {
    const table = new LampTable();
    table.setDistricts([piece(0, [5, 5.1]), piece(1, [6])]);
    table.apply(batch([[0, 1, 1, 50, 0, 10], [1, 0, 3, 70, 1, 20]])); // biome-ignore format: rows
    table.setDistricts([piece(0, [5, 5.1, 5.2])]);
    expect(read(table, 0, 1)).toEqual([1, 50, 0, 10]);
    expect(read(table, 0, 2)).toEqual([LampState.neverSeen, 0, 0, 0]);
    expect(read(table, 1, 0)).toEqual([3, 70, 1, 20]);
  });

  test('another district in the same slot inherits nothing', () => {
    const table = new LampTable();
    table.setDistricts([piece(0, [5])]);
    table.apply(batch([[0, 0, 1, 50, 0, 10]]));
    table.setDistricts([piece(0, [6], 'other')]);
    expect(read(table, 0, 0)).toEqual([LampState.neverSeen, 0, 0, 0]);
  });
});

describe('batches', () => {
  const listening = () => {
    const table = new LampTable();
    table.setDistricts([piece(0, [5, 5.1, 5.2]), piece(4, [6, 6.1])]);
    const heard: (LampChange | number[])[] = [];
    const stop = table.subscribe((change) => heard.push(change.kind === 'some' ? [...change.lamps] : change));
    return { table, heard, stop };
  };

  test('listeners hear once a batch, of lamps that look different', () => {
    const { table, heard, stop } = listening();
    table.apply(batch([[0, 2, 1, 50, 0, 10], [4, 1, 1, 20, 0, 10]])); // biome-ignore format: rows
    table.apply(batch([[0, 2, 1, 51, 0, 99], [4, 1, 1, 40, 0, 99]])); // biome-ignore format: rows
    table.apply(batch([], true));
    stop();
    table.apply(batch([[0, 0, 1, 1, 0, 1]]));
    expect(heard).toEqual([[2, 4], [4], { kind: 'all' }]);
    expect(read(table, 0, 2)).toEqual([1, 51, 0, 99]);
  });

  test('records of unknown lamps are counted and touch nothing', () => {
    const { table, heard } = listening();
    table.apply(batch([[0, 3, 1, 50, 0, 10], [9, 0, 1, 50, 0, 10]])); // biome-ignore format: rows
    expect(table.strays).toBe(2);
    expect(heard).toEqual([[]]);
    expect([...table.level]).toEqual([0, 0, 0, 0, 0]);
  });

  test('the table is what the last record of each lamp said, whatever the batches', () => {
    const row = fc.tuple(fc.nat(2), fc.nat(4), fc.nat(127), fc.nat(100), fc.nat(511), fc.nat(0xffffffff));
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 20 }), { maxLength: 8 }), (batches) => {
        const table = new LampTable();
        table.setDistricts([piece(0, [1, 2, 3]), piece(1, [1, Number.NaN, 3, 4, 5])]);
        const last = new Map<string, readonly number[]>();
        for (const rows of batches) {
          table.apply(batch(rows));
          for (const [slot, index, ...rest] of rows)
            if (table.find(slot, index) >= 0) last.set(`${slot} ${index}`, rest);
        }
        for (const [key, values] of last) {
          const [slot, index] = key.split(' ').map(Number);
          expect(read(table, slot!, index!)).toEqual(values);
        }
        const counted = new Array<number>(table.counts.length).fill(0);
        for (const lamp of Array(table.size).keys())
          if (table.x[lamp]! >= 0)
            counted[lookOf(table.state[lamp]!, table.level[lamp]!, table.faults[lamp]!)]!++;
        expect([...table.counts]).toEqual(counted);
      }),
    );
  });
});
