import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LampSituation, levelAt } from './level.ts';
import type { PresenceProfile } from './model.ts';

const NOW = 1_000;
const rue = { id: 'rue', name: 'Rue', base: 30, raised: 90, holdSeconds: 30, ahead: 2 } as PresenceProfile;
const step = { from: 0, to: 2_000, level: 30, presence: rue };
const night: LampSituation = { works: true, step, dark: true, present: false, floor: 0 };
const day: LampSituation = { ...night, step: undefined, dark: false };

describe('what decides, and why', () => {
  test.each([
    ['the step of the programme', {}, 30, 'schedule'],
    ['presence before it', { present: true }, 90, 'presence'],
    [
      'no presence where the step has no profile',
      { present: true, step: { from: 0, to: 2_000, level: 60 } },
      60,
      'schedule',
    ],
    ['an override before both', { present: true, override: { level: 40, until: 1_001 } }, 40, 'override'],
    ['no override after its end', { override: { level: 40, until: NOW } }, 30, 'schedule'],
    ['the floor where that is more', { floor: 50 }, 50, 'floor'],
    ['nothing is lowered to the floor', { floor: 50, present: true }, 90, 'presence'],
    ['the floor of an incident likewise', { floor: 50, incident: { level: 80, until: 2_000 } }, 80, 'floor'],
    ['no incident that is over', { floor: 50, incident: { level: 80, until: 900 } }, 50, 'floor'],
    [
      'an override does not go below either',
      { floor: 50, override: { level: 0, until: 2_000 } },
      50,
      'floor',
    ],
    ['out of order is dark', { works: false, floor: 50, override: { level: 100, until: 2_000 } }, 0, 'fault'],
    ['switched off at night the floor holds', { step: undefined, floor: 50 }, 50, 'floor'],
  ] as const)('%s', (_, change, level, cause) =>
    expect(levelAt({ ...night, ...change }, NOW)).toEqual({ level, cause }),
  );

  test('by day a lamp is off, whoever passes and whatever its floor, but for an override', () => {
    expect(levelAt({ ...day, present: true, floor: 50 }, NOW)).toEqual({ level: 0, cause: 'schedule' });
    const tested = { ...day, floor: 50, override: { level: 10, until: 2_000 } };
    expect(levelAt(tested, NOW)).toEqual({ level: 10, cause: 'override' });
  });
});

const percent = fc.integer({ min: 0, max: 100 });
const bound = fc.option(fc.record({ level: percent, until: fc.integer({ min: 0, max: 2_000 }) }), {
  nil: undefined,
});
const situation: fc.Arbitrary<LampSituation> = fc.record({
  works: fc.boolean(),
  step: fc.option(
    percent.map((level) => ({ from: 0, to: 2_000, level })),
    { nil: undefined },
  ),
  dark: fc.boolean(),
  present: fc.boolean(),
  override: bound,
  incident: bound,
  floor: percent,
});

test('at night no lamp that works burns below its floor; the cause is the floor exactly where it raises', () => {
  fc.assert(
    fc.property(situation, (lamp) => {
      const { level, cause } = levelAt(lamp, NOW);
      const atNight = lamp.works && (lamp.dark || lamp.step !== undefined);
      const incident = lamp.incident !== undefined && NOW < lamp.incident.until ? lamp.incident.level : 0;
      const least = Math.max(lamp.floor, incident);
      if (atNight) expect(level).toBeGreaterThanOrEqual(least);
      const free = levelAt({ ...lamp, floor: 0, incident: undefined }, NOW);
      if (cause === 'floor') expect([level, free.level < least]).toEqual([least, true]);
      else expect({ level, cause }).toEqual(free);
    }),
  );
});
