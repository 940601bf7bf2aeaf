import { expect, it } from 'vitest';
import { grid, plan } from '../../../../tests/support/import-rows.ts';
import { reportText } from './text.ts';

it('says nothing of circuits and cabinets where none are listed, whatever lamps name', () => {
  const { report } = plan(grid(4));
  const text = (more: object) =>
    reportText({ report: { ...report, ...more }, stops: [], written: true, ms: 5 } as never, false, 'fr');
  expect(text({})).not.toContain('Départs');
  const circuits = { after: 2, added: ['a'], removed: [] };
  expect(text({ circuits })).toMatch(/Départs\s: 2, ajoutés\s: 1$/m);
  expect(text({ cabinets: { ...circuits, removed: ['b', 'c'] } })).toMatch(
    /Armoires\s: 2, ajoutées\s: 1, retirées\s: 2$/m,
  );
});

it('says of a row that can’t be read what its two figures count', () => {
  const { report } = plan(grid(4));
  const broken = { of: 'lamp', kind: 'broken', at: 'lampes.csv:7', cells: [2, 9] };
  const text = (locale: 'fr' | 'en') =>
    reportText(
      { report: { ...report, findings: [broken] }, stops: [], written: true, ms: 5 } as never,
      false,
      locale,
    );
  expect(text('fr')).toContain('lampes.csv:7  2 valeurs pour 9 colonnes');
  expect(text('en')).toContain('lampes.csv:7  2 values for 9 columns');
});

it('says which fields can’t be read, where it is several, and that ids have changed where lamps are in the place of others', () => {
  const before = plan(grid(4)).city;
  const { report } = plan(
    grid(4).map((one, i) => ({ ...one, id: `new-${i}` as never })),
    before,
  );
  expect(report.lamps).toMatchObject({ renumbered: 4 });
  const value = (at: number, field: string) => ({
    of: 'lamp',
    kind: 'unreadable',
    at: `lampes.csv:${at}`,
    detail: `${field}: ?x`,
  });
  const text = (findings: readonly object[]) =>
    reportText(
      { report: { ...report, findings }, stops: [], written: undefined, ms: 5 } as never,
      true,
      'fr',
    );
  const many = text([value(2, 'height'), value(3, 'power'), value(4, 'power')]);
  expect(many).toMatch(/illisible, laissée vide {2}3\n {4}power {2}2\n {4}height {2}1\n/);
  expect(text([value(3, 'power'), value(4, 'power')])).toMatch(/laissée vide {2}2\n {4}lampes\.csv:3/);
  expect(many).toMatch(
    /retirés\s: 4, dont à la place d’un ajouté\s: 4 \(la colonne des identifiants a-t-elle changé\s\?\)/,
  );
});
