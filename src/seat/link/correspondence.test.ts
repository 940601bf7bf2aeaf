import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { topics } from '../../shared/wire/topic.ts';

let parts: SeatParts;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  parts = seatParts();
});
afterEach(() => {
  parts.letters.close();
  parts.dispose();
  vi.useRealTimers();
});
const RSP = topics.reply('seat-01');
const page = (query: string, n: number, more: boolean) => ({
  v: 1,
  query,
  type: 'since',
  ok: true,
  code: 'OK',
  epoch: 'e',
  head: 9,
  page: n,
  more,
  events: [n],
});
const ask = (query: string) =>
  parts.letters.query({ v: 1, query, type: 'snapshot' }, 1_000).then((pages) => pages?.map((p) => p.events));

test('pages are gathered once each, in order', async () => {
  const query = v7();
  const answer = ask(query);
  for (const [n, more] of [
    [0, true],
    [0, true],
    [1, true],
    [0, true],
    [2, false],
  ] as const)
    parts.link.say(RSP, page(query, n, more));
  expect(await answer).toEqual([[0], [1], [2]]);
});

test('with a page missing, or none for a while, there is no answer', async () => {
  const [hole, silence] = [v7(), v7()];
  const answers = Promise.all([ask(hole), ask(silence)]);
  parts.link.say(RSP, page(hole, 0, true));
  parts.link.say(RSP, page(hole, 2, false));
  parts.link.say(RSP, page(silence, 0, true));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answers).toEqual([undefined, undefined]);
});

test('who waits for pages when the hub is lost waits no longer; a letter is who sent it to send again', async () => {
  const [query, cmd] = [v7(), v7()];
  const answer = ask(query);
  const letter = parts.letters.ask('command', cmd, {}, 1_000);
  parts.link.say(RSP, page(query, 0, true));
  parts.letters.hubLost();
  expect(await answer).toBeUndefined();
  const reply = { v: 1, cmd, ok: true, code: 'OK' };
  parts.link.say(RSP, reply);
  expect(await letter).toEqual(reply);
});

test('the time-out of a first try does not take the answer from the second', async () => {
  const cmd = v7();
  const first = parts.letters.ask('command', cmd, {}, 1_000);
  await vi.advanceTimersByTimeAsync(500);
  const second = parts.letters.ask('command', cmd, {}, 1_000);
  await vi.advanceTimersByTimeAsync(500);
  expect(await first).toBeUndefined();
  const reply = { v: 1, cmd, ok: true, code: 'OK' };
  parts.link.say(RSP, reply);
  expect(await second).toEqual(reply);
  expect(parts.strays).toEqual([]);
  parts.link.say(RSP, reply);
  expect(parts.strays).toEqual([reply]);
});

test('what is no answer is counted by field', () => {
  parts.link.say(RSP, { v: 1, cmd: 'x', ok: true, code: 'OK' });
  parts.link.say(RSP, { query: v7() });
  parts.link.say(RSP, { upload: v7(), v: 1, kept: -1, ok: true, code: '' });
  parts.link.say(RSP, '"text"');
  expect(parts.room.input.snapshot().total).toBe(4);
  expect(parts.rejected()).toEqual({ 'room/v1/rsp/+ schema': 4 });
});
