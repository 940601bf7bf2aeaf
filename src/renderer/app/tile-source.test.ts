import { expect, test } from 'vitest';
import type { ViewAnswer } from '../../shared/ipc/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { tileSource } from './tile-source.ts';

const onGiveMotive = () => {};
const refused = (code: string, detail?: string) =>
  ({ kind: 'refused', code, ...(detail === undefined ? {} : { detail }) }) as ViewAnswer;

test('nothing plays before it is granted', () => {
  expect(tileSource({ kind: 'asking' }, onGiveMotive)).toEqual({ kind: 'asking' });
  const url = 'https://video.example/1.m3u8';
  const granted = { kind: 'granted', url, until: instant(0), offline: false } as const;
  expect(tileSource(granted, onGiveMotive)).toEqual({ kind: 'play', url });
});

test('where the hub wants a motive after all, it can be given', () => {
  expect(tileSource(refused('INVALID', 'motive'), onGiveMotive)).toEqual({ kind: 'motive', onGiveMotive });
});

test.each([
  ['INVALID', 'args.ticket', 'other'],
  ['INVALID', undefined, 'other'],
  ['FORBIDDEN', 'motive', 'other'],
  ['FORBIDDEN', 'domain', 'domain'],
  ['FORBIDDEN', 'role', 'role'],
  ['FORBIDDEN', 'session', 'session'],
  ['NO_SESSION', undefined, 'session'],
  ['UNKNOWN_CAMERA', undefined, 'other'],
])('any other no (%s %s) is a no for what is known of it: %s', (code, detail, why) => {
  expect(tileSource(refused(code, detail), onGiveMotive)).toEqual({ kind: 'denied', why });
});

test('a camera without an address that may be played says why', () => {
  const unplayable = (detail?: string) => tileSource(refused('NO_PLAYABLE_STREAM', detail), onGiveMotive);
  expect(unplayable('userinfo')).toEqual({ kind: 'unplayable', reason: 'userinfo' });
  expect(unplayable()).toEqual({ kind: 'unplayable', reason: 'malformed' });
});
