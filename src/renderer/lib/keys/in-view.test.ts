import { expect, test } from 'vitest';
import { isWhole, type Span } from './in-view.ts';

const span = (top: number, bottom: number): Span => ({ top, bottom });
const screen = span(0, 768);
const panel = span(200, 700);

test.each<[string, Span, boolean]>([
  ['within the part that scrolls', span(300, 450), true],
  ['a pixel cut off', span(552, 702), true],
  ['below it, though the screen is higher', span(690, 760), false],
  ['its buttons below the edge', span(600, 760), false],
  ['scrolled out above', span(100, 250), false],
  ['far below', span(1_200, 1_350), false],
  ['higher than there is room for, and filling it', span(150, 900), true],
  ['higher than there is room for, and only its end in sight', span(-400, 300), false],
])('%s', (_, thing, seen) => {
  expect(isWhole(thing, [screen, panel])).toBe(seen);
});

test('nothing is seen through parts that leave no room', () => {
  expect(isWhole(span(10, 20), [screen, span(300, 300)])).toBe(false);
  expect(isWhole(span(10, 20), [span(0, 100), span(200, 300)])).toBe(false);
});
