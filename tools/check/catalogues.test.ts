import { describe, expect, test } from 'vitest';
import { compareCatalogues } from './catalogues.ts';
import { frenchSpacingFault } from './messages.ts';

const used = (...ids: string[]) => ({
  whole: new Set(ids),
  beginnings: [],
  asked: new Map<string, string>(),
});
const faultsOf = (fr: string, en: string) => compareCatalogues({ 'a.b': fr }, { 'a.b': en }, used('a.b'));

describe('two catalogues', () => {
  test('in order', () => {
    const fr = '{n, plural, one {# appel} other {# appels}} de <b>{who}</b>';
    const en = '{n, plural, one {# call} other {# calls}} from <b>{who}</b>';
    expect(faultsOf(fr, en)).toEqual([]);
  });

  test('may put a number in the plural in one language only', () => {
    expect(faultsOf('{n, plural, one {# prête} other {# prêtes}}', '{n} ready')).toEqual([]);
  });

  test.each([
    ['{who} appelle', '{name} calls', /arguments differ: fr {who}, en {name}/],
    ['{n, plural, other {#}}', '{m, plural, other {#}}', /arguments differ/],
    ['<b>x</b>', 'x', /arguments differ/],
    ['{n, plural, one {#', 'x', /not an ICU message/],
    ['Vrai?', 'True?', /no fixed space/],
  ])('« %s » and « %s »', (fr, en, expected) => {
    expect(faultsOf(fr, en)[0]).toMatch(expected);
  });

  test('with other ids, unused ids and ids that do not exist', () => {
    const asked = new Map([['a.gone', 'src/renderer/x.tsx']]);
    const faults = compareCatalogues(
      { 'a.b': 'x', 'a.c': 'x' },
      { 'a.b': 'x', 'a.d': 'x' },
      { ...used('a.b'), asked },
    );
    expect(faults).toEqual([
      'en a.c: missing',
      'a.c: used nowhere',
      'fr a.d: missing',
      'src/renderer/x.tsx: asks for a.gone, which no catalogue has',
    ]);
    const beginnings = ['a.'];
    expect(compareCatalogues({ 'a.b': 'x' }, { 'a.b': 'x' }, { ...used(), beginnings })).toEqual([]);
  });
});

describe('French spacing', () => {
  test.each([
    'Prêt\u202f!',
    'Durée\u00a0: 2',
    '«\u202fouvert\u202f»',
    '03:07:42',
    'Quoi\u202f?!',
    'https://x',
    'a, b.',
  ])('%j is right', (text) => expect(frenchSpacingFault(text)).toBeUndefined());
  test.each(['Prêt !', 'Prêt!', 'Durée : 2', 'Durée: 2', '« ouvert\u202f»', '«\u202fouvert »', 'a; b', ' :'])(
    '%j is wrong',
    (text) => expect(frenchSpacingFault(text)).toBeDefined(),
  );
});
