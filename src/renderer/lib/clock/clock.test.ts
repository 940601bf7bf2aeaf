import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from './clock.ts';

let machine = 0;
beforeEach(() => {
  machine = 1_000_000;
});
afterEach(() => void vi.useRealTimers());
const clock = () => createClock(() => machine);

test('shows the machine’s time until the hub has said another', () => {
  const it = clock();
  expect([it.now(), it.machine(), it.skew()]).toEqual([1_000_000, 1_000_000, 0]);
  it.hear(180_000);
  expect([it.now(), it.machine(), it.skew()]).toEqual([820_000, 1_000_000, 180_000]);
});

test('what the way took moves nothing, a word that was held up neither', () => {
  const it = clock();
  for (const offset of [40, 310, 8_000, 25]) it.hear(offset);
  expect(it.skew()).toBe(0);
});

test('a clock that is set right is believed after a few words, whichever way it went', () => {
  const it = clock();
  it.hear(-90_000);
  expect(it.skew()).toBe(-90_000);
  for (const offset of [12, 30]) it.hear(offset);
  expect(it.skew(), 'it could still be one that was held up').toBe(-90_000);
  it.hear(14);
  expect(it.skew()).toBe(12);
});

test('the same word told again is one word', () => {
  const it = clock();
  it.hear(20);
  for (let times = 0; times < 5; times++) it.hear(9_000);
  expect(it.skew()).toBe(0);
});

test('whoever looks is told at once, and ticks with the room’s seconds', () => {
  vi.useFakeTimers();
  machine = 1_000_300;
  const it = clock();
  const seen: number[] = [];
  const stop = it.subscribe(() => seen.push(it.now()));
  it.hear(60_500);
  expect(seen).toEqual([939_800]);
  machine += 200;
  vi.advanceTimersByTime(200);
  expect(seen).toEqual([939_800, 940_000]);
  stop();
});
