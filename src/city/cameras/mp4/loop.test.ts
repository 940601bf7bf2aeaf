import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBox, Mp4Error, readBoxes, viewOf } from './boxes.ts';
import { parseLoop } from './loop.ts';
import { initOf, segmentAt } from './retime.ts';
import { sampleLoop } from './sample-loop.ts';

const sample = sampleLoop({ seconds: 3, timescale: 90_000, framesPerSecond: 12 });

/** What a player reads of a segment: its fragment number, decode time and payload. */
function readSegment(bytes: Uint8Array) {
  const view = viewOf(bytes);
  const file = { body: 0, end: bytes.length };
  return {
    boxes: readBoxes(bytes).map((box) => box.type),
    number: view.getUint32(findBox(bytes, 'moof/mfhd', file).body + 4),
    decodeTime: view.getBigUint64(findBox(bytes, 'moof/traf/tfdt', file).body + 4),
    payload: view.getUint32(findBox(bytes, 'mdat', file).body),
  };
}

describe('parseLoop', () => {
  it('takes a loop apart', () => {
    const loop = parseLoop(sample);
    expect(loop).toMatchObject({ timescale: 90_000, width: 640, height: 360, codec: 'avc1.4D401E' });
    expect(loop.segments.map((segment) => segment.frames)).toEqual([12, 12, 12]);
    expect(readBoxes(loop.init).map((box) => box.type)).toEqual(['ftyp', 'moov']);
  });

  it('refuses fragments that are not one second long', () => {
    const uneven = sampleLoop({ seconds: 2, timescale: 100, framesPerSecond: 12 });
    expect(() => parseLoop(uneven)).toThrow(/lasts 96 in place of 100/);
  });

  it('refuses a loop that was cut short', () => {
    expect(() => parseLoop(sample.slice(0, -3))).toThrow(Mp4Error);
    expect(() => parseLoop(new Uint8Array())).toThrow('no moov box');
  });

  it('answers damaged bytes with a loop or an Mp4Error, never another failure', () => {
    const damage = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(sample.length), (changes, length) => {
        const bytes = sample.slice();
        for (const [at, value] of changes) bytes[at] = value;
        for (const candidate of [bytes, bytes.slice(0, length)]) {
          try {
            parseLoop(candidate);
          } catch (error) {
            expect(error).toBeInstanceOf(Mp4Error);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('segmentAt', () => {
  const loop = parseLoop(sample);

  it('goes on without a seam, over the end of the loop and beyond 32 bits', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), (sequence) => {
        const one = readSegment(segmentAt(loop, sequence));
        const next = readSegment(segmentAt(loop, sequence + 1));
        expect(one.boxes).toEqual(['moof', 'mdat']);
        expect(one.decodeTime).toBe(BigInt(sequence) * 90_000n);
        expect(next.decodeTime - one.decodeTime).toBe(90_000n);
        expect(next.number - one.number).toBe(1);
        expect(one.payload).toBe(sequence % 3);
      }),
    );
  });

  it('leaves the loop itself as it was', () => {
    const before = loop.segments.map((segment) => segment.bytes.join());
    segmentAt(loop, 4711);
    expect(loop.segments.map((segment) => segment.bytes.join())).toEqual(before);
  });

  it('gives each generation its own, well-formed init', () => {
    expect(readBoxes(initOf(loop, 2)).map((box) => box.type)).toEqual(['ftyp', 'moov', 'free']);
    expect(initOf(loop, 2)).not.toEqual(initOf(loop, 1));
  });
});
