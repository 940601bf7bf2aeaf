import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A, BACK, CMD, FOLLOW, MINUTE, orderOf, START, taken } from '../../../../tests/support/lamp-order.ts';
import type { Track } from './model.ts';
import { isAlready, isAwaited, isProved, isSettled } from './proof.ts';
import { summaryOf } from './tell.ts';
import { answered, begin, observed, releasing, sent } from './track.ts';

const order = orderOf(0.1);

describe('a lamp that burned as it is told to', () => {
  const MINUTES = 60 * MINUTE;
  const told = (level: number, age: number, floor?: number) => {
    const track = begin(order, [[A, { before: level, ...(floor === undefined ? {} : { floor }) }]]);
    return sent(track, [A], START, () => ({ level, at: START - age, sound: true }), MINUTES);
  };
  const of = (track: Track) => track.lamps.get(A)!;

  it('at its floor, above the order, is seen to do so as soon as its gateway has taken that', () => {
    const track = told(20, MINUTE, 20);
    expect(isProved(track, of(track))).toBe(false);
    const heard = answered(track, CMD, [A], taken);
    expect(summaryOf(heard)).toMatchObject({ observed: 1, already: 1, floored: 1, troubles: 0 });
    expect(isSettled(heard, START + 1, FOLLOW)).toBe(true);
  });

  it('goes back without a change: its gateway’s word is all there is to see', () => {
    const heard = answered(told(10, MINUTE), CMD, [A], taken);
    const back = sent(releasing(heard, { cmd: BACK, at: order.until }), [A], START + 30 * MINUTE);
    expect(isProved(back, of(back))).toBe(false);
    const gone = answered(back, BACK, [A], taken);
    expect(isProved(gone, of(gone))).toBe(true);
    expect(isProved(observed(gone, [{ lamp: A, level: 10, at: START + 31 * MINUTE }]), of(gone))).toBe(true);
  });

  it('is not known to where what it said before comes late and is another', () => {
    const heard = answered(told(10, MINUTE), CMD, [A], taken);
    const unsure = observed(heard, [{ lamp: A, level: 70, at: START - 5_000 }]);
    expect(isProved(unsure, of(unsure))).toBe(false);
    const same = observed(heard, [{ lamp: A, level: 10, at: START - 5_000 }]);
    expect(isProved(same, of(same))).toBe(true);
  });

  it('is one of four, whatever it last said: observed, awaited, behind, or not yet judged', () => {
    const report = fc.record({ level: fc.nat(100), age: fc.nat(2 * MINUTES), sound: fc.boolean() });
    fc.assert(
      fc.property(
        fc.option(report, { nil: undefined }),
        fc.option(fc.nat(100), { nil: undefined }),
        fc.option(fc.nat(100), { nil: undefined }),
        fc.constantFrom('none', 'taken', 'refused'),
        fc.boolean(),
        (last, floor, later, word, isJudged) => {
          const lastOf = () => last && { ...last, at: START - last.age };
          const ordered = begin(order, [[A, floor === undefined ? {} : { floor }]]);
          let track: Track = { ...sent(ordered, [A], START, lastOf, MINUTES), judged: isJudged };
          if (word !== 'none') track = answered(track, CMD, [A], () => (word === 'taken' ? undefined : 'NO'));
          if (later !== undefined) track = observed(track, [{ lamp: A, level: later, at: START + 1_000 }]);
          const lamp = of(track);
          const { observed: seen, awaited = 0, troubles } = summaryOf(track);
          expect(seen + awaited + troubles).toBeLessThanOrEqual(1);
          if (isJudged) expect(seen + awaited + troubles).toBe(1);
          const level = later ?? last?.level;
          // Nothing is claimed of a lamp whose latest word is another level, and nothing old, unsound or unanswered believed.
          if (seen === 1) expect(Math.abs(level! - Math.max(10, floor ?? 0))).toBeLessThanOrEqual(5);
          if (isAlready(track, lamp))
            expect([last!.sound, last!.age <= MINUTES, word]).toEqual([true, true, 'taken']);
          if (isAwaited(track, lamp))
            expect([last!.sound, last!.age > MINUTES, later]).toEqual([true, true, undefined]);
        },
      ),
    );
  });
});
