import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MarkBox, markSlab, placeTags, tagSlab } from './declutter.ts';

const box = (x: number, y: number, open = false): MarkBox => ({ x, y, tagWidth: 52, open });

describe('tags', () => {
  test('stand to the right where there is room, above where the ticket is open', () =>
    expect(placeTags([box(300, 200, true), box(100, 100)], 600, 400)).toEqual(['above', 'right']));
  test('turn aside for a neighbour', () =>
    expect(placeTags([box(100, 100), box(140, 100)], 600, 400)).toEqual(['left', 'right']));
  test('are left out where there is no room', () =>
    expect(placeTags([box(10, 10)], 20, 20)).toEqual(['none']));
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
        const tags = placeTags(marks, 500, 400).flatMap((side, i) =>
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
