import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ViewAnswer } from '../../../shared/ipc/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { keepViewing, type View } from './keep-viewing.ts';

const MINUTE = 60_000;
let views: View['kind'][];
const onFailed = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  views = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

const granted = (ms: number): ViewAnswer => ({
  kind: 'granted',
  url: 'https://a.example/b.m3u8',
  until: instant(Date.now() + ms),
  offline: false,
});
const refused: ViewAnswer = { kind: 'refused', code: 'FORBIDDEN' };

/** @param answers one for each question, the last for all that follow */
function view(...answers: readonly (() => ViewAnswer)[]) {
  const ask = vi.fn(async () => answers[Math.min(ask.mock.calls.length, answers.length) - 1]!());
  const viewing = keepViewing({ ask, onView: ({ kind }) => views.push(kind), onFailed, now: Date.now });
  return { ask, ...viewing };
}

test('a grant is asked for again before it runs out, and what plays goes on', async () => {
  const { ask, end } = view(() => granted(60 * MINUTE));
  await vi.advanceTimersByTimeAsync(59 * MINUTE);
  expect(ask).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(views).toEqual(['asking', 'granted', 'granted']);
  end();
});

test('a no ends it, and is not asked again', async () => {
  const { ask } = view(
    () => granted(15 * MINUTE),
    () => refused,
  );
  await vi.advanceTimersByTimeAsync(15 * MINUTE);
  expect(views).toEqual(['asking', 'granted', 'refused']);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('a clock that is behind makes no storm of questions', async () => {
  const { ask, end } = view(() => granted(-60 * MINUTE));
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(ask).toHaveBeenCalledTimes(7);
  end();
});

test('where the question fails nothing plays, it is said once, and asked again', async () => {
  const fail = () => {
    throw new Error('the seat engine ended');
  };
  const { end } = view(
    () => granted(MINUTE),
    fail,
    fail,
    () => granted(MINUTE),
  );
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(views).toEqual(['asking', 'granted', 'asking']);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(views.slice(3)).toEqual(['asking', 'granted']);
  expect(onFailed).toHaveBeenCalledOnce();
  end();
});

test('ended, it asks no more and tells no more', async () => {
  const { ask, end } = view(() => granted(MINUTE));
  end();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  const later = view(() => granted(MINUTE));
  await vi.advanceTimersByTimeAsync(1_000);
  later.end();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect([ask, later.ask].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(views).toEqual(['asking', 'asking', 'granted']);
  expect(vi.getTimerCount()).toBe(0);
});

test('what is hidden is not asked for again until it is seen, and then at once', async () => {
  const { ask, show, end } = view(() => granted(15 * MINUTE));
  await vi.advanceTimersByTimeAsync(MINUTE);
  show(false);
  show(true);
  expect(ask).toHaveBeenCalledOnce();
  show(false);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(ask).toHaveBeenCalledOnce();
  show(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(views).toEqual(['asking', 'granted', 'asking', 'granted']);
  end();
});
