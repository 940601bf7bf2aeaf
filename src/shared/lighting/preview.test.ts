import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesNothing, flooredFor, isForNothing, type LampBefore, previewOf } from './preview.ts';

const lamp: LampBefore = {
  level: 40,
  faulty: false,
  silent: false,
  barred: false,
  elsewhere: false,
  ordered: false,
  floor: 0,
  steadyUntil: undefined,
};
const END = 1_000;

test.each([
  ['raised', {}, 80],
  ['dimmed', {}, 20],
  ['same', {}, 40],
  ['raised', { floor: 60 }, 20], // never below its floor: what dims the street raises this one
  ['same', { floor: 40 }, 20],
  ['faulty', { faulty: true, level: 0 }, 80],
  ['silent', { silent: true }, 80],
  ['silent', { level: undefined }, 80],
  ['barred', { barred: true, faulty: true }, 80],
  ['elsewhere', { elsewhere: true, barred: true }, 80],
] as const)('%s: %o at %i', (fate, more, wanted) =>
  expect(previewOf([{ ...lamp, ...more }], () => wanted, END)[fate]).toBe(1),
);

test.each([
  ['all burn so already', [lamp, { ...lamp, floor: 40 }], 40, true],
  ['those that are not commanded don’t count', [lamp, { ...lamp, level: 90, barred: true }], 40, true],
  ['one is raised', [lamp, { ...lamp, level: 30 }], 40, false],
  ['of one it is not known', [lamp, { ...lamp, level: undefined }], 40, false],
  ['one is at fault, and may still follow', [lamp, { ...lamp, faulty: true }], 40, false],
  ['there are none', [], 40, false],
] as const)('an order that changes nothing is known beforehand: %s', (_, lamps, wanted, nothing) =>
  expect(changesNothing(previewOf(lamps, () => wanted, END))).toBe(nothing),
);

test('each lamp is counted once, whatever is known of it', () => {
  const any = fc.record<LampBefore>({
    level: fc.option(fc.nat(100), { nil: undefined }),
    faulty: fc.boolean(),
    silent: fc.boolean(),
    barred: fc.boolean(),
    elsewhere: fc.boolean(),
    ordered: fc.boolean(),
    floor: fc.nat(100),
    steadyUntil: fc.option(fc.nat(2 * END), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(any), fc.nat(100), (lamps, wanted) => {
      const preview = previewOf(lamps, () => wanted, END);
      const { held, floored, lifted, replaced, ...fates } = preview;
      expect(Object.values(fates).reduce((sum, n) => sum + n, 0)).toBe(lamps.length);
      expect(held).toBeLessThanOrEqual(fates.same);
      expect(lifted).toBeLessThanOrEqual(Math.min(floored, fates.raised));
      if (isForNothing(preview)) expect(held + fates.raised + fates.dimmed).toBe(0);
      expect(replaced).toBe(lamps.filter((one) => one.ordered && !one.barred && !one.elsewhere).length);
      expect(floored).toBe(lamps.filter((one) => !one.barred && !one.elsewhere && one.floor > wanted).length);
    }),
  );
});

test.each([
  ['its programme keeps it so', { steadyUntil: END }, true],
  ['its programme changes before', { steadyUntil: END - 1 }, false],
  ['it wakes when somebody passes, or an order has it', {}, false],
  ['it burns otherwise', { level: 50, steadyUntil: END }, false],
  ['it may have another level by then: nobody hears it', { silent: true, steadyUntil: END }, false],
  ['it is not commanded at all', { barred: true }, false],
] as const)('an order is for nothing, or not: %s', (_, more, nothing) =>
  expect(isForNothing(previewOf([{ ...lamp, ...more }], () => 40, END))).toBe(nothing),
);

test('says of lamps at their floor which of them rise', () =>
  expect(
    previewOf(
      [
        { ...lamp, floor: 60 },
        { ...lamp, floor: 40 },
      ],
      () => 10,
      END,
    ),
  ).toMatchObject({
    raised: 1,
    same: 1,
    floored: 2,
    lifted: 1,
  }));

test('it is said for what lamps stay above what is wanted, the most first, and of no lamp that is not ordered', () => {
  const at = (floorOf: string | undefined, floor: number, more: Partial<LampBefore> = {}) => ({
    ...lamp,
    floor,
    floorOf,
    ...more,
  });
  const lamps = [
    at('Carrefours', 50),
    at('passage piéton rue Monge', 60),
    at('passage piéton rue Monge', 60),
    at('Boulevards', 50),
    at('Carrefours', 50, { barred: true }),
    at('Avenues', 20),
    at(undefined, 0),
  ];
  expect(flooredFor(lamps, () => 20)).toEqual([
    ['passage piéton rue Monge', 2],
    ['Boulevards', 1],
    ['Carrefours', 1],
  ]);
  expect(flooredFor(lamps, () => 60)).toEqual([]);
});
