import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBatch } from '../../shared/lamp/batch.ts';
import { Dictionary } from '../../shared/lamp/dictionary.ts';
import { encodeFrame, type FrameLamp, readFrame } from '../../shared/lamp/frame.ts';
import { faultsOf, LampState, levelOf, stateOf } from '../../shared/lamp/state.ts';
import { CityTable } from './city-table.ts';
import { asColumns } from './columns.ts';

const dictionary = (district: string, ids: readonly string[], dictVersion = 1) =>
  asColumns(
    Dictionary.parse({
      v: 1,
      district,
      name: district,
      dictVersion,
      lamps: ids.map((id) => ({ id, position: [5, 47], street: 'rue Monge' })),
    }),
  );

const BASE = 1_795_000_000_000;
const lamp = (index: number, over: Partial<FrameLamp> = {}): FrameLamp => ({
  index,
  state: LampState.on,
  level: 80,
  age: 5,
  faults: 0,
  ...over,
});
const frame = (full: boolean, frameSeq: number, lamps: readonly FrameLamp[], over: object = {}) =>
  readFrame(encodeFrame({ full, dictVersion: 1, streamId: 9, frameSeq, baseTimeMs: BASE, ...over }, lamps));

const rows = (bytes: Uint8Array | undefined) => {
  const all: { slot: number; index: number; state: number; level: number; faults: number; at: number }[] = [];
  if (bytes !== undefined)
    readBatch(bytes).forEach((slot, index, word, at) => {
      all.push({ slot, index, state: stateOf(word), level: levelOf(word), faults: faultsOf(word), at });
    });
  return all;
};

function table(): CityTable {
  const city = new CityTable();
  city.define(dictionary('07', ['a', 'b', 'c']));
  return city;
}

const levelAt = (city: CityTable, index: number) => levelOf(city.district('07')!.words[index]!);

describe('frames', () => {
  test('a full frame, then deltas that follow, change the lamps and reach the windows', () => {
    const city = table();
    expect(city.apply('07', frame(true, 1, [lamp(0), lamp(1), lamp(2)]))).toBe('applied');
    expect(rows(city.takeChanges())).toHaveLength(3);
    expect(city.apply('07', frame(false, 2, [lamp(1, { level: 30 })]))).toBe('applied');
    expect(rows(city.takeChanges())).toEqual([
      { slot: 0, index: 1, state: 1, level: 30, faults: 0, at: BASE / 1_000 - 5 },
    ]);
    expect(city.takeChanges()).toBeUndefined();
  });

  test.each<[string, () => ReturnType<CityTable['apply']>]>([
    ['unknown-district', () => table().apply('99', frame(true, 1, []))],
    ['dictVersion', () => table().apply('07', frame(true, 1, [], { dictVersion: 2 }))],
    ['index', () => table().apply('07', frame(true, 1, [lamp(3)]))],
    ['waiting', () => table().apply('07', frame(false, 1, [lamp(0)]))],
    ['time', () => table().apply('07', frame(true, 1, [lamp(0)], { baseTimeMs: 1e18 }))],
  ])('%s: not applied', (verdict, apply) => {
    expect(apply()).toBe(verdict);
  });

  test('after a gap nothing is believed until the next full frame', () => {
    const city = table();
    city.apply('07', frame(true, 1, [lamp(0)]));
    expect(city.apply('07', frame(false, 3, [lamp(0, { level: 1 })]))).toBe('gap');
    expect(city.apply('07', frame(false, 4, [lamp(0, { level: 2 })]))).toBe('waiting');
    expect(levelAt(city, 0)).toBe(80);
    expect(city.apply('07', frame(true, 5, [lamp(0, { level: 3 })]))).toBe('applied');
    expect(city.apply('07', frame(false, 6, [lamp(0, { level: 4 })]))).toBe('applied');
  });

  test('a retained full frame of before, and a hub that started anew', () => {
    const city = table();
    city.apply('07', frame(true, 10, [lamp(0)]));
    expect(city.apply('07', frame(true, 4, [lamp(0, { level: 1 })]))).toBe('old');
    expect(city.apply('07', frame(false, 1, [lamp(0)], { streamId: 10 }))).toBe('stream');
    expect(city.apply('07', frame(true, 0, [lamp(0, { level: 2 })], { streamId: 10 }))).toBe('applied');
  });

  test('a lamp that was never seen has no time', () => {
    const city = table();
    city.apply(
      '07',
      frame(true, 1, [lamp(0, { state: LampState.neverSeen, age: 0 }), lamp(1, { age: 65_535 })]),
    );
    expect(rows(city.takeChanges()).map(({ at }) => at)).toEqual([0, 0]);
  });
});

