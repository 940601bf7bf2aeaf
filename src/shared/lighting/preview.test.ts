import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesNothing, type LampBefore, previewOf } from './preview.ts';

const lamp: LampBefore = {
  level: 40,
  faulty: false,
  silent: false,
  barred: false,
  elsewhere: false,
  floor: 0,
};

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
  expect(previewOf([{ ...lamp, ...more }], () => wanted)[fate]).toBe(1),
);

test.each([
  ['all burn so already', [lamp, { ...lamp, floor: 40 }], 40, true],
  ['those that are not commanded don’t count', [lamp, { ...lamp, level: 90, barred: true }], 40, true],
  ['one is raised', [lamp, { ...lamp, level: 30 }], 40, false],
  ['of one it is not known', [lamp, { ...lamp, level: undefined }], 40, false],
  ['one is at fault, and may still follow', [lamp, { ...lamp, faulty: true }], 40, false],
  ['there are none', [], 40, false],
] as const)('an order that changes nothing is known beforehand: %s', (_, lamps, wanted, nothing) =>
  expect(changesNothing(previewOf(lamps, () => wanted))).toBe(nothing),
);

test('each lamp is counted once, whatever is known of it', () => {
  const any = fc.record<LampBefore>({
    level: fc.option(fc.nat(100), { nil: undefined }),
    faulty: fc.boolean(),
    silent: fc.boolean(),
    barred: fc.boolean(),
    elsewhere: fc.boolean(),
    floor: fc.nat(100),
  });
  fc.assert(
    fc.property(fc.array(any), fc.nat(100), (lamps, wanted) => {
      const { floored, ...fates } = previewOf(lamps, () => wanted);
      expect(Object.values(fates).reduce((sum, n) => sum + n, 0)).toBe(lamps.length);
      expect(floored).toBe(lamps.filter((one) => !one.barred && !one.elsewhere && one.floor > wanted).length);
    }),
  );
});
