import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Due } from './due.ts';
import {
  after,
  burningByDay,
  darkAtNight,
  expectedPower,
  NOTHING,
  powerOutOfBand,
  type Report,
  type Verdict,
} from './rules.ts';

const NIGHT: Due = { least: 60, most: 100, sun: 'dark' };
const PART_NIGHT: Due = { least: 0, most: 0, sun: 'dark' };
const DUSK: Due = { least: 0, most: 80, sun: 'turning' };
const DAY: Due = { least: 0, most: 0, sun: 'day' };
const FETE: Due = { least: 0, most: 70, sun: 'day' };
const report = (more: Partial<Report>): Report => ({
  level: 0,
  measured: true,
  explained: false,
  ordered: false,
  due: NIGHT,
  ...more,
});

describe('dark at night', () => {
  it.each<[string, Partial<Report>, Verdict]>([
    ['off while its programme has it at 60 %', {}, 'faulty'],
    ['on, however weak', { level: 1 }, 'fine'],
    ['on by day: it can burn', { level: 100, due: DAY }, 'fine'],
    ['off about dusk: its cabinet may be late', { due: DUSK }, 'unknown'],
    ['off in the hours that the city is switched off', { due: PART_NIGHT }, 'unknown'],
    ['off by day', { due: DAY }, 'unknown'],
    ['off by order of the room', { ordered: true }, 'unknown'],
    ['off, and says that it is broken', { explained: true }, 'unknown'],
  ])('%s', (_, more, verdict) => expect(darkAtNight(report(more))).toBe(verdict));
});

describe('burning by day', () => {
  it.each<[string, Partial<Report>, Verdict]>([
    ['on in full sun', { level: 80, due: DAY }, 'faulty'],
    ['on at the least level in full sun', { level: 1, due: DAY }, 'faulty'],
    ['off by day', { level: 0, due: DAY }, 'fine'],
    ['off at night: it can be switched off', { level: 0, due: NIGHT }, 'fine'],
    ['on at night', { level: 80, due: NIGHT }, 'unknown'],
    ['on about dusk', { level: 80, due: DUSK }, 'unknown'],
    ['on by day by its programme', { level: 70, due: FETE }, 'unknown'],
    ['on by day by order of the room', { level: 100, due: DAY, ordered: true }, 'unknown'],
    ['on, and says that it is broken', { level: 100, due: DAY, explained: true }, 'unknown'],
  ])('%s', (_, more, verdict) => expect(burningByDay(report(more))).toBe(verdict));
});

describe('power out of band', () => {
  const rule = { tolerance: 0.3 };
  it.each<[string, Partial<Report>, ReturnType<typeof powerOutOfBand>]>([
    ['60 W at full level: what it is rated', { level: 100, power: 60, rated: 60 }, 'fine'],
    ['33 W at half level: a driver takes its share', { level: 50, power: 33, rated: 60 }, 'fine'],
    ['30.5 W at half level: in proportion', { level: 50, power: 30.5, rated: 60 }, 'fine'],
    ['30 W at full level: half its LEDs', { level: 100, power: 30, rated: 60 }, 'low'],
    ['0 W at full level', { level: 100, power: 0, rated: 60 }, 'low'],
    ['90 W of 60 W', { level: 100, power: 90, rated: 60 }, 'high'],
    ['60 W at half level: it does not dim', { level: 50, power: 60, rated: 60 }, 'high'],
    ['rated power not known', { level: 100, power: 30 }, 'unknown'],
    ['no meter', { level: 100, rated: 60 }, 'unknown'],
    ['« low », level not said', { level: 50, measured: false, power: 5, rated: 60 }, 'unknown'],
    ['so weak that meters err', { level: 10, power: 2, rated: 60 }, 'unknown'],
    ['so small that meters err', { level: 100, power: 2, rated: 8 }, 'unknown'],
    ['off', { level: 0, power: 0.5, rated: 60 }, 'unknown'],
    ['says that it is broken', { level: 100, power: 10, rated: 60, explained: true }, 'unknown'],
  ])('%s', (_, more, verdict) => expect(powerOutOfBand(report(more), rule)).toBe(verdict));

  it('never says anything of a lamp that takes what is expected, to a fifth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 100 }),
        fc.integer({ min: 10, max: 400 }),
        fc.double({ min: 0.8, max: 1.2, noNaN: true }),
        (level, rated, about) => {
          const power = expectedPower(rated, level) * about;
          expect(powerOutOfBand(report({ level, power, rated }), rule)).toBe('fine');
        },
      ),
    );
  });
});

describe('a fault', () => {
  const HOLD = 20 * 60_000;
  const reports = fc.array(
    fc.record({
      verdict: fc.constantFrom<Verdict>('faulty', 'fine', 'unknown'),
      later: fc.integer({ min: 0, max: HOLD }),
    }),
    { maxLength: 40 },
  );

  it('is found only after reports have said so for the whole time, and ends only with a proof', () => {
    fc.assert(
      fc.property(reports, (list) => {
        let [standing, at] = [NOTHING, 1];
        let unbroken = 0;
        for (const { verdict, later } of list) {
          at += later;
          const next = after(standing, verdict, at, HOLD);
          if (verdict === 'faulty') unbroken = unbroken === 0 ? at : unbroken;
          else if (!standing.found) unbroken = 0;
          if (next.found && !standing.found) expect(at - unbroken).toBeGreaterThanOrEqual(HOLD);
          if (standing.found && !next.found) expect(verdict).toBe('fine');
          if (verdict === 'fine') expect(next).toEqual(NOTHING);
          standing = next;
        }
      }),
    );
  });
});
