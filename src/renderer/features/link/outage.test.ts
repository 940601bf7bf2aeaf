import { expect, test } from 'vitest';
import type { LegState, LinkState } from '../../../shared/ipc/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { isStale, nextOutage, type Outage } from './outage.ts';

const up = (at: number): LegState => ({ kind: 'up', since: instant(at), heardAt: instant(at) });
const lost = (at: number): LegState => ({ kind: 'lost', since: instant(at) });
const unknown = (at: number): LegState => ({ kind: 'unknown', since: instant(at) });
const NEW: Outage = { kind: 'none', met: false };
const play = (...states: readonly LinkState[]): Outage =>
  states.reduce<Outage>((before, state) => nextOutage(before, state), NEW);
const well = (at: number): LinkState => ({ broker: up(at), hub: up(at) });
const dark = (at: number): LinkState => ({ broker: lost(at), hub: lost(at) });

test('a start without news is no outage', () =>
  expect(play({ broker: unknown(0), hub: unknown(0) })).toEqual(NEW));

test('a lost hub is an outage since the hub was lost', () =>
  expect(play(well(0), { broker: up(0), hub: lost(5_000) })).toMatchObject({
    kind: 'on',
    since: 5_000,
    leg: 'hub',
  }));

test('a broker lost later is named, and the loss keeps its first moment', () =>
  expect(
    play(well(0), { broker: up(0), hub: lost(5_000) }, { broker: lost(9_000), hub: lost(5_000) }),
  ).toMatchObject({ kind: 'on', since: 5_000, leg: 'broker' }));

test('the broker alone does not end it; the hub does', () => {
  const half = play(well(0), dark(5_000), { broker: up(8_000), hub: unknown(8_000) });
  expect(half.kind).toBe('on');
  const whole = nextOutage(half, { broker: up(8_000), hub: up(9_000) });
  expect(whole).toEqual({ kind: 'over', since: 5_000, at: 9_000, times: 1, start: false });
});

test('a start is no outage, however long it found nobody; what is lost after it is the first', () => {
  expect(play(dark(0), well(1_000))).toMatchObject({ kind: 'over', start: true });
  expect(play(dark(0), well(60_000))).toEqual({ kind: 'over', since: 0, at: 60_000, times: 1, start: true });
  expect(play(dark(0), well(60_000), dark(90_000), well(95_000))).toEqual({
    kind: 'over',
    since: 90_000,
    at: 95_000,
    times: 1,
    start: false,
  });
});

test('what is over stays so until it is read, with what comes after it', () => {
  const over: Outage = { kind: 'over', since: 0, at: 100_000, times: 1, start: false };
  const after = (...states: readonly LinkState[]) => states.reduce<Outage>(nextOutage, over);
  expect(after(well(110_000))).toBe(over);
  expect(after(dark(110_000), well(111_000))).toEqual({ ...over, at: 111_000, times: 2 });
  const thrice = after(dark(110_000), dark(112_000), well(310_000), dark(320_000), well(330_000));
  expect(thrice).toEqual({ ...over, at: 330_000, times: 3 });
  // The first tries of a start were no outage.
  const start: Outage = { ...over, start: true };
  expect([dark(110_000), well(130_000)].reduce<Outage>(nextOutage, start)).toMatchObject({
    since: 110_000,
    times: 1,
  });
});

test('all but a heard hub makes the room stale', () => {
  expect(isStale({ broker: up(0), hub: unknown(0) })).toBe(true);
  expect(isStale({ broker: up(0), hub: up(0) })).toBe(false);
});
