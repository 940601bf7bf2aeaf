import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clear, press } from './frame.ts';
import type { Stamp } from './stamp.ts';

const dot = (coverage: number): Stamp => ({ size: 1, coverage: Uint8Array.of(coverage) });
const all = { left: 0, top: 0, right: 3, bottom: 3 };
const RED = 0x0000ff;
const BLUE = 0xff0000;

test('half an ink over half another: Porter and Duff, alpha not premultiplied', () => {
  const pixels = new Uint32Array(9);
  press(pixels, 3, all, dot(128), 1, 1, RED);
  expect(pixels[4]).toBe(0x80_00_00_ff);
  press(pixels, 3, all, dot(128), 1, 1, BLUE);
  // 128 of blue and 128 · 127/255 = 64 of red make 192: two thirds and one
  expect(pixels[4]).toBe(0xc0_aa_00_55);
  press(pixels, 3, all, dot(255), 1, 1, RED);
  expect(pixels[4]).toBe(0xff_00_00_ff);
});

test('any ink over any other is what Porter and Duff say, to one part in 255', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff });
  const alpha = fc.integer({ min: 1, max: 254 });
  fc.assert(
    fc.property(colour, alpha, colour, alpha, (below, under, ink, a) => {
      const pixels = Uint32Array.of((below | (under << 24)) >>> 0);
      press(pixels, 1, { left: 0, top: 0, right: 1, bottom: 1 }, dot(a), 0, 0, ink);
      const sum = pixels[0]! >>> 24;
      expect(sum).toBe(a + Math.round((under * (255 - a)) / 255));
      for (const shift of [0, 8, 16]) {
        const channel = (of: number): number => (of >>> shift) & 0xff;
        const wanted = (channel(ink) * a + channel(below) * (sum - a)) / sum;
        expect(Math.abs(channel(pixels[0]!) - wanted)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('strength makes ink thinner', () => {
  const pixels = new Uint32Array(9);
  press(pixels, 3, all, dot(255), 0, 0, RED, 128);
  expect(pixels[0]).toBe(0x80_00_00_ff);
});

test('a stamp is cut at the clip', () => {
  const pixels = new Uint32Array(9);
  const block: Stamp = { size: 3, coverage: new Uint8Array(9).fill(255) };
  press(pixels, 3, { left: 1, top: 0, right: 3, bottom: 2 }, block, 1, 1, RED);
  expect([...pixels].map((pixel) => (pixel === 0 ? 0 : 1))).toEqual([0, 1, 1, 0, 1, 1, 0, 0, 0]);
  clear(pixels, 3, { left: 1, top: 0, right: 2, bottom: 2 });
  expect([...pixels].map((pixel) => (pixel === 0 ? 0 : 1))).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 0]);
});
