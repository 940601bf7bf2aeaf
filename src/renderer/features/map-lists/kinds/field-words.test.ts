import { expect, test } from 'vitest';
import { createTranslate } from '../../../lib/i18n/index.tsx';
import { fieldWords } from './field-words.ts';

const t = createTranslate('fr');
const camera = { azimuth: 40, fieldOfView: 60, range: 60 };

test('what a camera looks at is told by direction, reach, street and lamps', () => {
  expect(fieldWords(t, camera, { things: Array(14), streets: ['rue de la Liberté'] })).toBe(
    'vers le nord-est, jusqu’à 60\u00a0m\u202f: rue de la Liberté, 14\u00a0lampadaires',
  );
  expect(fieldWords(t, { ...camera, azimuth: 250 }, { things: [1], streets: ['a', 'b', 'c'] })).toBe(
    'vers l’ouest, jusqu’à 60\u00a0m\u202f: a et 2 autres rues, 1\u00a0lampadaire',
  );
});

test('where its entry says nothing of its reach, the usual one is called so; all round is no direction', () =>
  expect(fieldWords(t, { azimuth: 0, fieldOfView: 360 }, { things: [], streets: [] })).toBe(
    'tout autour, jusqu’à 150\u00a0m (portée usuelle)\u202f: aucun lampadaire',
  ));
