import { expect, test } from 'vitest';
import { buildPlan } from '../plan/index.ts';
import { LampFleet } from './lamp-fleet.ts';
import { type Quirk, quirksOf } from './quirks.ts';

const DAY = Date.UTC(2026, 10, 24, 11);
const NIGHT = Date.UTC(2026, 10, 24, 20);
const plan = buildPlan(21);
const shares = { stuckOn: 0.001, quietlyDark: 0.001, weak: 0.002, stuckCabinets: 0.005 };
const quirks = quirksOf(plan, shares);
const first = (quirk: Quirk) => quirks.indexOf(quirk);

test('the same few lamps are odd each time, and all of a cabinet whose clock stands still', () => {
  expect(quirksOf(plan, shares)).toEqual(quirks);
  const counted = Map.groupBy(quirks, (quirk) => quirk ?? 'none');
  expect(counted.get('weak')?.length).toBeGreaterThan(30);
  expect(counted.get('quietlyDark')?.length).toBeGreaterThan(10);
  const whole = plan.cabinets.filter(({ id }) =>
    plan.lamps.every(({ cabinet }, i) => cabinet !== id || quirks[i] === 'stuckOn'),
  );
  expect(whole.length).toBeGreaterThan(0);
  expect(whole.length).toBeLessThan(10);
});

test('they say that they are well: one burns by day, one is dark at night, one takes too little', () => {
  const fleet = new LampFleet(plan, 0, DAY, { quirks });
  fleet.refresh(DAY);
  expect(fleet.state(first('stuckOn'), DAY, '')).toMatchObject({ powerState: 'on', status: 'ok' });
  expect(fleet.state(first('weak'), DAY, '')).toMatchObject({ powerState: 'off' });
  fleet.refresh(NIGHT);
  expect(fleet.state(first('quietlyDark'), NIGHT, '')).toMatchObject({ powerState: 'off', status: 'ok' });
  // Older luminaires have no meter.
  const weak = quirks.findIndex(
    (quirk, i) => quirk === 'weak' && fleet.state(i, NIGHT, '').powerConsumption !== undefined,
  );
  const { powerConsumption = 0, illuminanceLevel = 0 } = fleet.state(weak, NIGHT, '');
  const { power } = plan.lamps[weak]!.luminaire;
  expect(powerConsumption).toBeGreaterThan(0);
  expect(powerConsumption).toBeLessThan(0.7 * power * illuminanceLevel);
});
