import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meterAt, metered } from './meter.ts';
import { coverage, savingOf, usedOf } from './saving.ts';
import { type Counted, countStretch, ratedWatts, type Stretch } from './stretch.ts';
import { NOTHING, packed, SUM_FIELDS, total, unpacked } from './sums.ts';

/** The lamp of the examples in docs/energy.md. */
const lamp = { power: 42, powerBefore: 100 };
const STANDBY = 0.5;
const hour: Stretch = {
  hours: 1,
  nightHours: 1,
  level: 60,
  expected: { level: 60 },
  override: false,
  faulty: false,
  unfed: false,
};
const count = (of: object = {}, on: Partial<Stretch> = {}) =>
  countStretch({ ...lamp, ...of }, { ...hour, ...on }, STANDBY);
const saved = ({ based, watts, moved }: Counted, hours = 1) =>
  (based?.baseline ?? 0) - ((watts ?? 0) * hours) / 1_000 - (moved?.part === 'fault' ? moved.kwh : 0);

describe('the examples of docs/energy.md, reckoned by hand', () => {
  it('2: rated power at a level', () => {
    expect(ratedWatts(42, 0, STANDBY)).toBe(0.5);
    expect(ratedWatts(42, 50, STANDBY)).toBe(21.25);
    expect(ratedWatts(42, 100, STANDBY)).toBe(42);
  });

  it('3: an hour of the night by programme', () => {
    const counted = count();
    expect(counted).toMatchObject({ by: 'rated', moved: undefined });
    expect(counted.watts).toBeCloseTo(25.4, 9);
    expect(counted.based?.baseline).toBeCloseTo(0.1, 9);
    expect(counted.based?.led).toBeCloseTo(0.058, 9);
    expect(counted.based?.schedule).toBeCloseTo(0.0166, 9);
    expect(saved(counted)).toBeCloseTo(0.0746, 9);
  });

  it('4: somebody passes for that hour', () => {
    const counted = count({}, { level: 90, expected: { level: 40, raised: 90 } });
    expect(counted).toMatchObject({ raised: true, moved: { part: 'presence' } });
    expect(counted.based?.schedule).toBeCloseTo(0.0249, 9);
    expect(counted.moved?.kwh).toBeCloseTo(-0.02075, 9);
    expect(saved(counted)).toBeCloseTo(0.06215, 9);
  });

  it('5: an override costs', () => {
    const counted = count({}, { level: 100, override: true });
    expect(counted.moved?.part).toBe('override');
    expect(counted.moved?.kwh).toBeCloseTo(-0.0166, 9);
    expect(saved(counted)).toBeCloseTo(0.058, 9);
  });

  it('5: an intervention keeps a lamp up by the plan, or by an order that was given for it', () => {
    for (const kept of [
      { level: 90, incident: 90 },
      { level: 90, override: true, forTicket: true },
    ]) {
      const counted = count({}, kept);
      expect(counted.moved?.part).toBe('incident');
      expect(counted.moved?.kwh).toBeCloseTo(-0.01245, 9);
      expect(saved(counted)).toBeCloseTo(0.06215, 9);
    }
    // As bright as its programme would have it anyway, or ordered for something else: that is none of its cost.
    expect(count({}, { incident: 60 }).moved).toBeUndefined();
    expect(count({}, { level: 90, incident: 90, override: true }).moved?.part).toBe('override');
  });

  it('6: a lamp that is out of order saves nothing by that', () => {
    for (const dark of [
      { level: 0, reported: 0, faulty: true },
      { level: 60, faulty: true, unfed: true },
    ]) {
      const counted = count({}, dark);
      expect(counted.watts).toBe(0);
      expect(counted.moved).toMatchObject({ part: 'fault' });
      expect(counted.moved?.kwh).toBeCloseTo(0.0254, 9);
      expect(saved(counted)).toBeCloseTo(0.0746, 9);
    }
  });

  it('1: the meter carried to the bounds of an hour', () => {
    const at = (clock: string) => Date.parse(`2026-11-28T${clock}:00Z`);
    const from = meterAt({ kwh: 812.3, at: at('21:58') }, 25, at('22:00'));
    const to = meterAt({ kwh: 812.33, at: at('22:59') }, 25, at('23:00'));
    expect(from).toBeCloseTo(812.300833, 6);
    expect(metered(from, to, 1, false)).toBeCloseTo(0.029583, 6);
    expect(meterAt({ kwh: 812.3, at: at('21:20') }, 25, at('22:00'))).toBeUndefined();
    expect(metered(from, to, 1, true)).toBeUndefined();
    expect(metered(812.3, 3.2, 1, false)).toBeUndefined();
    expect(metered(812.3, 900, 1, false)).toBeUndefined();
  });

  it('7: the saving of many lamps and how far it may be off', () => {
    const by = { meter: 2, power: 5, rated: 10, baseline: 5 };
    const sums = {
      ...NOTHING,
      baseline: 100,
      basedMeter: 30,
      basedRated: 7.6,
      led: 58,
      schedule: 6,
      presence: -2,
    };
    const saving = savingOf(sums, by);
    expect(saving?.used.off).toBeCloseTo(0.9683, 4);
    expect(saving?.share.value).toBeCloseTo(62.4, 9);
    expect(saving?.share.off).toBeCloseTo(2.1147, 3);
    expect(saving?.saved.value).toBeCloseTo(62.4, 9);
    expect(saving?.saved.off).toBeCloseTo(5.0929, 3);
    expect(saving?.by.other.value).toBeCloseTo(0.4, 9);
  });
});

