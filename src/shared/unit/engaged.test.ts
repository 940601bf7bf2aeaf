import { expect, test } from 'vitest';
import { UnitId } from '../ids.ts';
import { instant } from '../wire/time.ts';
import type { AssignmentState } from './assignment.ts';
import { engagedUnits, isManned } from './engaged.ts';

const pm12 = UnitId.parse('pm-12');
const pm07 = UnitId.parse('pm-07');
const at = instant(0);
const one = (unit: UnitId, state: AssignmentState) => ({ unit, state, at });

test.each<[AssignmentState, boolean]>([
  ['told', true],
  ['untold', true],
  ['byVoice', true],
  ['accepted', true],
  ['onSite', true],
  ['done', false],
  ['refused', false],
])('a unit of which the last word is %s engages: %s', (state, engages) => {
  expect(isManned({ units: [pm12], assignments: [one(pm12, state)] })).toBe(engages);
});

test('each unit counts for itself; one of which no word is known is engaged', () => {
  expect(
    engagedUnits({ units: [pm12, pm07], assignments: [one(pm12, 'done'), one(pm07, 'onSite')] }),
  ).toEqual([pm07]);
  expect(engagedUnits({ units: [pm12] })).toEqual([pm12]);
  expect(isManned({ units: [] })).toBe(false);
});
