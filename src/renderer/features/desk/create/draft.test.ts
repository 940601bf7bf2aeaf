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
