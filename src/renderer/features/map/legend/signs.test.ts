import { describe, expect, test } from 'vitest';
import { ALL_SIGNS, LOOKS, lookWith } from '../painter/look.ts';
import { Mark, Ring } from '../painter/mark.ts';
import { countOf, hiddenOf, isShown, ONLY_WRONG, SIGNS, withSign } from './signs.ts';

const signOf = (name: string) => SIGNS.find((sign) => sign.name === name)!;
const counts = new Uint32Array(LOOKS);
counts[lookWith(Mark.level3, Ring.none)] = 100;
counts[lookWith(Mark.level3, Ring.override)] = 20;
counts[lookWith(Mark.fault, Ring.none)] = 3;
counts[lookWith(Mark.fault, Ring.override)] = 1;

describe('legend', () => {
  test('marks part all lamps among themselves, rings count those about any mark', () => {
    expect(countOf(counts, signOf('level3'))).toBe(120);
    expect(countOf(counts, signOf('fault'))).toBe(4);
    expect(countOf(counts, signOf('override'))).toBe(21);
    const marks = SIGNS.filter(({ kind }) => kind === 'mark').map((sign) => countOf(counts, sign));
    expect(marks.reduce((a, b) => a + b, 0)).toBe(124);
  });

  test('every sign there is has a line, once', () => {
    expect(SIGNS.filter(({ kind }) => kind === 'mark').map(({ of }) => of)).toHaveLength(
      Object.keys(Mark).length,
    );
    expect(SIGNS.filter(({ kind }) => kind === 'ring').map(({ of }) => of)).toHaveLength(
      Object.keys(Ring).length - 1,
    );
    expect(new Set(SIGNS.map(({ name }) => name)).size).toBe(SIGNS.length);
  });

  test('hiding and showing again leaves all as it was', () => {
    for (const sign of SIGNS) {
      const without = withSign(ALL_SIGNS, sign, false);
      expect(SIGNS.filter((other) => !isShown(without, other))).toEqual([sign]);
      expect(withSign(without, sign, true)).toEqual(ALL_SIGNS);
    }
  });

  test('what is hidden is told, faults apart; who has a ring that is shown is not hidden', () => {
    expect(hiddenOf(ALL_SIGNS, counts)).toBeUndefined();
    expect(hiddenOf(withSign(ALL_SIGNS, signOf('fault'), false), counts)).toEqual({
      signs: 1,
      lamps: 3,
      faults: 3,
    });
    expect(hiddenOf(ONLY_WRONG, counts)).toMatchObject({ lamps: 120, faults: 0 });
  });
});
