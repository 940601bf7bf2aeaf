import { expect, test } from 'vitest';
import { authorize, mayReadCaller } from './authorize.ts';
import { Person, Role } from './model.ts';

test.each(Role.options)('who looks after machines sees no unit’s place, the others do: %s', (role) => {
  const person = Person.parse({ v: 1, id: 'p', name: 'Alix', role, domains: [] });
  expect(authorize(person, 'unit.locate', { kind: 'unit' }).ok).toBe(role !== 'it');
});

test.each(Role.options)(
  'who called is read by those who answer calls, not by who looks after machines: %s',
  (role) => {
    const person = Person.parse({ v: 1, id: 'p', name: 'Alix', role, domains: [] });
    expect(mayReadCaller(person)).toBe(authorize(person, 'call.answer', { kind: 'call' }).ok);
    expect(mayReadCaller(person)).toBe(role !== 'it');
    expect(mayReadCaller(undefined)).toBe(false);
  },
);

test.each([
  [undefined, ['01', undefined], true],
  [['01', '02'], ['02', '01'], true],
  [['01'], ['01', '02'], false],
  [['01'], [undefined], false],
  [[], ['01'], false],
  [['01'], [], true],
])('with districts %o a person commands lamps of %o: %s', (districts, of, ok) => {
  const person = Person.parse({ v: 1, id: 'p', name: 'Alix', role: 'operator', domains: [], districts });
  expect(authorize(person, 'lamp.set', { kind: 'lamp', districts: of }).ok).toBe(ok);
});
