import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedPlan } from '../../../../tests/support/plan.ts';
import { LightingPlan } from '../../../shared/lighting/model.ts';
import { LightingPlanFile } from '../../../shared/lighting/plan-file.ts';
import { fileState, planFile } from './plan-file.ts';

const plan = { ...LightingPlan.parse(parse(shippedPlan())), version: 3 };
const room = { v: 1, id: 'room', plan, timeZone: 'Europe/Paris', aheadMinutes: 0 } as const;

test('the file is what is in force, behind it, or refused; both versions are said', () => {
  expect(fileState(room)).toEqual({ kind: 'same', version: 3 });
  expect(fileState({ ...room, behind: { file: 'plan.yaml', version: 1 } })).toEqual({
    kind: 'behind',
    file: 'plan.yaml',
    said: 1,
    version: 3,
    next: 4,
  });
  expect(fileState({ ...room, refused: { file: 'plan.yaml', faults: ['x'] } })).toMatchObject({
    kind: 'refused',
    version: 3,
    next: 4,
  });
});

test('what is saved is a file that the hub takes for the plan in force', () =>
  expect(JSON.stringify(LightingPlanFile.parse(parse(planFile(plan))))).toBe(JSON.stringify(plan)));
