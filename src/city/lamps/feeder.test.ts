import { expect, test } from 'vitest';
import { buildPlan, lookupOf } from '../plan/index.ts';
import { feederOf } from './feeder.ts';

const plan = buildPlan(21);
const lookup = lookupOf(plan);
const streetsOf = (id: (typeof plan.cabinets)[number]['id']) =>
  new Set(lookup.lampsOfCabinet(id).map(({ street }) => street));

test('a feeder is so many cabinets, each lighting a street of one before it', () => {
  const feeder = feederOf(lookup, plan.cabinets[100]!.id, 34);
  expect(feeder[0]).toBe(plan.cabinets[100]!.id);
  expect(new Set(feeder).size).toBe(34);
  for (const [i, cabinet] of feeder.entries()) {
    if (i === 0) continue;
    const streets = streetsOf(cabinet);
    const before = feeder.slice(0, i).flatMap((each) => [...streetsOf(each)]);
    expect(before.some((street) => streets.has(street))).toBe(true);
  }
});

test('of one cabinet is that cabinet', () => {
  expect(feederOf(lookup, plan.cabinets[0]!.id, 1)).toEqual([plan.cabinets[0]!.id]);
});
