import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedPlan } from '../../../../tests/support/plan.ts';
import { LightingPlan } from '../../../shared/lighting/model.ts';
import { Draft, draftOf, fieldChanged, freeId } from './draft.ts';

const plan = LightingPlan.parse(parse(shippedPlan()));
const [floor, ...floors] = plan.floors;

test('a draft is the next version, and is kept with whatever faults it has', () => {
  const draft = draftOf(plan);
  expect([draft.base, draft.plan.version]).toEqual([1, 2]);
  expect(draft.sent).toEqual([]);
  const wrong = { ...draft, plan: { ...draft.plan, floors: [{ ...floor!, level: 450 }] } };
  expect(Draft.parse(JSON.parse(JSON.stringify(wrong)))).toEqual(wrong);
  // As it was kept before it said by which commands it was sent.
  expect(Draft.parse({ base: 1, plan })).toEqual({ base: 1, plan, sent: [] });
  expect(Draft.safeParse({ base: 1, plan: { version: 2 } }).success).toBe(false);
});

test('a part gets an id that none has', () =>
  expect([freeId('p', []), freeId('p', [{ id: 'p-2' }])]).toEqual(['p-1', 'p-3']));

test('one value that is another one is named; more than that are no field', () => {
  expect(fieldChanged(plan, { ...plan, floors: [{ ...floor!, level: 71 }, ...floors] })).toBe(
    'floors/0/level/.',
  );
  expect(fieldChanged(plan, plan)).toBe('');
  expect(fieldChanged(plan, { ...plan, floors })).toBe('');
  expect(fieldChanged(plan, { ...plan, floors: [{ ...floor!, level: 71, name: 'Autre' }, ...floors] })).toBe(
    '',
  );
});
