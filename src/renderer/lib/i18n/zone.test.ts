import { afterEach, expect, test } from 'vitest';
import { clockTime } from './format.ts';
import { beginZone, machineZone, shownZone, showZone } from './zone.ts';

/** 03:07:42 in Paris. */
const at = Date.UTC(2026, 10, 24, 2, 7, 42);
function disk(kept: object = {}) {
  const values = new Map<string, string>(Object.entries(kept));
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}
afterEach(() => showZone(machineZone()));

test('a console that starts again shows the room’s hours from the first one on, before anybody has told it', () => {
  const storage = disk();
  beginZone(storage)('Europe/Paris');
  showZone('Pacific/Auckland'); // the next window begins with its computer's
  beginZone(storage);
  expect(clockTime(at)).toBe('03:07:42');
});

test('the room that has moved is followed, now and the next time', () => {
  const storage = disk();
  const hear = beginZone(storage);
  hear('Europe/Paris');
  hear('America/Los_Angeles');
  expect(shownZone()).toBe('America/Los_Angeles');
  showZone('Pacific/Auckland');
  beginZone(storage);
  expect(shownZone()).toBe('America/Los_Angeles');
});

test.each([{}, { 'room-zone': 'Dijon/Centre' }])('with %o kept it is the computer’s own', (kept) => {
  beginZone(disk(kept));
  expect(shownZone()).toBe(machineZone());
});
