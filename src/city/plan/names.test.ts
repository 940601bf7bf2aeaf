import { describe, expect, it } from 'vitest';
import { addressAt, buildPlan, lookupOf } from './index.ts';

const plan = buildPlan(21);
const lookup = lookupOf(plan);
const KINDS =
  /^(rue|avenue|boulevard|cours|quai|route|impasse|allée|passage|ruelle|square|clos|chemin|sentier|rocade|liaison) /;

describe('street names', () => {
  it('are French, with typographic apostrophes', () => {
    const odd = plan.streets.filter(
      ({ name }) => !KINDS.test(name) || /['"`]|\d{5}| de [aeiouéh]/i.test(name),
    );
    expect(odd.map(({ name }) => name)).toEqual([]);
    expect(plan.streets.some(({ name }) => name.includes('d’'))).toBe(true);
  });

  it('has the streets that Dijon is known by where they are', () => {
    const dijon = new Map(lookup.streetsOfCommune('Dijon').map((street) => [street.name, street]));
    for (const name of ['rue de la Liberté', 'boulevard de Brosses', 'cours du Général-de-Gaulle'])
      expect(lookup.lampsOfStreet(dijon.get(name)!.id).length, name).toBeGreaterThan(15);
    expect(lookup.addressNear([5.0372, 47.3225]).street).toMatch(/Liberté|Bossuet/);
  });

  it('names places on streets that exist', () => {
    expect(plan.places.length).toBeGreaterThan(100);
    expect(plan.places.filter(({ street }) => lookup.street(street) === undefined)).toEqual([]);
    expect(plan.places.map(({ name }) => name)).toContain('place Wilson');
  });
});

describe('addresses', () => {
  const liberty = lookup.streetsOfCommune('Dijon').find(({ name }) => name === 'rue de la Liberté')!;

  it('grow along the street, odd on the left, even on the right', () => {
    expect(addressAt(liberty, 0, 'left').text).toBe('1, rue de la Liberté, Dijon');
    expect(addressAt(liberty, 185, 'left').text).toBe('41, rue de la Liberté, Dijon');
    expect(addressAt(liberty, 185, 'right').number).toBe(42);
    expect(addressAt(liberty, 1e6, 'left')).toEqual(addressAt(liberty, liberty.length, 'left'));
  });

  it('have no number on the ring road', () => {
    const ring = plan.streets.find((street) => street.class === 'ring')!;
    expect(addressAt(ring, 400, 'left').text).toBe(`${ring.name}, ${ring.commune}`);
  });

  it('are found for the nearest lamp, however far', () => {
    const at = [4.9, 47.21] as const;
    const lamp = lookup.nearestLamp(at);
    const away = (p: readonly [number, number]) =>
      Math.hypot((p[0] - at[0]) * Math.cos((at[1] * Math.PI) / 180), p[1] - at[1]);
    const nearest = plan.lamps.reduce((a, b) => (away(b.position) < away(a.position) ? b : a));
    expect(lamp.id).toBe(nearest.id);
    expect(lookup.addressNear(at)).toEqual(lookup.addressOf(lamp));
  });
});
