import { expect, test } from 'vitest';
import { ticket } from '../../../../tests/support/ticket.ts';
import { createTranslate } from '../../lib/i18n/index.tsx';
import { matterWords, standingWords } from './matter-words.ts';

const t = createTranslate('fr');
const teller = { t, moment: (at: string) => at, nameOf: (person: string) => person };

test('a step left out is told with its motive, where one was given', () => {
  const skipped = {
    kind: 'skipped',
    ticket: 'T-1',
    steps: ['Appeler le SAMU', 'Rappeler'],
  } as never as object;
  const words = (more: object) => matterWords(teller, { ...skipped, ...more } as never);
  expect(words({ motives: ['déjà sur place', ''] })).toMatch(
    /Appeler le SAMU \(«.déjà sur place.»\), Rappeler$/,
  );
  expect(words({})).toMatch(/Appeler le SAMU, Rappeler$/);
});

test('how it stands: its age, what is late, that nobody goes; nothing more of what is closed', () => {
  const held = ticket('T-1', { state: 'claimed', owner: { seat: 's', person: 'me' } });
  expect(standingWords(t, held, '12 min', 'affectation en retard de 2 min')).toEqual([
    'ouverte depuis 12 min',
    'affectation en retard de 2 min',
    'aucune équipe affectée',
  ]);
  expect(standingWords(t, { ...held, units: ['PM 12'] as never }, '12 min', undefined)).toEqual([
    'ouverte depuis 12 min',
  ]);
  expect(standingWords(t, { ...held, state: 'closed' }, '12 min', undefined)).toEqual([]);
});
