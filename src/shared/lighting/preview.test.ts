import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LampBefore, previewOf } from './preview.ts';

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
