import { expect, test } from 'vitest';
import { LampCommand, LampFault, LampState, withCommand } from '../../../shared/lamp/state.ts';
import { createTranslate } from '../../lib/i18n/index.tsx';
import { lampLine, stateWords } from './lamp-words.ts';

const t = createTranslate('fr');
const { on, fault, override, presence, neverSeen, behind } = LampState;
/** As a test writes it: with plain spaces. */
const line = (state: number, level = 0, faults = 0) =>
  lampLine(t, state, level, faults).replace(/[\u00a0\u202f]/g, ' ');

test.each([
  [on, 60, 0, 'allumé 60 %'],
  [0, 0, 0, 'éteint'],
  [neverSeen | on, 60, 0, 'sans nouvelles'],
  [fault, 0, 0, 'en défaut, éteint'],
  [fault, 0, LampFault.brokenLantern, 'en défaut : lanterne cassée, éteint'],
  [
    on | fault,
    40,
    LampFault.silent | LampFault.columnIssue,
    'en défaut : mât endommagé, silencieux, allumé 40 %',
  ],
  [on | override | presence, 100, 0, 'allumé 100 %, forçage, présence'],
  [withCommand(on, LampCommand.commanded), 20, 0, 'allumé 20 %, commandé, non confirmé'],
  [withCommand(on | behind, LampCommand.acknowledged), 20, 0, 'allumé 20 %, commande restée sans effet'],
  [on | behind, 20, 0, 'allumé 20 %, commande jamais partie'],
] as const)('bits %i at %i %% with faults %i read « %s »', (state, level, faults, words) =>
  expect(line(state, level, faults)).toBe(words),
);

test('the card says the level apart', () => {
  expect(stateWords(t, on | fault, LampFault.brokenLantern)).toBe('allumé, lanterne cassée');
  expect(stateWords(t, fault, 0)).toBe('éteint, défaut');
});
