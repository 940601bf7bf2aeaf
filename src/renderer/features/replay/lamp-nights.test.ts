import { expect, it } from 'vitest';
import { LightingPlan } from '../../../shared/lighting/model.ts';
import { lampNights, programmeOf } from './lamp-nights.ts';

const MINUTE = 60_000;
const place = { timeZone: 'Europe/Paris', position: [5.0415, 47.322] as const, aheadMinutes: 0 };
const at = (said: string) => Date.parse(said);

it('shows tonight so far and the night before it; by day only the last one', () => {
  const deep = lampNights(at('2026-11-25T02:10:00Z'), place);
  expect(deep.map(({ day, runs }) => [day, runs])).toEqual([
    ['2026-11-24', true],
    ['2026-11-23', false],
  ]);
  expect(deep[0]!.dusk - deep[0]!.from).toBe(60 * MINUTE);
  const noon = lampNights(at('2026-11-25T12:00:00Z'), place);
  expect(noon.map(({ day, runs }) => [day, runs])).toEqual([['2026-11-24', false]]);
});

it('is asked for in less than two days, also where the clocks are put back', () => {
  for (const now of ['2026-10-25T07:30:00Z', '2026-10-26T10:59:00Z', '2026-12-21T10:59:00Z']) {
    const nights = lampNights(at(now), place);
    expect(at(now) - nights.at(-1)!.from).toBeLessThan(48 * 60 * MINUTE);
  }
});

it('lives by the lamps’ clock where that is another one', () => {
  const ahead = { ...place, aheadMinutes: 9 * 60 };
  const [night] = lampNights(at('2026-11-25T12:00:00Z'), ahead);
  const [same] = lampNights(at('2026-11-25T21:00:00Z'), place);
  expect(night).toMatchObject({ runs: true, day: '2026-11-25', dusk: same!.dusk - 9 * 60 * MINUTE });
});

it('sets the programme beside it, no darker than the lamp’s floor, and none where no plan tells of it', () => {
  const plan = LightingPlan.parse({
    version: 1,
    place: place.position,
    floors: [{ id: 'f', name: 'Carrefour', level: 50, where: { streets: ['rue Monge'] } }],
    controlPrograms: [
      {
        id: 'n',
        name: 'Nuit',
        steps: [
          { from: { dusk: 0 }, level: 80 },
          { from: '23:30', level: 40 },
        ],
        off: { dawn: 0 },
      },
    ],
    calendars: [{ id: 'c', name: 'Rues', program: 'n' }],
    groups: [{ id: 'g', name: 'Rues', calendar: 'c' }],
  });
  const room = { v: 1, id: 'room', plan, timeZone: place.timeZone, aheadMinutes: 0 } as const;
  const places = { v: 1, id: '01', version: 1, groups: [0, -1], floors: [0, -1] } as const;
  const [night] = lampNights(at('2026-11-25T02:10:00Z'), place);
  const steps = programmeOf(night!, room, { ...places, groups: [0, -1], floors: [0, -1] }, 0);
  expect(steps?.map(({ level }) => level)).toEqual([80, 50]);
  expect(steps?.[0]?.from).toBe(night!.dusk);
  expect(steps?.at(-1)?.to).toBe(night!.dawn);
  expect(programmeOf(night!, room, { ...places, groups: [0, -1], floors: [0, -1] }, 1)).toBeUndefined();
  expect(programmeOf(night!, undefined, undefined, 0)).toBeUndefined();
});
