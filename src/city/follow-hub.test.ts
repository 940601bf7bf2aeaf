import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MemoryLink } from '../../tests/support/memory-link.ts';
import type { LinkState } from '../node/mqtt/types.ts';
import { topics } from '../shared/wire/topic.ts';
import { followHub } from './follow-hub.ts';

const [ONE, TWO] = ['mqtt://one', 'mqtt://two'];

/** Over two brokers that both answer. */
class TwoBrokers extends MemoryLink {
  moves = 0;
  get state(): LinkState {
    return { kind: 'up', since: 0, broker: this.moves % 2 === 0 ? ONE! : TWO!, refusedFilters: [] };
  }
  reconnectNow(): void {}
  moveOn(): void {
    this.moves += 1;
    this.become('down');
    this.become('up');
  }
}

let link: TwoBrokers;
let clock: number;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  link = new TwoBrokers();
  clock = 0;
});
afterEach(() => vi.useRealTimers());

const follow = (brokers = [ONE!, TWO!]) =>
  followHub({ link, config: { brokers, moveOnAfterSeconds: 60 }, random: () => 0, now: () => clock });
/** @param hubAt the broker at which a hub says its head each 5 s */
function pass(seconds: number, hubAt?: string): void {
  for (let n = 0; n < seconds; n++) {
    clock += 1_000;
    if (n % 5 === 0 && hubAt === link.state.broker) link.say(topics.head(), { v: 1 });
    vi.advanceTimersByTime(1_000);
  }
}

it('goes to the next broker when no hub is heard at this one, and stays where it is', () => {
  const following = follow();
  pass(600, ONE);
  expect(link.moves).toBe(0);
  pass(90, TWO);
  expect(link.state.broker).toBe(TWO);
  pass(600, TWO);
  expect(link.moves).toBe(1);
  following.close();
  pass(600);
  expect(link.moves).toBe(1);
});

it('takes what the broker remembers of a hub for no hub', () => {
  const following = follow();
  for (let n = 0; n < 13; n++) {
    link.say(topics.head(), { v: 1 }, true);
    pass(5);
  }
  expect(link.moves).toBe(1);
  following.close();
});

it('follows nobody, and reads nothing of the room, where there is one broker', () => {
  const heard = vi.spyOn(link, 'subscribe');
  follow([ONE!]);
  pass(600);
  expect([heard.mock.calls.length, link.moves]).toEqual([0, 0]);
});
