import { describe, expect, it, vi } from 'vitest';
import { until } from '../../../tests/support/until.ts';
import type { RoomKind, RoomValue } from '../../shared/wire/room-data.ts';
import { RoomData } from './room-data.ts';

const KIND = 'buoy' as RoomKind;
const LISTING = 'room/v1/data/index/buoy';
const entry = (id: string) => `room/v1/data/buoy/${id}`;
const buoy = (id: string, level = 1) => ({ id, level }) as unknown as RoomValue<RoomKind>;
const ids = (payload: string) => (JSON.parse(payload) as { ids: string[] }).ids;

function followed(before: (data: RoomData) => void = () => {}) {
  const data = new RoomData([KIND]);
  before(data);
  const told: [string, string][] = [];
  const wanted = data.follow((topic, payload) => told.push([topic, payload]));
  return { data, told, wanted };
}

describe('what the hub retains for seats', () => {
  it('lists a kind of which there is nothing, so that seats forget what an earlier hub had', () => {
    const { wanted } = followed();
    expect([...wanted]).toEqual([[LISTING, '{"v":1,"ids":[]}']]);
  });

  it('gives what was put before it was asked, listing before entries', () => {
    const { wanted } = followed((data) => {
      data.put(KIND, buoy('a'));
      data.put(KIND, buoy('b'));
    });
    expect([...wanted.keys()]).toEqual([LISTING, entry('a'), entry('b')]);
    expect(ids(wanted.get(LISTING)!)).toEqual(['a', 'b']);
  });

  it('tells a new entry and what changed of it at once, an unchanged one not at all, and the listing after them', async () => {
    const { data, told } = followed();
    data.put(KIND, buoy('a'));
    data.put(KIND, buoy('a', 2));
    data.put(KIND, buoy('a', 2));
    await until('listed', () => told.length === 3);
    expect(told.map(([topic]) => topic)).toEqual([entry('a'), entry('a'), LISTING]);
  });

  it('takes an entry away once, and then lists the rest', async () => {
    const { data, told } = followed((room) => room.put(KIND, buoy('a')));
    data.remove(KIND, 'a');
    data.remove(KIND, 'a');
    await until('listed', () => told.length === 2);
    expect(told).toEqual([
      [entry('a'), ''],
      [LISTING, '{"v":1,"ids":[]}'],
    ]);
  });

  it('lists a long kind seldom, however fast it grows, and in the end the whole of it', () => {
    vi.useFakeTimers();
    const { data, told } = followed();
    const n = 1_000;
    for (let i = 0; i < n; i++) {
      data.put(KIND, buoy(`entry-${i}`));
      vi.advanceTimersByTime(1);
    }
    vi.runAllTimers();
    vi.useRealTimers();
    const listings = told.filter(([topic]) => topic === LISTING).map(([, payload]) => payload);
    const inAll = listings.reduce((sum, { length }) => sum + length, 0);
    const last = listings.at(-1)!;
    expect(ids(last)).toHaveLength(n);
    expect(inAll).toBeLessThan(n + 2 * last.length);
  });
});
