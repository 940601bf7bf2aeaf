import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldAround, type MarkBox, markSlab, placeTags, type TagField, tagSlab } from './declutter.ts';

const box = (x: number, y: number, open = false): MarkBox => ({ x, y, tagWidth: 52, open });

/** All on the screen, nothing over it. */
const field = (width: number, height: number): TagField => ({
  width,
  height,
  view: { x: width / 2, y: height / 2, width, height },
  covered: [],
});

describe('tags', () => {
  test('stand to the right where there is room, above where the ticket is open', () =>
    expect(placeTags([box(300, 200, true), box(100, 100)], field(600, 400))).toEqual(['above', 'right']));
  test('turn aside for a neighbour', () =>
    expect(placeTags([box(100, 100), box(140, 100)], field(600, 400))).toEqual(['left', 'right']));
  test('turn away from the edge of the screen, and from what floats over the map', () => {
    const view = { x: 300, y: 300, width: 200, height: 200 };
    const buttons = { x: 380, y: 220, width: 40, height: 40 };
    const seen = { ...field(600, 600), view, covered: [buttons] };
    expect(placeTags([box(370, 300), box(330, 220), box(370, 395)], seen)).toEqual(['left', 'left', 'above']);
    // off the screen, but would reach into it
    expect(placeTags([box(190, 300)], seen)).toEqual(['left']);
  });
  test('are left out where there is no room', () =>
    expect(placeTags([box(10, 10)], field(20, 20))).toEqual(['none']));
  test('cover neither a mark nor one another', () => {
    const boxes = fc.array(
      fc.record({
        x: fc.nat(500),
        y: fc.nat(400),
        tagWidth: fc.integer({ min: 40, max: 140 }),
        open: fc.boolean(),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(boxes, (marks) => {
        const tags = placeTags(marks, field(500, 400)).flatMap((side, i) =>
          side === 'none' ? [] : [{ slab: tagSlab(marks[i]!, side) }],
        );
        const slabs = marks.map((mark) => ({ slab: markSlab(mark) }));
        for (const [i, { slab: a }] of tags.entries())
          for (const { slab: b } of [...slabs, ...tags.slice(i + 1)])
            expect(
              Math.abs(a.x - b.x) * 2 >= a.width + b.width || Math.abs(a.y - b.y) * 2 >= a.height + b.height,
            ).toBe(true);
      }),
    );
  });
});

test('the field has room for a drag, and what floats over the map lies where it does on the screen', () => {
  const searchField = { x: 160, y: 30, width: 300, height: 40 };
  const field = fieldAround({ x: 800, y: 600 }, [searchField]);
  expect(field).toMatchObject({ width: 2_400, height: 1_800 });
  const mark = (x: number, y: number) => ({ x: x + 800, y: y + 600, tagWidth: 60, open: false });
  // The first would stand right under the field, on either side; the last is beyond the edge, and ready for a drag.
  expect(placeTags([mark(160, 30), mark(400, 300), mark(-100, 300)], field)).toEqual([
    'none',
    'right',
    'right',
  ]);
});
