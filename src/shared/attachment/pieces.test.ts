import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placePiece } from './pieces.ts';

const SIZE = 12;

test('in whatever order pieces come, twice or cut otherwise: what is kept is the beginning of the file, and the whole in the end', () => {
  const file = Uint8Array.from({ length: SIZE }, (_, i) => i);
  const piece = fc.record({
    offset: fc.integer({ min: 0, max: SIZE }),
    length: fc.integer({ min: 0, max: SIZE + 2 }),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      let kept: number[] = [];
      const take = (offset: number, length: number) => {
        const placed = placePiece(kept.length, SIZE, offset, length);
        if (placed.kind !== 'next') return placed;
        kept = [...kept, ...file.subarray(offset, offset + length)];
        expect(placed).toEqual({ kind: 'next', have: kept.length, whole: kept.length === SIZE });
        return placed;
      };
      for (const { offset, length } of pieces) {
        const { kind } = take(offset, length);
        expect(kind === 'beyond').toBe(offset + length > SIZE);
        expect(kept).toEqual([...file.subarray(0, kept.length)]);
      }
      // Whoever sends asks how far it is, and goes on from there.
      while (kept.length < SIZE) expect(take(kept.length, Math.min(5, SIZE - kept.length)).kind).toBe('next');
      expect(kept).toEqual([...file]);
      expect(take(0, SIZE).kind).toBe('known');
    }),
  );
});

test('a piece that begins in the midst of what is there and goes on is none that follows', () => {
  expect(placePiece(5, SIZE, 3, 4)).toEqual({ kind: 'gap' });
  expect(placePiece(5, SIZE, 6, 1)).toEqual({ kind: 'gap' });
  expect(placePiece(5, SIZE, 0, 0)).toEqual({ kind: 'known' });
});
