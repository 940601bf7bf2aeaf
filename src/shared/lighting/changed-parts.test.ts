import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedPlan } from '../../../tests/support/plan.ts';
import { changedParts } from './changed-parts.ts';
import { LightingPlan } from './model.ts';

const plan = LightingPlan.parse(parse(shippedPlan()));

test('a plan is itself, whatever its version', () =>
  expect(changedParts(plan, { ...plan, version: 9 })).toEqual([]));

test('each part that was added, changed or removed is named', () => {
  const [rocade, ...rest] = plan.controlPrograms;
  const other: LightingPlan = {
    ...plan,
    controlPrograms: [{ ...rocade!, steps: rocade!.steps.slice(0, 1) }, ...rest],
    floors: plan.floors.slice(1),
    presence: [...plan.presence, { ...plan.presence[0]!, id: 'autre' as never, name: 'Autre' }],
  };
  expect(changedParts(plan, other).map(({ list, id, how }) => `${list} ${id} ${how}`)).toEqual([
    'controlPrograms rocade changed',
    'presence autre added',
    'floors carrefours-axes removed',
  ]);
});

test('of groups it is said which one was moved, not all that stand elsewhere by it', () => {
  const groups = (...ids: readonly string[]): LightingPlan => ({
    ...plan,
    groups: ids.map((id) => plan.groups.find((one) => one.id === id) ?? { ...plan.groups[0]!, id }),
  });
  const how = (before: LightingPlan, after: LightingPlan) =>
    changedParts(before, after).map((one) => `${one.id} ${one.how}`);
  const [a, b, c, d] = plan.groups.map(({ id }) => id) as [string, string, string, string];
  expect(how(groups(a, b, c, d), groups('new', a, b, c, d))).toEqual(['new added']);
  expect(how(groups(a, b, c, d), groups(d, a, b, c))).toEqual([`${d} moved`]);
  expect(how(groups(a, b, c, d), groups(b, c, d))).toEqual([`${a} removed`]);
});
