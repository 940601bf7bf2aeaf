import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeWindow } from './place.ts';

const rectangle = fc.record({
  x: fc.integer({ min: -8_000, max: 8_000 }),
  y: fc.integer({ min: -8_000, max: 8_000 }),
  width: fc.integer({ min: 800, max: 4_000 }),
  height: fc.integer({ min: 600, max: 3_000 }),
});

test('the window is always to be seen on one of the displays', () => {
  fc.assert(
    fc.property(
      fc.option(fc.record({ bounds: rectangle, maximized: fc.boolean() }), { nil: undefined }),
      fc.array(rectangle, { minLength: 1, maxLength: 3 }),
      (saved, displays) => {
        const { bounds } = placeWindow(saved, displays);
        const seen = displays.some(
          (d) =>
            bounds.x + bounds.width > d.x &&
            bounds.x < d.x + d.width &&
            bounds.y + bounds.height > d.y &&
            bounds.y < d.y + d.height,
        );
        expect(seen).toBe(true);
      },
    ),
  );
});

test('goes back to where it was while that display is there', () => {
  const left = { x: -1_920, y: 0, width: 1_920, height: 1_040 };
  const main = { x: 0, y: 0, width: 1_920, height: 1_040 };
  const saved = { bounds: { x: -1_800, y: 20, width: 1_600, height: 900 }, maximized: false };
  expect(placeWindow(saved, [main, left])).toBe(saved);
  expect(placeWindow(saved, [main]).bounds).toEqual({ x: 0, y: 0, width: 1_920, height: 1_040 });
});

test('a window of before that is too small to work in is forgotten', () => {
  const main = { x: 0, y: 0, width: 1_920, height: 1_040 };
  const saved = { bounds: { x: 0, y: 0, width: 800, height: 600 }, maximized: false };
  expect(placeWindow(saved, [main]).bounds).toEqual(main);
});