it('what is not recorded is unknown and never zero', () => {
  expect(count({ power: undefined }).watts).toBeUndefined();
  expect(count({ powerBefore: undefined }).based).toBeUndefined();
  expect(savingOf(NOTHING, { meter: 2, power: 5, rated: 10, baseline: 5 })).toBeUndefined();
  expect(coverage(NOTHING)).toBeUndefined();
  // A lamp that reports its power is known without a rating; what of its saving is due to what, is not.
  expect(count({ power: undefined }, { reported: 25 })).toMatchObject({
    watts: 25,
    by: 'power',
    based: { baseline: 0.1, led: 0, schedule: 0 },
    moved: undefined,
  });
});

it('a lamp that is out of order by night is compared only where it is known what it would have taken', () => {
  const dark = { level: 0, faulty: true };
  for (const of of [{ unfed: true }, dark, { unfed: true, reported: 0 }]) {
    expect(count({}, { ...of, expected: undefined }).based).toBeUndefined();
    expect(count({ power: undefined }, { reported: 0, ...of }).based).toBeUndefined();
    expect(count({}, of).moved?.part).toBe('fault');
  }
  // By day nothing was to burn, and a lantern that is broken and burns all the same takes what it takes.
  expect(count({}, { ...dark, nightHours: 0, expected: undefined }).based?.baseline).toBe(0);
  expect(count({}, { faulty: true, expected: undefined }).based?.baseline).toBeCloseTo(0.1, 9);
});

const watts = fc.double({ min: 1, max: 400, noNaN: true });
const share = fc.integer({ min: 0, max: 100 });
const stretch = fc.record({
  hours: fc.double({ min: 0.001, max: 1, noNaN: true }),
  nightHours: fc.constantFrom(0, 1),
  level: share,
  reported: fc.option(watts, { nil: undefined }),
  expected: fc.option(fc.record({ level: share, raised: fc.option(share, { nil: undefined }) }), {
    nil: undefined,
  }),
  override: fc.boolean(),
  forTicket: fc.boolean(),
  incident: fc.option(share, { nil: undefined }),
  faulty: fc.boolean(),
  unfed: fc.boolean(),
});

it('parts add up to the whole, over whatever lamps and times', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(watts, watts, stretch), { minLength: 1, maxLength: 20 }), (all) => {
      const parts = all.map(([power, powerBefore, of]) => {
        const on = { ...of, nightHours: of.nightHours * of.hours };
        const { watts: at = 0, by, based, moved } = countStretch({ power, powerBefore }, on, STANDBY);
        const kwh = (at * on.hours) / 1_000;
        const field = by === 'power' ? ('basedPower' as const) : ('basedRated' as const);
        return { ...NOTHING, [field]: kwh, ...based, ...(moved && { [moved.part]: moved.kwh }) };
      });
      const saving = savingOf(total(parts), { meter: 2, power: 5, rated: 10, baseline: 5 });
      if (saving === undefined) return;
      const { by, saved: all2, baseline, used, fault } = saving;
      const sum = Object.values(by).reduce((n, { value }) => n + value, 0);
      expect(sum).toBeCloseTo(all2.value, 9);
      expect(baseline.value - used.value - fault.value).toBeCloseTo(all2.value, 9);
    }),
  );
});

it('a meter’s hours add up to what it rose between the first and the last bound', () => {
  const step = fc.record({
    minutes: fc.integer({ min: 1, max: 20 }),
    watts: fc.integer({ min: 0, max: 400 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 60 }), (steps) => {
      const HOUR = 3_600_000;
      const readings = [{ at: 0, kwh: 7, watts: 40 }];
      for (const { minutes, watts: now } of steps) {
        const last = readings.at(-1)!;
        const kwh = last.kwh + (last.watts * minutes) / 60_000;
        readings.push({ at: last.at + minutes * 60_000, kwh, watts: now });
      }
      const bounds = Array.from({ length: Math.floor(readings.at(-1)!.at / HOUR) + 1 }, (_, n) => {
        const last = readings.findLast(({ at }) => at <= n * HOUR)!;
        return meterAt(last, last.watts, n * HOUR);
      });
      const hours = bounds.slice(1).map((to, n) => metered(bounds[n], to, 1, false));
      const sum = hours.reduce<number>((all, kwh) => all + kwh!, 0);
      expect(sum).toBeCloseTo(bounds.at(-1)! - bounds[0]!, 9);
    }),
  );
});

it('errors of several kinds are less than their sum, and no less than the largest', () => {
  const by = { meter: 2, power: 5, rated: 10, baseline: 5 };
  const { off } = usedOf({ ...NOTHING, meter: 100, power: 100, rated: 100 }, by);
  expect(off).toBeGreaterThan(10);
  expect(off).toBeLessThan(17);
});

it('sums are kept as numbers in the order of their fields', () => {
  const sums = total([{ ...NOTHING, lamps: 1.2345, override: -0.5 }]);
  expect(packed(sums)).toHaveLength(SUM_FIELDS.length);
  expect(unpacked(packed(sums))).toEqual({ ...NOTHING, lamps: 1.235, override: -0.5 });
});
