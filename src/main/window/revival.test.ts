import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from '../../node/log/log.ts';
import { instant } from '../../shared/wire/time.ts';
import { type Contents, Revival } from './revival.ts';

/** As much of Electron's WebContents as is used: the test lets it die. */
class Page extends EventEmitter {
  destroyed = false;
  isDestroyed(): boolean {
    return this.destroyed;
  }
  forcefullyCrashRenderer(): void {
    this.die('crashed');
  }
  die(reason = 'killed'): void {
    this.emit('render-process-gone', {}, { reason, exitCode: 9 });
  }
}

let page: Page;
let revival: Revival;
const lines: string[] = [];
const load = vi.fn<() => Promise<void>>();

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  lines.length = 0;
  load.mockReset();
  load.mockResolvedValue();
  page = new Page();
  const log = createLog({ name: 'main', level: 'info', write: (line) => lines.push(line) });
  revival = new Revival({ contents: page as unknown as Contents, load, log, now: Date.now });
});
afterEach(() => vi.useRealTimers());

test('a page that has died is loaded anew, is told so and where the operator was, and it is logged', () => {
  expect(revival.returned).toBeUndefined();
  revival.keep('there');
  page.die('oom');
  expect(load).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(load).toHaveBeenCalledOnce();
  expect(revival.returned).toEqual({ at: instant(Date.now()), place: 'there' });
  expect(lines.join('')).toMatch(/"reason":"oom".*the page has gone/);
});

test('one that dies again and again is loaded later each time, and without what it showed', () => {
  revival.keep('there');
  const waits: number[] = [];
  for (let i = 0; i < 12; i++) {
    const died = Date.now();
    page.die();
    vi.runAllTimers();
    waits.push(Date.now() - died);
  }
  expect(load).toHaveBeenCalledTimes(12);
  expect(waits.slice(0, 3)).toEqual([250, 500, 1_000]);
  expect(waits.at(-1)).toBe(30_000);
  expect(revival.returned).not.toHaveProperty('place');
  vi.advanceTimersByTime(60_001);
  page.die();
  vi.advanceTimersByTime(250);
  expect(load).toHaveBeenCalledTimes(13);
  expect(revival.returned).toHaveProperty('place', 'there');
});

test('one that hangs is ended and loaded anew, unless it responds again', () => {
  page.emit('unresponsive');
  page.emit('responsive');
  vi.runAllTimers();
  expect(load).not.toHaveBeenCalled();
  page.emit('unresponsive');
  vi.runAllTimers();
  expect(load).toHaveBeenCalledOnce();
});

test('a page that was closed stays closed', () => {
  page.die('clean-exit');
  page.die();
  page.destroyed = true;
  page.emit('destroyed');
  vi.runAllTimers();
  expect(load).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that can not be loaded is tried again', async () => {
  load.mockRejectedValueOnce(new Error('ERR_FAILED'));
  page.die();
  await vi.runAllTimersAsync();
  expect(load).toHaveBeenCalledTimes(2);
  expect(lines.join('')).toContain('ERR_FAILED');
});
