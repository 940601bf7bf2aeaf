import { describe, expect, it } from 'vitest';
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

  it('tells a new entry after its listing, a changed one alone, an unchanged one not at all', () => {
    const { data, told } = followed();
    data.put(KIND, buoy('a'));
    data.put(KIND, buoy('a', 2));
    data.put(KIND, buoy('a', 2));
    expect(told.map(([topic]) => topic)).toEqual([LISTING, entry('a'), entry('a')]);
  });

  it('takes an entry away before its listing forgets it, and once', () => {
    const { data, told } = followed((room) => room.put(KIND, buoy('a')));
    data.remove(KIND, 'a');
    data.remove(KIND, 'a');
    expect(told).toEqual([
      [entry('a'), ''],
      [LISTING, '{"v":1,"ids":[]}'],
    ]);
  });
});
