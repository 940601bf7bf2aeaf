import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LampFault, LampState } from '../state.ts';
import { MINUTE_MS } from './block.ts';
import type { LampMoment } from './fold.ts';
import { LEVEL_NOT_KEPT, VARIES } from './kept.ts';
import { nightFacts } from './night-facts.ts';

const { on } = LampState;
const NIGHT = { from: 0, to: 600 * MINUTE_MS };
const later = NIGHT.to * 2;
type Lamp = NonNullable<LampMoment['lamp']>;
const lit = (level: number): Lamp => ({ state: on, level, faults: 0 });
const dark: Lamp = { state: 0, level: 0, faults: 0 };
/** A lamp minute by minute: how long it was how. */
function through(...parts: readonly (readonly [minutes: number, lamp: Lamp | undefined])[]) {
  const moments: LampMoment[] = [];
  for (const [minutes, lamp] of parts)
    for (let n = 0; n < minutes; n++) {
      const at = moments.length * MINUTE_MS;
      moments.push({ at, until: at + MINUTE_MS, lamp });
    }
  return moments;
}
const programme = [
  { from: 60 * MINUTE_MS, to: 300 * MINUTE_MS, level: 80 },
  { from: 300 * MINUTE_MS, to: 540 * MINUTE_MS, level: 40 },
];

describe('a night of a lamp in words', () => {
  test('that followed its programme, a few minutes late', () => {
    const moments = through([63, dark], [237, lit(80)], [240, lit(40)], [60, dark]);
    expect(nightFacts(moments, programme, NIGHT, later)).toEqual({
      known: NIGHT.to,
      unknown: 0,
      lit: 477 * MINUTE_MS,
      levels: { least: 40, most: 80 },
      varies: false,
      faults: [],
      darkAgainst: 0,
      litAgainst: 0,
      asOf: NIGHT.to,
    });
  });

  test('that was dark by a fault, and burnt on in the morning', () => {
    const broken = { ...dark, state: LampState.fault, faults: LampFault.brokenLantern };
    const moments = through([60, dark], [100, broken], [440, lit(80)]);
    const facts = nightFacts(moments, programme, NIGHT, later);
    expect(facts.faults).toEqual([
      { from: 60 * MINUTE_MS, to: 160 * MINUTE_MS, faults: LampFault.brokenLantern },
    ]);
    // From five minutes after the programme began; in the morning from five minutes after its end.
    expect(facts.darkAgainst).toBe(95 * MINUTE_MS);
    expect(facts.litAgainst).toBe(55 * MINUTE_MS);
  });

  test('says neither lit nor dark where the level was not kept, and at least where it followed who passed', () => {
    const hidden = { state: VARIES, level: LEVEL_NOT_KEPT, faults: 0 };
    const least = { state: on | VARIES, level: 30, faults: 0 };
    const facts = nightFacts(through([300, hidden], [300, least]), programme, NIGHT, later);
    expect(facts).toMatchObject({ known: NIGHT.to, varies: true, levels: { least: 30, most: 30 } });
    expect(facts).toMatchObject({ lit: 300 * MINUTE_MS, darkAgainst: 0 });
  });

  test('tells the unknown from what is to come', () => {
    const facts = nightFacts(through([10, dark], [10, undefined]), undefined, NIGHT, 100 * MINUTE_MS);
    expect(facts).toMatchObject({ known: 10 * MINUTE_MS, unknown: 90 * MINUTE_MS, asOf: 10 * MINUTE_MS });
  });
});

test('known and unknown are all that has passed, and nothing is lit or against its programme beyond the known', () => {
  const one = fc.option(
    fc.record({
      state: fc.constantFrom(0, on, on | VARIES, LampState.neverSeen),
      level: fc.integer({ min: 0, max: 100 }),
      faults: fc.constantFrom(0, LampFault.silent),
    }),
    { nil: undefined },
  );
  const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), one), { maxLength: 8 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 900 }), (night, minutes) => {
      const now = minutes * MINUTE_MS;
      const facts = nightFacts(through(...night), programme, NIGHT, now);
      expect(facts.known + facts.unknown).toBe(Math.min(now, NIGHT.to));
      expect(facts.lit + facts.darkAgainst).toBeLessThanOrEqual(facts.known);
      for (const { from, to } of facts.faults) expect(to).toBeGreaterThan(from);
    }),
  );
});
