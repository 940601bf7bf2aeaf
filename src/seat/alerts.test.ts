import { expect, test, vi } from 'vitest';
import { instant } from '../shared/wire/time.ts';
import { Alerts } from './alerts.ts';

test('what needs no more than to be told is cleared when it has been told long enough, and that is told', () => {
  let now = 1_000;
  const told = vi.fn();
  const alerts = new Alerts(told, () => now);
  alerts.clearAfter('hub-restored', 500);
  expect(told).not.toHaveBeenCalled();
  alerts.raise('hub-restored');
  alerts.raise('config', '3 s');
  now += 499;
  alerts.clearAfter('hub-restored', 500);
  expect(alerts.list()).toHaveLength(2);
  now += 1;
  alerts.clearAfter('hub-restored', 500);
  expect(alerts.list()).toMatchObject([{ kind: 'config' }]);
  expect(told).toHaveBeenLastCalledWith(alerts.list());
});

test('what has happened again is told again, and stands for as long as if it were the first time', () => {
  let now = 1_000;
  const told = vi.fn();
  const alerts = new Alerts(told, () => now);
  alerts.happened('hub-restored');
  now += 400;
  alerts.happened('hub-restored');
  expect(told).toHaveBeenCalledTimes(2);
  now += 499;
  alerts.clearAfter('hub-restored', 500);
  expect(alerts.list()).toMatchObject([{ kind: 'hub-restored', since: instant(1_400) }]);
});
