import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, Kind } from './model.ts';
import { MOST, plain, prepare, search, wordsOf } from './search.ts';

const entry = (kind: Kind, label: string, more: Partial<Entry> = {}): Entry => ({
  kind,
  id: label,
  label,
  run: () => undefined,
  ...more,
});
const city = [
  entry('ticket', '0417 · Malaise, personne inconsciente', {
    detail: '41, rue de la Liberté',
    also: 'INT-2411-0417',
  }),
  entry('camera', 'Liberté × Bossuet', { also: 'LIB-03' }),
  entry('street', 'rue de la Liberté', { detail: 'Dijon' }),
  entry('street', 'place de l’Hôtel-de-Ville', { detail: 'Chenôve' }),
  entry('street', 'Liberté', { detail: 'Longvic' }),
  entry('command', 'Créer une intervention'),
];
const labels = (typed: string, lamps: () => readonly Entry[] = () => []) =>
  search(prepare(city), lamps, typed).flatMap(({ entries }) => entries.map(({ label }) => label));

test.each([
  ['LIBERTE rue', ['0417 · Malaise, personne inconsciente', 'rue de la Liberté']],
  ["l'hotel", ['place de l’Hôtel-de-Ville']],
  ['lhôtel', ['place de l’Hôtel-de-Ville']],
  ['ville chenove', ['place de l’Hôtel-de-Ville']],
  ['lib-03', ['Liberté × Bossuet']],
  ['int-2411-0417', ['0417 · Malaise, personne inconsciente']],
  ['creer', ['Créer une intervention']],
  ['12 rue de la liberte', ['rue de la Liberté']],
  ['12bis, rue de la liberté', ['rue de la Liberté']],
  ['417', ['0417 · Malaise, personne inconsciente']],
  ['nulle part', []],
])('« %s » finds %j', (typed, found) => expect(labels(typed)).toEqual(found));

test('a name that begins so comes before one that has it inside', () =>
  expect(labels('liberté').slice(1, 3)).toEqual(['Liberté', 'rue de la Liberté']));

test('a street by its very words comes before a camera, which comes before units and half words', () => {
  const kinds = (typed: string, more: Partial<Entry> = {}) => {
    const some = [
      entry('camera', 'Liberté × Bossuet', more),
      entry('unit', 'Liberté 1'),
      entry('street', 'rue de la Liberté'),
    ];
    return search(prepare(some), () => [], typed).map(({ kind }) => kind);
  };
  expect(kinds('liberté').indexOf('street')).toBeLessThan(kinds('liberté').indexOf('camera'));
  expect(kinds('rue liberté')).toEqual(['street']);
  expect(kinds('liber').indexOf('camera')).toBe(0);
  expect(kinds('liber', { locked: true }).at(-1)).toBe('camera');
});

test('of cameras those that may be watched at once come first', () => {
  const some = [entry('camera', 'Liberté 1', { locked: true }), entry('camera', 'Bossuet Liberté')];
  expect(
    search(prepare(some), () => [], 'liberté').flatMap(({ entries }) => entries.map(({ label }) => label)),
  ).toEqual(['Bossuet Liberté', 'Liberté 1']);
});

test('a command that fits better than all else comes first', () => {
  const found = (typed: string) => {
    const some = [entry('street', 'rue de l’Union-française'), entry('command', 'Language: français')];
    return search(prepare(some), () => [], typed).map(({ kind }) => kind);
  };
  expect(found('franc')).toEqual(['command', 'street']);
  expect(found('rue')).toEqual(['street']);
  expect(found('union')).toEqual(['street']);
});

test('nothing typed shows every command and nothing else', () =>
  expect(labels(' ')).toEqual(['Créer une intervention']));

test('of many that fit a kind, a handful is shown', () => {
  const rues = Array.from({ length: 40 }, (_, n) => entry('street', `rue ${n}`));
  expect(search(prepare(rues), () => [], 'rue').map(({ entries }) => entries.length)).toEqual([MOST]);
});

test('lamps are not sought before three letters', () => {
  const lamp = () => [entry('lamp', 'LMP-21-000042')];
  expect(labels('42', lamp)).toEqual([]);
  expect(labels('042', lamp)).toEqual(['LMP-21-000042']);
});

const letters = fc.string({ unit: fc.constantFrom(..."aàbcçéeEœl’'- ,1"), maxLength: 12 });
const anyEntry = fc.record({
  kind: fc.constantFrom<Kind>('ticket', 'camera', 'street', 'command'),
  label: letters,
  detail: letters,
});

/** A street is sought without the number of a house. */
const sought = (kind: Kind, [first, ...rest]: readonly string[]): readonly string[] =>
  kind === 'street' && rest.length > 0 && /^\d+$/.test(first ?? '')
    ? rest
    : [first, ...rest].filter((word) => word !== undefined);

test('what is found has every word typed, and there are never more than so many of a kind', () =>
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 60 }), letters, (all, typed) => {
      const words = wordsOf(typed);
      const entries = all.map(({ kind, label, detail }, n) => entry(kind, label, { id: String(n), detail }));
      const groups = search(prepare(entries), () => [], typed);
      for (const group of groups) {
        if (words.length > 0) expect(group.entries.length).toBeLessThanOrEqual(MOST);
        for (const { kind, label, detail } of group.entries) {
          expect(kind).toBe(group.kind);
          for (const word of sought(kind, words))
            expect(`${plain(label)} ${plain(detail ?? '')}`).toContain(word);
        }
      }
      const has = ({ kind, label, detail }: Entry) =>
        sought(kind, words).every(
          (word) => plain(label).includes(word) || plain(detail ?? '').includes(word),
        );
      if (words.length > 0) expect(groups.length > 0).toBe(entries.some(has));
    }),
  ));

test('what there are thousands of is found by its own words, not by its street alone', () => {
  const crossing = entry('crossing', 'Passage piéton, rue de la Liberté', {
    detail: 'PP-21-0042',
    onlyBy: 'passage piéton PP-21-0042',
  });
  const found = (typed: string) =>
    search(prepare([...city, crossing]), () => [], typed).some(({ kind }) => kind === 'crossing');
  expect(['passage liberté', 'liberte pieton', 'pas', 'pp-21-0042'].map(found)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['liberté', 'rue de la liberté', 'p', 'pp', 'passage monge', 'ton'].map(found)).toEqual(
    Array(6).fill(false),
  );
});
