import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fieldAround,
  IN_PLACE,
  type MarkBox,
  markSlab,
  placeMarks,
  type TagField,
  tagSlab,
} from './declutter.ts';

const box = (x: number, y: number, open = false): MarkBox => ({ x, y, tagWidth: 52, open });

/** All on the screen, nothing over it. */
const field = (width: number, height: number): TagField => ({
  width,
  height,
  view: { x: width / 2, y: height / 2, width, height },
  covered: [],
});

const placeTags = (...[boxes, seen]: Parameters<typeof placeMarks>) =>
  placeMarks(boxes, seen).map(({ side }) => side);

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

describe('marks', () => {
  const unit = (x: number, y: number, gives = IN_PLACE): MarkBox => ({ ...box(x, y), gives });
  const meet = (a: MarkBox, b: MarkBox) => {
    const [one, other] = [markSlab(a), markSlab(b)];
    return (
      Math.abs(one.x - other.x) * 2 < one.width + other.width &&
      Math.abs(one.y - other.y) * 2 < one.height + other.height
    );
  };

  test('of units stand beside the ticket that they have come to, tickets stay where they are', () => {
    const [ticket, there, alone] = placeMarks(
      [box(200, 200), unit(200, 200), unit(400, 300)],
      field(600, 400),
    );
    expect(ticket).toMatchObject(IN_PLACE);
    expect(there).toMatchObject({ dx: 0, dy: 26 });
    expect(alone).toMatchObject(IN_PLACE);
  });
  test('stay on the side where they were, as long as that is free', () => {
    const was = { dx: 0, dy: -34 };
    expect(placeMarks([box(200, 200), unit(200, 200, was)], field(600, 400))[1]).toMatchObject(was);
    const over = [box(200, 200), box(200, 166), unit(200, 200, was)];
    expect(placeMarks(over, field(600, 400))[2]).toMatchObject({ dx: 0, dy: 26 });
    // With nothing in the way they go back to their place.
    expect(placeMarks([unit(200, 200, was)], field(600, 400))[0]).toMatchObject(IN_PLACE);
  });
  test('of units leave the tag of the open ticket its room', () => {
    const around = Array.from({ length: 4 }, () => unit(300, 200));
    const [open, ...units] = placeMarks([box(300, 200, true), ...around], field(600, 400));
    expect(open).toMatchObject({ side: 'above' });
    expect(new Set(units.map(({ dx, dy }) => `${dx} ${dy}`)).size).toBe(4);
  });
  test('of a few units cover neither one another nor tickets, and no tag covers a mark', () => {
    const places = fc.record({
      x: fc.integer({ min: 280, max: 320 }),
      y: fc.integer({ min: 280, max: 320 }),
    });
    fc.assert(
      fc.property(places, fc.boolean(), fc.array(places, { maxLength: 8 }), (spot, open, around) => {
        const boxes = [box(spot.x, spot.y, open), ...around.map(({ x, y }) => unit(x, y))];
        const put = placeMarks(boxes, field(600, 600));
        const stand = boxes.map((each, i) => ({ ...each, x: each.x + put[i]!.dx, y: each.y + put[i]!.dy }));
        for (const [i, a] of stand.entries())
          for (const [j, b] of stand.entries()) {
            if (i < j) expect(meet(a, b)).toBe(false);
            const { side } = put[i]!;
            if (side === 'none') continue;
            const [tag, mark] = [tagSlab(a, side), markSlab(b)];
            if (i !== j)
              expect(
                Math.abs(tag.x - mark.x) * 2 >= tag.width + mark.width ||
                  Math.abs(tag.y - mark.y) * 2 >= tag.height + mark.height,
              ).toBe(true);
          }
      }),
    );
  });
});
