import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedPlan } from '../../../../tests/support/plan.ts';
import { changedParts, PARTS } from '../../../shared/lighting/changed-parts.ts';
import { LightingPlan } from '../../../shared/lighting/model.ts';
import { planFaults } from '../../../shared/lighting/plan-file.ts';
import { placeOfNew, withAnother } from './another-part.ts';

const plan = LightingPlan.parse(parse(shippedPlan()));

test.each(PARTS)('another one of %s can be published as it is, and stands where it is looked for', (list) => {
  const twice = withAnother(withAnother(plan, list, 'Un'), list, 'Deux');
  expect(planFaults(twice)).toEqual([]);
  expect(changedParts(plan, twice).map(({ how, name }) => [how, name])).toEqual([
    ['added', 'Un'],
    ['added', 'Deux'],
  ]);
  expect(withAnother(plan, list, 'Un')[list][placeOfNew(plan, list)]?.name).toBe('Un');
});
