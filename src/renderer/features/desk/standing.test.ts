import { expect, test } from 'vitest';
import { ticket } from '../../../../tests/support/ticket.ts';
import { OutboxItem } from '../../../shared/ipc/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { createTranslate } from '../../lib/i18n/index.tsx';
import { isAgreed, standingWords } from './standing.ts';
import { commandWords } from './words.ts';

const speaker = {
  t: createTranslate('fr'),
  viewer: { seat: 's1', me: undefined },
  people: [],
  units: new Map(),
};
const procedure = { id: 'rixe', version: 1 };
const step = { id: 'armes', text: 'Demander s’il y a des armes' };
const cmd = '01938e8a-0000-7000-8000-000000000001';
const oui = { id: 'oui', label: 'Oui' };
const theirs = {
  cmd,
  procedure,
  step,
  state: 'done',
  answer: oui,
  person: 'morel',
  seat: 's2',
  at: instant(0),
};
const refused = (args: object, steps: object[] = [theirs]) =>
  OutboxItem.parse({
    cmd: 'c',
    ticket: 'T-1',
    op: 'ticket.step',
    args: { procedure, step, ...args },
    madeAt: instant(0),
    state: 'refused',
    tries: 1,
    code: 'BAD_STATE',
    theirs: { ticket: ticket('T-1', { steps }) },
  });

test.each([
  ['the same mark', refused({ mark: 'done', answer: oui }), true],
  ['another answer', refused({ mark: 'done', answer: { id: 'non', label: 'Non' } }), false],
  ['a skip', refused({ mark: 'skipped' }), false],
  ['taking back what is taken back', refused({ mark: 'none', undo: cmd }, []), true],
  ['taking back what stands anew', refused({ mark: 'none', undo: cmd }), false],
])('%s beside what stands', (_, item, agreed) => expect(isAgreed(item)).toBe(agreed));

test('who was second reads whose mark stands, and what they had meant', () => {
  const item = refused({ mark: 'skipped' });
  expect(commandWords(speaker.t, item)).toBe('Étape «\u202fDemander s’il y a des armes\u202f» sautée');
  expect(standingWords(speaker, item)).toMatch(/^déjà faite \(Oui\) par morel à \d\d:00:00$/);
});
