import { describe, expect, it } from 'vitest';
import { EMPTY, grid, none, plan, read, rule } from '../../../../tests/support/import-rows.ts';
import { streetFacts } from '../../../shared/lighting/place-lamps.ts';
import { type City, lampsOf } from './city.ts';
import { planImport } from './plan.ts';

describe('a street is called by one name, however files spell it', () => {
  const said = ['RUE DE LA LIBERTE', 'rue de la Liberté', 'R. de la Liberté', 'AV FOCH', 'RUE DE LA LIBERTE'];
  const lamps = grid(said.length).map((one, n) => ({
    ...one,
    facts: { street: said[n]!, commune: n === 0 ? 'DIJON' : 'Dijon' },
  }));
  const line = (name: string) => ({
    at: 's:2',
    name,
    commune: 'dijon',
    lines: [
      [
        [5, 47],
        [5.01, 47],
      ],
    ] as never,
  });
  const streetsOf = ({ districts }: City) =>
    [...lampsOf(districts).values()].map(({ lamp: { street } }) => street);
  const liberte = 'Rue de la Liberté';

  it('lamps among themselves; each other spelling is told of once, and the same again changes nothing', () => {
    const first = plan(lamps);
    expect(streetsOf(first.city)).toEqual([liberte, liberte, liberte, 'AVENUE FOCH', liberte]);
    expect(first.report.findings.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual([
      `spelled RUE DE LA LIBERTE → ${liberte}  × 2`,
      `spelled rue de la Liberté → ${liberte}  × 1`,
      `spelled R. de la Liberté → ${liberte}  × 1`,
      'spelled AV FOCH → AVENUE FOCH  × 1',
    ]);
    expect(first.report.streets.names).toBe(2);
    expect(plan(lamps, first.city).report.lamps).toMatchObject({ changed: [], unchanged: 5 });
  });

  it('with a file of streets, of which lamps and programmes find the class; and with that of an earlier import', () => {
    const drafts = { ...none, lamps, streets: [line('avenue Foch'), line('rue de la Liberté')] };
    const first = planImport({ ...read(lamps), drafts }, EMPTY, rule);
    expect(new Set(streetsOf(first.city))).toEqual(new Set(['rue de la Liberté', 'avenue Foch']));
    const pieces = first.city.streets.flatMap(({ features }) => features);
    expect(new Set(pieces.map(({ properties: { name, commune } }) => `${name} ${commune}`))).toEqual(
      new Set(['rue de la Liberté Dijon', 'avenue Foch Dijon']),
    );
    const facts = streetFacts(pieces);
    const classes = [...lampsOf(first.city.districts).values()].map(({ lamp }) => facts.classOf(lamp));
    expect(classes).toEqual(['street', 'street', 'street', 'avenue', 'street']);
    // Later lamps come alone, spelled otherwise: the streets that stay keep their names, and lamps get them.
    const shouted = lamps.map((one) => ({
      ...one,
      facts: { ...one.facts, street: one.facts.street.toUpperCase() },
    }));
    expect(plan(shouted, first.city).report.lamps).toMatchObject({ changed: [], unchanged: 5 });
  });

  it('lamps of an earlier import are called as streets are that come later', () => {
    const before = plan(
      lamps.map((one) => ({ ...one, facts: { street: 'AV FOCH', commune: 'DIJON' } })),
    ).city;
    const { city, report } = planImport(
      { ...read([]), drafts: { ...none, streets: [line('avenue Foch')] } },
      before,
      rule,
    );
    expect(new Set(streetsOf(city))).toEqual(new Set(['avenue Foch']));
    expect(report.lamps.changed).toHaveLength(5);
    expect(report.findings).toEqual([]);
  });
});
