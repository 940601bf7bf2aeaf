import { expect, test } from 'vitest';
import { EMPTY_DRAFT, finish, withKind } from './draft.ts';

test('a kind proposes service, priority and title', () =>
  expect(withKind(EMPTY_DRAFT, 'personDown', 'Malaise')).toMatchObject({
    kind: 'personDown',
    title: 'Malaise',
    service: 'police',
    priority: 1,
  }));
test('a title one has written stays; a proposed one follows the kind', () => {
  const first = withKind(EMPTY_DRAFT, 'personDown', 'Malaise');
  expect(withKind(first, 'fight', 'Rixe').title).toBe('Rixe');
  expect(withKind({ ...first, title: 'Homme au sol' }, 'fight', 'Rixe').title).toBe('Homme au sol');
});

test('words that no kind is called by are the title until another kind or title is given', () => {
  const said = withKind(EMPTY_DRAFT, 'other', 'Autre demande', 'un zébu traverse la rocade');
  expect(said.title).toBe('un zébu traverse la rocade');
  expect(withKind(said, 'gasSmell', 'Odeur de gaz', 'fuite de gaz').title).toBe('fuite de gaz');
  expect(withKind(said, 'fight', 'Rixe').title).toBe('Rixe');
  expect(withKind({ ...said, title: 'Zébu' }, 'fight', 'Rixe').title).toBe('Zébu');
});
test('an empty form says what is missing', () =>
  expect(finish(EMPTY_DRAFT)).toEqual({ missing: ['kind', 'title', 'place'] }));
test('what is left empty is left out', () => {
  const done = finish({
    ...withKind(EMPTY_DRAFT, 'fight', 'Rixe'),
    place: ' Place Wilson ',
    number: '0612345641',
  });
  expect(done).toEqual({
    draft: {
      title: 'Rixe',
      kind: 'fight',
      service: 'police',
      priority: 2,
      place: { label: 'Place Wilson' },
      caller: { number: '0612345641' },
    },
  });
});
