import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOTHING, packed } from '../../../../shared/energy/sums.ts';
import type { EnergyRow } from '../../../../shared/wire/energy.ts';
import { COLUMNS, districtRows, inOrder, streetRows } from './street-rows.ts';

const BY = { meter: 2, power: 5, rated: 10, baseline: 5 };
const row = (street: string, district: string, sums: object): EnergyRow => ({
  street,
  district: district as NonNullable<EnergyRow['district']>,
  sums: [...packed({ ...NOTHING, ...sums })],
});
const nameOf = (id: string) => ({ '01': 'Centre', '02': 'Montchapet' })[id] ?? id;
const rows = [
  row('rue Monge', '01', {
    lamps: 10,
    known: 9,
    meter: 6,
    rated: 2,
    basedMeter: 6,
    basedRated: 2,
    baseline: 20,
  }),
  row('Rue des Écoles', '02', { lamps: 10, known: 10, rated: 3, incident: -0.5 }),
  row('rue Rude', '01', { lamps: 5, known: 0 }),
];

it('says of each street what it used, how that is known, what it saved and how much is unknown', () => {
  const [monge, ecoles, rude] = streetRows(rows, nameOf, BY);
  expect(monge).toMatchObject({ name: 'rue Monge', district: 'Centre', metered: 75, unknown: 10 });
  expect(monge?.used).toEqual({ value: 8, off: Math.hypot(0.12, 0.2) });
  expect(monge?.saved?.value).toBeCloseTo(60, 9);
  expect(ecoles).toMatchObject({
    metered: 0,
    saved: undefined,
    incident: { value: 0.5, off: 0.05 },
    unknown: 0,
  });
  expect(rude).toMatchObject({ used: { value: 0, off: 0 }, metered: undefined, unknown: 100 });
});

it('adds up by district', () => {
  const [centre] = districtRows(rows, nameOf, BY);
  expect(centre).toMatchObject({ name: 'Centre', district: undefined, unknown: 40 });
  expect(centre?.used.value).toBe(8);
});

it('is found without accents, and what is unknown comes last whichever way it is sorted', () => {
  const all = streetRows(rows, nameOf, BY);
  const names = (of: Partial<Parameters<typeof inOrder>[1]>) =>
    inOrder(all, { column: 'name', down: false, search: '', ...of }).map(({ name }) => name);
  expect(names({ search: 'ecole mont' })).toEqual(['Rue des Écoles']);
  expect(names({ search: 'centre' })).toEqual(['rue Monge', 'rue Rude']);
  expect(names({ column: 'saved', down: false })[0]).toBe('rue Monge');
  expect(names({ column: 'saved', down: true })[0]).toBe('rue Monge');
  expect(names({ column: 'used', down: true })).toEqual(['rue Monge', 'Rue des Écoles', 'rue Rude']);
});

it('no search and no order loses a row or makes one', () => {
  const all = streetRows(rows, nameOf, BY);
  fc.assert(
    fc.property(fc.constantFrom(...COLUMNS), fc.boolean(), (column, down) => {
      expect(new Set(inOrder(all, { column, down, search: '' }))).toEqual(new Set(all));
    }),
  );
});
