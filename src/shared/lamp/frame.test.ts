import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from '../../../docs/contract/district-frame.golden.json' with { type: 'json' };
import { lampsOf } from '../../../tests/support/frame-lamps.ts';
import { AGE_UNKNOWN, encodeFrame, FrameError, readFrame } from './frame.ts';
import { faultsOf, LampState, levelOf, stateOf } from './state.ts';

const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const u16 = fc.integer({ min: 0, max: 0xffff });
const u8 = fc.integer({ min: 0, max: 0xff });
const lamp = fc.record({ index: u16, state: u8, level: u8, age: u16, faults: u16 });
const header = fc.record({
  full: fc.boolean(),
  dictVersion: u32,
  streamId: u32,
  frameSeq: u32,
  baseTimeMs: fc.integer({ min: 0, max: 4e12 }),
});

test('what is written is read', () => {
  fc.assert(
    fc.property(header, fc.array(lamp, { maxLength: 50 }), (head, lamps) => {
      const bytes = encodeFrame(head, lamps);
      expect(readFrame(bytes)).toMatchObject({ ...head, count: lamps.length });
      expect(lampsOf(bytes)).toEqual(lamps);
    }),
  );
});

/** The lamps of a district that nobody has heard of. */
const unheard = (size: number) => ({
  words: new Uint32Array(size).fill(LampState.neverSeen),
  observedAt: new Uint32Array(size),
  untold: new Uint8Array(size),
});
type Columns = ReturnType<typeof unheard>;
const lampIn = ({ words, observedAt }: Columns, index: number) => {
  const word = words[index]!;
  return [stateOf(word), levelOf(word), faultsOf(word), observedAt[index]];
};

test('each lamp is as the last frame that named it said, and one that is otherwise than before is untold', () => {
  const SIZE = 6;
  const near = fc.record({
    index: fc.nat(SIZE - 1),
    state: u8,
    level: u8,
    age: fc.oneof(u16, fc.constant(AGE_UNKNOWN)),
    faults: u16,
  });
  const said = fc.record({ at: fc.integer({ min: 0, max: 4e9 }), lamps: fc.array(near, { maxLength: 8 }) });
  fc.assert(
    fc.property(fc.array(said, { maxLength: 5 }), (frames) => {
      const columns = unheard(SIZE);
      const wanted = Array.from({ length: SIZE }, (): (number | undefined)[] => [
        LampState.neverSeen,
        0,
        0,
        0,
      ]);
      const untold = new Set<number>();
      let counted = 0;
      for (const { at, lamps } of frames) {
        const head = { full: false, dictVersion: 1, streamId: 2, frameSeq: 3, baseTimeMs: at * 1_000 + 999 };
        counted += readFrame(encodeFrame(head, lamps)).writeOver(columns) ?? Number.NaN;
        for (const { index, state, level, age, faults } of lamps) {
          const never = age === AGE_UNKNOWN || (state & LampState.neverSeen) !== 0;
          const now = [state, level, faults, never ? 0 : Math.max(0, at - age)];
          if (String(now) !== String(wanted[index])) untold.add(index);
          wanted[index] = now;
        }
      }
      expect(wanted.map((_, index) => lampIn(columns, index))).toEqual(wanted);
      expect([...columns.untold.entries()].flatMap(([i, is]) => (is ? [i] : []))).toEqual([...untold].sort());
      expect(counted).toBe(untold.size);
    }),
  );
});

test('a frame that names a lamp beyond the others writes none of them', () => {
  const lamp = { index: 0, state: 1, level: 80, age: 3, faults: 0 };
  const head = { full: false, dictVersion: 1, streamId: 2, frameSeq: 3, baseTimeMs: 4_000 };
  const columns = unheard(2);
  const frame = readFrame(encodeFrame(head, [lamp, { ...lamp, index: 2 }]));
  expect(frame.writeOver(columns)).toBeUndefined();
  expect(columns).toEqual(unheard(2));
});

test('a frame within a larger buffer is read at its own place', () => {
  const lamps = [{ index: 7, state: 1, level: 80, age: 3, faults: 0 }];
  const bytes = encodeFrame(
    { full: false, dictVersion: 1, streamId: 2, frameSeq: 3, baseTimeMs: 4_000 },
    lamps,
  );
  const within = new Uint8Array(bytes.length + 13).fill(0xee);
  within.set(bytes, 5);
  const columns = unheard(8);
  expect(readFrame(within.subarray(5, 5 + bytes.length)).writeOver(columns)).toBe(1);
  expect(lampIn(columns, 7)).toEqual([1, 80, 0, 1]);
});

test('whatever the bytes, a frame is read or refused by name, never read past its end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        expect(bytes.byteLength).toBe(24 + 8 * readFrame(bytes).count);
      } catch (error) {
        expect(error).toBeInstanceOf(FrameError);
      }
    }),
  );
});

test('a cut or lengthened frame names its length', () => {
  const bytes = encodeFrame({ full: true, dictVersion: 1, streamId: 1, frameSeq: 1, baseTimeMs: 1 }, [
    { index: 0, state: 0, level: 0, age: 0, faults: 0 },
  ]);
  for (const wrong of [bytes.slice(0, -1), new Uint8Array([...bytes, 0]), bytes.slice(0, 10)])
    expect(() => readFrame(wrong)).toThrow(expect.objectContaining({ field: 'length' }));
  expect(() => readFrame(bytes.with(0, 2))).toThrow(expect.objectContaining({ field: 'version' }));
});

describe('golden frames, for those who implement the contract elsewhere', () => {
  test.each(golden)('$name', ({ hex, header, lamps }) => {
    const bytes = Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
    expect(readFrame(bytes)).toMatchObject({ ...header, count: lamps.length });
    expect(lampsOf(bytes)).toEqual(lamps);
    expect(encodeFrame(header, lamps)).toEqual(bytes);
  });
});
