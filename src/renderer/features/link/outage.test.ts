import { expect, test } from 'vitest';
import type { LegState, LinkState } from '../../../shared/ipc/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { isStale, nextOutage, type Outage } from './outage.ts';

const up = (at: number): LegState => ({ kind: 'up', since: instant(at), heardAt: instant(at) });
const lost = (at: number): LegState => ({ kind: 'lost', since: instant(at) });
const unknown = (at: number): LegState => ({ kind: 'unknown', since: instant(at) });
const play = (...states: readonly LinkState[]): Outage =>
  states.reduce<Outage>((before, state) => nextOutage(before, state), { kind: 'none' });

test('a start without news is no outage', () =>
  expect(play({ broker: unknown(0), hub: unknown(0) })).toEqual({ kind: 'none' }));

test('a lost hub is an outage since the hub was lost', () =>
  expect(play({ broker: up(0), hub: lost(5_000) })).toEqual({ kind: 'on', since: 5_000, leg: 'hub' }));

test('a broker lost later keeps the first moment and is named', () =>
  expect(play({ broker: up(0), hub: lost(5_000) }, { broker: lost(9_000), hub: lost(9_000) })).toEqual({
    kind: 'on',
    since: 5_000,
    leg: 'broker',
  }));

test('the broker alone does not end it; the hub does', () => {
  const half = play({ broker: lost(5_000), hub: lost(5_000) }, { broker: up(8_000), hub: unknown(8_000) });
  expect(half.kind).toBe('on');
  expect(nextOutage(half, { broker: up(8_000), hub: up(9_000) })).toEqual({
    kind: 'over',
    since: 5_000,
    at: 9_000,
  });
});

test('what is over stays so until it is read', () => {
  const over: Outage = { kind: 'over', since: 1, at: 2 };
  expect(nextOutage(over, { broker: up(8), hub: up(9) })).toBe(over);
});

test('all but a heard hub makes the room stale', () => {
  expect(isStale({ broker: up(0), hub: unknown(0) })).toBe(true);
  expect(isStale({ broker: up(0), hub: up(0) })).toBe(false);
});
