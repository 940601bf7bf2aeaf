import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBox, Mp4Error, readBoxes } from './boxes.ts';
import { box } from './sample-loop.ts';

const type = fc.stringMatching(/^[a-z]{4}$/);
const leaf = fc.tuple(type, fc.uint8Array({ maxLength: 40 }));

describe('readBoxes', () => {
  it('finds the boxes that were written, wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(leaf), fc.nat(20), (leaves, offset) => {
        const written = leaves.map(([name, body]) => box(name, body));
        const bytes = Uint8Array.from(Buffer.concat([new Uint8Array(offset), ...written]));
        const read = readBoxes(bytes, offset);
        expect(read.map((b) => [b.type, [...bytes.slice(b.body, b.end)]])).toEqual(
          leaves.map(([name, body]) => [name, [...body]]),
        );
      }),
    );
  });

  it('reads large boxes and boxes that reach to the end', () => {
    const large = Uint8Array.of(0, 0, 0, 1, 97, 98, 99, 100, 0, 0, 0, 0, 0, 0, 0, 18, 7, 7);
    const open = Uint8Array.of(0, 0, 0, 0, 101, 102, 103, 104, 5);
    expect(readBoxes(Uint8Array.of(...large, ...open))).toEqual([
      { type: 'abcd', start: 0, body: 16, end: 18 },
      { type: 'efgh', start: 18, body: 26, end: 27 },
    ]);
  });

  it('ends on any bytes, with boxes or an Mp4Error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(readBoxes(bytes).at(-1)?.end ?? 0).toBe(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(Mp4Error);
        }
      }),
    );
  });
});

describe('findBox', () => {
  const bytes = box('moov', box('free', [1]), box('trak', box('mdia', [4, 2])));

  it('follows a path', () => {
    const found = findBox(bytes, 'moov/trak/mdia', { body: 0, end: bytes.length });
    expect([...bytes.slice(found.body, found.end)]).toEqual([4, 2]);
  });

  it('names what is missing', () => {
    expect(() => findBox(bytes, 'moov/udta', { body: 0, end: bytes.length })).toThrow(
      'no udta box of moov/udta',
    );
  });
});
