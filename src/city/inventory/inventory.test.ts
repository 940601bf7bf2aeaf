import { expect, test } from 'vitest';
import { buildPlan, lookupOf } from '../plan/index.ts';
import { landmarks, streetGraphs } from './inventory.ts';

test('the places that people name stand on streets that the city has, by their names', () => {
  const plan = buildPlan(21);
  const lookup = lookupOf(plan);
  const streets = new Set(
    streetGraphs(plan, lookup).flatMap(({ features }) => features.map(({ properties }) => properties.name)),
  );
  const places = landmarks(plan, lookup);
  expect(places.length).toBeGreaterThan(100);
  expect(places.filter(({ street }) => street === undefined || !streets.has(street))).toEqual([]);
});
