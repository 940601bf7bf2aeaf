import { expect, it } from 'vitest';
import { grid, plan } from '../../../../tests/support/import-rows.ts';
import { reportText } from './text.ts';

it('says nothing of circuits and cabinets where none are listed, whatever lamps name', () => {
  const { report } = plan(grid(4));
  const text = (more: object) =>
    reportText({ report: { ...report, ...more }, stops: [], written: true, ms: 5 } as never, false, 'fr');
  expect(text({})).not.toContain('Départs');
  expect(text({ circuits: { after: 2, added: ['a'], removed: [] } })).toContain('Départs');
});
