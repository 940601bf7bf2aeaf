import { expect, test } from 'vitest';
import { Procedure } from '../../../shared/procedure/model.ts';
import { digitOf, digitsOf } from './digits.ts';

const step = (id: string, more: object = {}) => ({ id, text: id, ...more });
const asks = (id: string, yes: readonly object[], no: readonly object[]) =>
  step(id, {
    ask: {
      question: `${id} ?`,
      answers: [
        { id: 'yes', label: 'oui', steps: yes },
        { id: 'no', label: 'non', steps: no },
      ],
    },
  });
const procedure = (...steps: readonly object[]) =>
  Procedure.parse({ id: 'p', version: 1, title: 'P', kinds: ['fight'], steps });
const digits = (...steps: readonly object[]) => Object.fromEntries(digitsOf(procedure(...steps)));

test('what waits for an answer is numbered after what is there from the beginning, each branch by numbers of its own', () => {
  const armed = asks('armed', [step('stay'), asks('hurt', [step('call15')], [])], [step('go')]);
  expect(digits(step('count'), armed, step('frame'))).toEqual({
    count: 1,
    armed: 2,
    frame: 3,
    stay: 4,
    hurt: 5,
    go: 6,
    call15: 7,
  });
});

test('nine steps have a digit, the others never one', () => {
  const many = Array.from({ length: 12 }, (_, n) => step(`s${n + 1}`));
  const given = digitsOf(procedure(...many));
  expect(given.size).toBe(9);
  expect([given.get('s1'), given.get('s9'), given.get('s10')]).toEqual([1, 9, undefined]);
});

test('a step without a digit of its own is ticked by 0 while it is its turn, once that was seen', () => {
  const many = digitsOf(procedure(...Array.from({ length: 11 }, (_, n) => step(`s${n + 1}`))));
  const turn = { current: 's10', fresh: false };
  expect(digitOf(many, 's10', turn)).toBe(0);
  expect(digitOf(many, 's10', { ...turn, fresh: true })).toBeUndefined();
  expect(digitOf(many, 's11', turn)).toBeUndefined();
  expect(digitOf(many, 's9', { current: 's9', fresh: true })).toBe(9);
});
