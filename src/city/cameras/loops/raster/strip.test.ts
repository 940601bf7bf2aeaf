import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPicture, type Picture } from './picture.ts';
import { drawStrip, readStrip } from './strip.ts';

function levelOf({ width, height, rgb }: Picture) {
  return (x: number, y: number) => rgb[(Math.floor(y * height) * width + Math.floor(x * width)) * 3]!;
}

const reading = fc.record({
  camera: fc.integer({ min: 1, max: 255 }),
  frame: fc.integer({ min: 0, max: 4095 }),
});

describe('the strip', () => {
  it('is read as it was drawn, at any size of picture', () => {
    fc.assert(
      fc.property(reading, fc.constantFrom(320, 640, 1280), (written, width) => {
        const picture = createPicture(width, (width * 9) / 16);
        drawStrip(picture, written);
        expect(readStrip(levelOf(picture))).toEqual(written);
      }),
    );
  });

  it('is not found in a picture without one', () => {
    expect(readStrip(() => 40)).toBeUndefined();
  });

  it('notices one cell read wrongly', () => {
    const picture = createPicture(640, 360);
    drawStrip(picture, { camera: 3, frame: 57 });
    const level = levelOf(picture);
    const inCell = (x: number, cell: number) => Math.floor(x * 40) === cell;
    for (let cell = 2; cell < 22; cell++) {
      expect(readStrip((x, y) => (inCell(x, cell) ? 94 - level(x, y) : level(x, y)))).toBeUndefined();
    }
  });
});