test('a new dictionary keeps what is known of each lamp by its id, in the same slot', () => {
  const city = table();
  city.apply('07', frame(true, 1, [lamp(0, { level: 10 }), lamp(1, { level: 20 }), lamp(2, { level: 30 })]));
  city.takeChanges();
  const district = city.define(dictionary('07', ['c', 'x', 'a'], 2));
  expect([0, 1, 2].map((index) => levelAt(city, index))).toEqual([30, 0, 10]);
  expect(stateOf(district!.words[1]!)).toBe(LampState.neverSeen);
  expect(district?.slot).toBe(0);
  expect(city.define(dictionary('07', ['c', 'x', 'a'], 2))).toBeUndefined();
  // The windows hear it too.
  const told = rows(city.takeChanges());
  expect(told.map(({ slot, index, level }) => [slot, index, level])).toEqual([
    [0, 0, 30],
    [0, 1, 0],
    [0, 2, 10],
  ]);
});

test('a snapshot for one window takes nothing from the changes of the others', () => {
  const city = table();
  city.apply('07', frame(true, 1, [lamp(0), lamp(1, { level: 7 })]));
  expect(rows(city.snapshot())).toHaveLength(3);
  expect(rows(city.takeChanges())).toHaveLength(2);
});

test('a lamp that changes often is told once, as it is, and one that is said again as it was is not', () => {
  const city = table();
  for (let seq = 1; seq <= 4; seq++)
    city.apply('07', frame(seq === 1, seq, [lamp(0, { level: seq }), lamp(1)]));
  expect(rows(city.takeChanges()).map(({ index, level }) => [index, level])).toEqual([
    [0, 4],
    [1, 80],
  ]);
  city.apply('07', frame(true, 5, [lamp(0, { level: 4 }), lamp(1, { faults: 1 })]));
  expect(rows(city.takeChanges()).map(({ index }) => index)).toEqual([1]);
  expect(city.takeChanges()).toBeUndefined();
});

test('what a district that is removed has not told is told no more', () => {
  const city = table();
  city.define(dictionary('08', ['d']));
  city.apply('07', frame(true, 1, [lamp(0), lamp(1)]));
  city.apply('08', frame(true, 1, [lamp(0)]));
  city.remove('07');
  expect(rows(city.takeChanges()).map(({ slot }) => slot)).toEqual([1]);
  city.remove('08');
  expect(city.takeChanges()).toBeUndefined();
});

test('what is frozen for the disk comes back, but for presence', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(127), fc.nat(100), fc.nat(511)), { minLength: 3, maxLength: 3 }),
      (three) => {
        const city = table();
        const lamps = three.map(([state, level, faults], i) => lamp(i, { state, level, faults }));
        city.apply('07', frame(true, 1, lamps));
        const again = table();
        again.thaw(again.district('07')!, city.freeze(city.district('07')!));
        const [was, is] = [city.district('07')!, again.district('07')!];
        expect(is.words).toEqual(was.words.map((word) => word & ~LampState.presence));
        expect(is.observedAt).toEqual(was.observedAt);
      },
    ),
  );
});
