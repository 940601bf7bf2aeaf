import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_TARGETS, roomTargets } from '../ticket/targets.ts';
import { instant } from '../wire/time.ts';
import type { AnswerFacts } from './moment.ts';
import { AnswerTemplates, answerWords } from './templates.ts';

const file = (locale: string) =>
  AnswerTemplates.parse(
    parse(readFileSync(join(import.meta.dirname, `../../../resources/answers/${locale}.yaml`), 'utf8')),
  );
const NOON = Date.UTC(2026, 10, 24, 11);
const speech = { locale: 'fr', timeZone: 'Europe/Paris', now: NOON, targets: DEFAULT_TARGETS } as const;
const facts = (more: Partial<AnswerFacts>): AnswerFacts => ({
  moment: 'received',
  kind: 'noise',
  priority: 3,
  ref: 'INT-2411-0417',
  ...more,
});
const fr = file('fr');

test.each<[string, Partial<AnswerFacts>, string | undefined]>([
  [
    'received, with the target that is tracked',
    {},
    'Votre demande est enregistrée sous le numéro INT-2411-0417. Un agent la prendra en charge sous 15 minutes.',
  ],
  [
    'a kind’s own words, without a delay',
    { kind: 'lampReported', priority: 4 },
    'Merci, ce lampadaire est signalé à l’éclairage public sous le numéro INT-2411-0417.',
  ],
  [
    'a sentence whose value is not known is left out',
    { ref: undefined, priority: 4 },
    'Un agent la prendra en charge sous 24\u00a0heures.',
  ],
  [
    'a kind’s words of one outcome',
    { moment: 'closed', kind: 'tag', outcome: 'done' },
    'Le tag est effacé. Merci de votre signalement.',
  ],
  [
    'and the usual ones of another',
    { moment: 'closed', kind: 'tag', outcome: 'transferred' },
    'Votre demande a été transmise au service compétent.',
  ],
  [
    'a promise, by the room’s time',
    { moment: 'promised', due: instant(NOON + 5_400_000) },
    'Vous serez rappelé avant 13:30.',
  ],
  [
    'of another day',
    { moment: 'promised', due: instant(NOON + 86_400_000) },
    'Vous serez rappelé avant 12:00 (25 novembre).',
  ],
  ['a promise without its time says nothing', { moment: 'promised' }, undefined],
  [
    'a kind named like a member of every object has the usual words',
    { moment: 'taken', kind: 'constructor' },
    'Votre demande est prise en charge.',
  ],
])('%s', (_name, more, words) => expect(answerWords(fr, facts(more), speech)).toBe(words));

test('only the target that the room itself keeps to is promised', () => {
  const targets = roomTargets({ priorities: {}, kinds: { noise: { claim: 120 } } });
  expect(answerWords(fr, facts({}), { ...speech, targets })).toContain('sous 2\u00a0heures');
});

test('an empty list says nothing', () => {
  const silent = AnswerTemplates.parse({ ...fr, kinds: { noise: { taken: [] } } });
  expect(answerWords(silent, facts({ moment: 'taken' }), speech)).toBeUndefined();
});

test('English has all of them too', () =>
  expect(answerWords(file('en'), facts({}), { ...speech, locale: 'en' })).toContain('within 15 minutes'));

describe('a file that promises what nothing tracks is refused, and says where', () => {
  const faultOf = (taken: unknown) =>
    AnswerTemplates.safeParse({ ...fr, default: { ...fr.default, taken } }).error?.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
  test.each([
    ['a delay in words', 'Une équipe arrive dans 30 min.', 'default.taken: promises a delay'],
    ['tomorrow', 'Ce sera fait demain.', 'default.taken: promises a delay'],
    ['a target that is over', 'Vu sous {within}.', 'default.taken: {within} is not tracked'],
    ['an unknown value', 'Bonjour {name}.', 'default.taken: {name} is unknown'],
  ])('%s', (_name, text, fault) => expect(faultOf(text)?.[0]).toContain(fault));
  test('a number that is no delay may stand', () =>
    expect(faultOf('Merci d’appeler le 3900.')).toBeUndefined());
});
