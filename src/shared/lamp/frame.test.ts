import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from '../../../docs/contract/district-frame.golden.json' with { type: 'json' };
import { encodeFrame, FrameError, type FrameLamp, readFrame } from './frame.ts';

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

function lampsOf(bytes: Uint8Array): readonly FrameLamp[] {
  const lamps: FrameLamp[] = [];
  readFrame(bytes).forEach((index, state, level, age, faults) => {
    lamps.push({ index, state, level, age, faults });
  });
  return lamps;
}

test('what is written is read', () => {
  fc.assert(
    fc.property(header, fc.array(lamp, { maxLength: 50 }), (head, lamps) => {
      const bytes = encodeFrame(head, lamps);
      expect(readFrame(bytes)).toMatchObject({ ...head, count: lamps.length });
      expect(lampsOf(bytes)).toEqual(lamps);
    }),
  );
});

test('a frame within a larger buffer is read at its own place', () => {
  const lamps = [{ index: 7, state: 1, level: 80, age: 3, faults: 0 }];
  const bytes = encodeFrame({ full: false, dictVersion: 1, streamId: 2, frameSeq: 3, baseTimeMs: 4 }, lamps);
  const within = new Uint8Array(bytes.length + 13).fill(0xee);
  within.set(bytes, 5);
  expect(lampsOf(within.subarray(5, 5 + bytes.length))).toEqual(lamps);
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
