import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HubSearch, isMovingOn } from './hub-search.ts';
import type { LinkState } from './types.ts';

const silence = { ms: 60_000, brokers: 2, visiting: false, rounds: 0, patienceMs: 60_000, random: 0 };

describe('a seat moves on', () => {
  it.each([
    ['after its patience', {}, true],
    ['not before', { ms: 59_999 }, false],
    ['not where there is one broker', { brokers: 1, ms: 3_600_000 }, false],
    ['later by chance, by a quarter at most', { random: 0.999, ms: 74_000 }, false],
    ['for certain after that', { random: 0.999, ms: 75_000 }, true],
    ['less often once it has looked in vain', { rounds: 1, ms: 119_999 }, false],
    ['but each fourth part of that at least', { rounds: 50, ms: 240_000 }, true],
    ['soon from where it only looked', { visiting: true, rounds: 9, ms: 12_000 }, true],
    ['but not before a hub would have spoken', { visiting: true, ms: 11_999 }, false],
  ])('%s', (_, given, expected) => {
    expect(isMovingOn({ ...silence, ...given })).toBe(expected);
  });
});

/** A link over brokers that answer or not, in the search's own seconds. */
function fakeLink(brokers: readonly string[], dead: Set<string>) {
  const listeners = new Set<(state: LinkState) => void>();
  let state: LinkState = { kind: 'up', since: 0, broker: brokers[0]!, refusedFilters: [] };
  const set = (next: LinkState) => {
    state = next;
    for (const listener of listeners) listener(state);
  };
  return {
    get state() {
      return state;
    },
    onState: (listener: (state: LinkState) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reconnectNow: () => {},
    moveOn() {
      let at = brokers.indexOf(state.broker);
      for (;;) {
        at = (at + 1) % brokers.length;
        const broker = brokers[at]!;
        set({ kind: 'connecting', since: 0, broker, movedOn: true });
        if (!dead.has(broker)) return set({ kind: 'up', since: 0, broker, refusedFilters: [] });
        set({ kind: 'down', since: 0, broker, movedOn: true });
      }
    },
  };
}

describe('a search', () => {
  const brokers = ['mqtt://a', 'mqtt://b'];
  const dead = new Set<string>();
  let link: ReturnType<typeof fakeLink>;
  let search: HubSearch;
  let hubAt: string | undefined;
  let clock: number;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    dead.clear();
    hubAt = undefined;
    clock = 0;
    begin();
  });
  afterEach(() => {
    search.close();
    vi.useRealTimers();
  });
  const begin = (list = brokers) => {
    search?.close();
    link = fakeLink(list, dead);
    search = new HubSearch({
      link,
      config: { brokers: list, moveOnAfterSeconds: 60 },
      hubUp: () => link.state.kind === 'up' && link.state.broker === hubAt,
      random: () => 0,
      now: () => clock,
    });
  };
  /** @returns how many of so many seconds were spent at each broker */
  const pass = (seconds: number) => {
    const spent: Record<string, number> = {};
    for (let i = 0; i < seconds; i++) {
      clock += 1_000;
      vi.advanceTimersByTime(1_000);
      spent[link.state.broker] = (spent[link.state.broker] ?? 0) + 1;
    }
    return spent;
  };

  it('finds the hub that sits at the second broker, and stays', () => {
    hubAt = 'mqtt://b';
    pass(62);
    expect(link.state.broker).toBe('mqtt://b');
    expect(pass(3_600)).toEqual({ 'mqtt://b': 3_600 });
  });

  it('follows a hub that has gone back to the first', () => {
    hubAt = 'mqtt://b';
    pass(62);
    hubAt = 'mqtt://a';
    pass(62);
    expect(pass(600)).toEqual({ 'mqtt://a': 600 });
  });

  it('rests at the first that answers while there is no hub, so that seats hear each other', () => {
    const spent = pass(3_600);
    expect(spent['mqtt://a']).toBeGreaterThan(3_600 * 0.9);
    dead.add('mqtt://a');
    link.moveOn();
    pass(300);
    expect(pass(3_600)).toEqual({ 'mqtt://b': 3_600 });
  });

  it('stays with the only broker', () => {
    begin(['mqtt://a']);
    const moved = vi.spyOn(link, 'moveOn');
    pass(3_600);
    search.now();
    expect(moved).not.toHaveBeenCalled();
  });

  it('goes at once when somebody asks, but not from a hub that answers', () => {
    search.now();
    expect(link.state.broker).toBe('mqtt://b');
    hubAt = 'mqtt://b';
    pass(1);
    search.now();
    expect(link.state.broker).toBe('mqtt://b');
  });

  it('finds a hub wherever it is, whichever brokers answer', () => {
    const three = ['mqtt://a', 'mqtt://b', 'mqtt://c'];
    fc.assert(
      fc.property(fc.subarray(three), fc.constantFrom(...three), fc.nat({ max: 900 }), (gone, hub, alone) => {
        dead.clear();
        begin(three);
        for (const broker of gone) if (broker !== hub) dead.add(broker);
        hubAt = undefined;
        pass(alone);
        hubAt = hub;
        pass(400);
        expect(link.state.broker).toBe(hub);
      }),
      { numRuns: 40 },
    );
  });
});
