import { expect, test } from 'vitest';
import { freshnessOf, retryAfter } from './freshness.ts';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const DAY = 86_400_000;
const ofHeaders = (headers: Record<string, string>) => freshnessOf(new Headers(headers), NOW, 30);

test.each<[string, Record<string, string>, number]>([
  ['nothing said', {}, 30 * DAY],
  ['max-age', { 'cache-control': 'public, max-age=86400' }, DAY],
  [
    'max-age before expires',
    { 'cache-control': 'max-age=60', expires: 'Sun, 08 Mar 2026 12:00:00 GMT' },
    60_000,
  ],
  ['max-age less what it has lain in caches', { 'cache-control': 'max-age=60', age: '20' }, 40_000],
  ['max-age that has passed on its way', { 'cache-control': 'max-age=60', age: '90' }, 0],
  ['expires', { expires: 'Mon, 02 Mar 2026 12:00:00 GMT' }, DAY],
  [
    'expires by a server whose clock is wrong',
    { expires: 'Mon, 02 Mar 2020 12:00:00 GMT', date: 'Sun, 01 Mar 2020 12:00:00 GMT' },
    DAY,
  ],
  ['expires that is no date', { expires: '0' }, 0],
  ['no-cache', { 'cache-control': 'no-cache, max-age=86400' }, 0],
  ['a century', { 'cache-control': 'max-age=3153600000' }, 365 * DAY],
])('%s', (_, headers, ms) => expect(ofHeaders(headers).freshUntil - NOW).toBe(ms));

test('no-store forbids to keep it, and nothing else does', () => {
  expect(ofHeaders({ 'cache-control': 'no-store' }).isForbidden).toBe(true);
  expect(ofHeaders({ 'cache-control': 'private, No-Store, max-age=0' }).isForbidden).toBe(true);
  expect(ofHeaders({ 'cache-control': 'no-cache' }).isForbidden).toBe(false);
});

test('how long a server wants to be left alone, in seconds or until a date', () => {
  expect(retryAfter(new Headers({ 'retry-after': '120' }), NOW)).toBe(120_000);
  expect(retryAfter(new Headers({ 'retry-after': 'Sun, 01 Mar 2026 12:01:00 GMT' }), NOW)).toBe(60_000);
  expect(retryAfter(new Headers({ 'retry-after': 'soon' }), NOW)).toBeUndefined();
  expect(retryAfter(new Headers(), NOW)).toBeUndefined();
});
