import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOON, type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import type { LinkState as BrokerState } from '../../node/mqtt/types.ts';
import type { LinkState } from '../../shared/ipc/model.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { HubWatch } from './hub-watch.ts';

let parts: SeatParts;
let watch: HubWatch;
let broker: BrokerState;
const told: LinkState[] = [];
const onHubUp = vi.fn();
const onHubLost = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  parts = seatParts();
  broker = { kind: 'up', since: NOON, broker: 'mqtt://b', refusedFilters: [] };
  told.length = 0;
  const onChange = (state: LinkState) => void told.push(state);
  watch = new HubWatch({
    room: parts.room,
    broker: () => broker,
    brokers: 1,
    onChange,
    onHubUp,
    onHubLost,
    now: parts.now,
  });
});
afterEach(() => {
  watch.close();
  parts.dispose();
  vi.useRealTimers();
  vi.clearAllMocks();
});

const head = (at = parts.clock) => ({ v: 1, epoch: 'e', seq: 1, at: instant(at) }) as const;
const presence = (up: boolean, instance = 'run-1', hub = 'hub') =>
  parts.link.say(topics.hub(hub), { v: 1, up, instance, at: instant(parts.clock) }, true);
/** Seconds go by, and it looks each second. */
const pass = (ms: number) => {
  for (let left = ms; left > 0; left -= 1_000) {
    parts.clock += Math.min(1_000, left);
    vi.advanceTimersByTime(Math.min(1_000, left));
  }
};
const kinds = () => told.map(({ broker: { kind }, hub }) => `${kind} ${hub.kind}`);

test('nothing is up before it has been heard', () => {
  expect(watch.state()).toMatchObject({ broker: { kind: 'unknown' }, hub: { kind: 'unknown' } });
  watch.check();
  expect(watch.state()).toMatchObject({ broker: { kind: 'up' }, hub: { kind: 'unknown' } });
  watch.hear(head(), false);
  expect(watch.hubUp).toBe(true);
  expect(onHubUp).toHaveBeenCalledOnce();
  expect(kinds()).toEqual(['up unknown', 'up up']);
});

test('a hub that falls silent is lost after 12 s, and up again with its next word', () => {
  watch.check();
  watch.hear(head(), false);
  const heard = parts.clock;
  pass(12_000);
  expect(watch.hubUp).toBe(true);
  pass(1_000);
  expect(watch.state().hub).toMatchObject({ kind: 'lost', why: 'silent', since: instant(heard) });
  expect(onHubLost).toHaveBeenCalledOnce();
  pass(60_000);
  watch.hear(head(), false);
  expect(watch.state().hub).toMatchObject({ kind: 'up', since: instant(parts.clock) });
  expect(onHubUp).toHaveBeenCalledTimes(2);
});

test('of 300 heads in a second windows are told once, and of the latest', () => {
  watch.check();
  watch.hear(head(), false);
  pass(1_000);
  told.length = 0;
  for (let i = 0; i < 300; i++) watch.hear(head(parts.clock - i), false);
  pass(1_000);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ clockOffset: 299, hub: { heardAt: instant(parts.clock - 1_000) } });
});

test('its will says at once that it is gone', () => {
  presence(true);
  watch.hear(head(), false);
  presence(false);
  expect(watch.state().hub).toMatchObject({ kind: 'lost', why: 'will' });
});

test('one hub of two that goes does not take the room with it', () => {
  presence(true, 'run-1', 'hub-a');
  presence(true, 'run-1', 'hub-b');
  watch.hear(head(), false);
  presence(false, 'run-1', 'hub-a');
  expect(watch.hubUp).toBe(true);
  presence(false, 'run-1', 'hub-b');
  expect(watch.hubUp).toBe(false);
});

test('a hub that has started anew without having been missed is noticed', () => {
  presence(true, 'run-1');
  watch.hear(head(), false);
  presence(true, 'run-1');
  expect(onHubUp).toHaveBeenCalledOnce();
  presence(true, 'run-2');
  expect(onHubUp).toHaveBeenCalledTimes(2);
});

