import { expect, test } from 'vitest';
import { fromPlaywright, fromVitest, sum } from './tally.ts';

test('reports are counted and added, a flaky test as a failed one', () => {
  const unit = fromVitest('{"numPassedTests":3,"numFailedTests":1,"numPendingTests":2,"numTodoTests":1}');
  const e2e = fromPlaywright('{"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":0}}');
  expect(unit).toEqual({ passed: 3, failed: 1, skipped: 3 });
  expect(sum(unit, e2e)).toEqual({ passed: 7, failed: 3, skipped: 3 });
});
