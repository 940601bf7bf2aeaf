import { expect, test } from 'vitest';
import { authorize } from './authorize.ts';
import { Person, Role } from './model.ts';

test.each(Role.options)('who looks after machines sees no unit’s place, the others do: %s', (role) => {
  const person = Person.parse({ v: 1, id: 'p', name: 'Alix', role, domains: [] });
  expect(authorize(person, 'unit.locate', { kind: 'unit' }).ok).toBe(role !== 'it');
});