describe('the head that the broker kept', () => {
  test('counts where it is young', () => {
    watch.check();
    watch.hear(head(NOON - 4_000), true);
    expect(watch.hubUp).toBe(true);
    pass(9_000); // 13 s old by now
    expect(watch.hubUp).toBe(false);
  });
  test.each([
    ['old', () => watch.hear(head(NOON - 13_000), true)],
    ['of the future', () => watch.hear(head(NOON + 13_000), true)],
    [
      'of a hub that has said it is gone',
      () => {
        presence(false);
        watch.hear(head(NOON - 1_000), true);
      },
    ],
  ])('does not count where it is %s', (_, hear) => {
    hear();
    expect(watch.hubUp).toBe(false);
  });
  test('a word that was just said counts whatever the clocks show', () => {
    watch.hear(head(NOON - 3_600_000), false);
    expect(watch.hubUp).toBe(true);
    expect(watch.state().clockOffset).toBe(3_600_000);
  });
});

test('without the broker the hub is out of reach, and the next attempt is told', () => {
  watch.hear(head(), false);
  broker = { kind: 'down', since: NOON, broker: 'mqtt://b', lastError: 'refused', nextAttemptAt: NOON + 700 };
  watch.check();
  expect(watch.state()).toEqual({
    broker: { kind: 'lost', since: instant(NOON), why: 'refused' },
    hub: { kind: 'lost', since: instant(NOON), why: 'broker' },
    nextTryAt: instant(NOON + 700),
    clockOffset: 0,
  });
  expect(onHubLost).toHaveBeenCalledOnce();
  broker = { kind: 'up', since: NOON, broker: 'mqtt://b', refusedFilters: [] };
  watch.check();
  expect(watch.state()).toMatchObject({ broker: { kind: 'up' }, hub: { kind: 'lost' } });
  expect(watch.state().nextTryAt).toBeUndefined();
});

test('a broker that falls silent takes the hub with it from the last word on, however late that is noticed', () => {
  watch.check();
  watch.hear(head(), false);
  const heard = instant(parts.clock);
  pass(10_000);
  broker = { kind: 'down', since: parts.clock, broker: 'mqtt://b', lastError: 'keepalive' };
  watch.check();
  expect(watch.state()).toMatchObject({
    broker: { kind: 'lost', since: heard },
    hub: { kind: 'lost', since: heard, why: 'broker' },
  });
  // The same loss, looked at again.
  pass(5_000);
  expect(watch.state().broker.since).toBe(heard);
});

test('a broker that is noticed to be silent after the hub was is the same loss; one that goes much later is not', () => {
  watch.check();
  watch.hear(head(), false);
  const heard = instant(parts.clock);
  pass(14_000);
  expect(watch.state().hub).toMatchObject({ kind: 'lost', since: heard });
  const lost = (since: number) => {
    broker = { kind: 'down', since, broker: 'mqtt://b', lastError: 'keepalive' };
    watch.check();
    return watch.state().broker.since;
  };
  expect(lost(millis(heard) + 3_000)).toBe(heard);
  broker = { kind: 'up', since: parts.clock, broker: 'mqtt://b', refusedFilters: [] };
  watch.check();
  pass(60_000);
  expect(lost(parts.clock - 2_000)).toBe(instant(parts.clock - 2_000));
});

test('a broker that was left for the next one is not lost, and the hub is away since before', () => {
  watch.check();
  watch.hear(head(), false);
  pass(13_000);
  const { since } = watch.state().hub;
  broker = { kind: 'connecting', since: NOON, broker: 'mqtt://c', movedOn: true };
  watch.check();
  expect(watch.state()).toMatchObject({ broker: { kind: 'unknown' }, hub: { kind: 'lost', since } });
  broker = { kind: 'down', since: NOON, broker: 'mqtt://c', lastError: 'refused', movedOn: false };
  watch.check();
  expect(watch.state()).toMatchObject({ broker: { kind: 'lost', why: 'refused' }, hub: { since } });
});

test('what it says of itself that is none is counted', () => {
  parts.link.say(topics.hub('hub'), { v: 1, up: 'yes' });
  expect(parts.rejected()).toEqual({ 'room/v1/hub/+ schema up': 1 });
});

test('whether the hub may be looked for elsewhere is told: with one broker there is nothing to try', () => {
  expect(watch.state()).not.toHaveProperty('otherBrokers');
  const { room, now } = parts;
  const list = new HubWatch({
    room,
    broker: () => broker,
    brokers: 2,
    onChange: () => {},
    onHubUp,
    onHubLost,
    now,
  });
  expect(list.state().otherBrokers).toBe(true);
  list.close();
});
