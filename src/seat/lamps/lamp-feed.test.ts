import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { encodeFrame } from '../../shared/lamp/frame.ts';
import { LampState, levelOf } from '../../shared/lamp/state.ts';
import { topics } from '../../shared/wire/topic.ts';
import { Disk } from '../disk/disk.ts';
import { CityStore } from './city-store.ts';
import { CityTable } from './city-table.ts';
import { LampFollower } from './detail.ts';
import { LampFeed } from './lamp-feed.ts';

const BASE = Date.parse('2026-11-23T12:00:00.000Z');
const dictionary = (over: object = {}) => ({
  v: 1,
  district: '07',
  name: 'Montchapet',
  dictVersion: 1,
  lamps: [
    {
      id: 'a',
      position: [5, 47],
      street: 'rue Monge',
      commune: 'Dijon',
      cabinet: 'C-1',
      luminaire: { kind: 'LED', power: 40 },
    },
    null,
    { id: 'b', position: [5.1, 47.1], street: 'rue Monge', commune: 'Dijon' },
  ],
  ...over,
});
const frame = (over: object = {}, index = 0, level = 80) =>
  encodeFrame({ full: true, dictVersion: 1, streamId: 9, frameSeq: 1, baseTimeMs: BASE, ...over }, [
    { index, state: LampState.on, level, age: 5, faults: 0 },
  ]);

let parts: SeatParts;
let table: CityTable;
let feed: LampFeed;
const onDictionary = vi.fn();
const onRemoved = vi.fn();

beforeEach(() => {
  parts = seatParts();
  table = new CityTable();
  begin();
});
afterEach(() => {
  feed.close();
  parts.dispose();
  vi.clearAllMocks();
});
const begin = () => {
  feed = new LampFeed({ room: parts.room, table, onDictionary, onRemoved });
};
const define = (over: object = {}) => parts.link.say(topics.dictionary('07'), dictionary(over), true);
const full = (bytes: Uint8Array, retained = false) =>
  parts.link.say(topics.districtFull('07'), bytes, retained);
const delta = (bytes: Uint8Array) => parts.link.say(topics.districtDelta('07'), bytes);
const level = () => levelOf(table.district('07')?.words[0] ?? 0);

describe('frames', () => {
  test('a full one, then changes', () => {
    define();
    full(frame());
    delta(frame({ full: false, frameSeq: 2 }, 0, 30));
    expect(level()).toBe(30);
    expect(feed.counts).toEqual({ applied: 2, dropped: 0, missed: 0 });
    expect(parts.rejected()).toEqual({});
  });

  test('one that the broker kept may come before its dictionary', () => {
    full(frame(), true);
    define();
    expect(level()).toBe(80);
    expect(parts.rejected()).toEqual({});
  });

  const DELTA = 'room/v1/dist/+/delta';
  const FULL = 'room/v1/dist/+/full';
  test.each<[string, string, () => void]>([
    ['too short', `${DELTA} frame length`, () => delta(new Uint8Array(5))],
    ['cut', `${DELTA} frame length`, () => delta(frame({ full: false, frameSeq: 2 }).slice(0, -1))],
    ['of another version', `${DELTA} frame version`, () => delta(frame().fill(7, 0, 1))],
    ['at no time', `${FULL} frame baseTimeMs`, () => full(frame({ frameSeq: 2, baseTimeMs: Number.NaN }))],
    ['at the end of times', `${FULL} time baseTimeMs`, () => full(frame({ frameSeq: 2, baseTimeMs: 1e20 }))],
    [
      'of another stream',
      `${DELTA} stream streamId`,
      () => delta(frame({ full: false, frameSeq: 2, streamId: 8 })),
    ],
    [
      'of another dictionary',
      `${DELTA} dictVersion dictVersion`,
      () => delta(frame({ full: false, frameSeq: 2, dictVersion: 2 })),
    ],
    ['beyond the dictionary', `${DELTA} index index`, () => delta(frame({ full: false, frameSeq: 2 }, 3))],
    [
      'of no district',
      `${DELTA} unknown-district district`,
      () => parts.link.say(topics.districtDelta('99'), frame({ full: false })),
    ],
    ['of a broken topic', `${DELTA} topic`, () => parts.link.say('room/v1/dist/%E9/delta', frame())],
    [
      'of text',
      `${FULL} frame version`,
      () => parts.link.say(topics.districtFull('07'), '{"lamps": "all on", "or": "off"}'),
    ],
  ])('one %s is counted and named, and not applied', (_, named, send) => {
    define();
    full(frame());
    send();
    expect(level()).toBe(80);
    expect(table.district('07')?.asOf).toBe(BASE);
    expect(feed.counts.applied).toBe(1);
    expect(parts.rejected()).toEqual({ [named]: 1 });
    full(frame({ frameSeq: 9 }, 0, 10));
    expect(level()).toBe(10);
  });

  test('one that follows a lost one is missed, and so are those after it, until the next full one: nobody sent it badly', () => {
    define();
    full(frame());
    delta(frame({ full: false, frameSeq: 4 }, 0, 30));
    delta(frame({ full: false, frameSeq: 5 }, 0, 40));
    expect(level()).toBe(80);
    expect(feed.counts).toEqual({ applied: 1, dropped: 0, missed: 2 });
    expect(parts.rejected()).toEqual({});
    full(frame({ frameSeq: 6 }, 0, 10));
    expect(level()).toBe(10);
  });

  test('an empty one takes the retained frame away, which is no fault', () => {
    define();
    parts.link.say(topics.districtFull('07'), '');
    expect(parts.rejected()).toEqual({});
  });
});

describe('dictionaries', () => {
  test('the same one again is told by its bytes and not read', () => {
    define();
    const parse = vi.spyOn(parts.room, 'parse');
    define();
    expect(parse).not.toHaveBeenCalled();
    define({ dictVersion: 2 });
    expect(parse).toHaveBeenCalledOnce();
    expect(onDictionary).toHaveBeenCalledTimes(2);
  });

  test('a full frame of a new one waits for it', () => {
    define();
    full(frame({ dictVersion: 2, frameSeq: 5 }, 0, 44));
    expect(level()).toBe(0);
    define({ dictVersion: 2 });
    expect(level()).toBe(44);
  });

  test('bad ones are counted by topic and field', () => {
    parts.link.say(topics.dictionary('07'), '{');
    define({ dictVersion: -1 });
    define({ district: '08' });
    expect(table.districts()).toEqual([]);
    expect(parts.rejected()).toEqual({
      'room/v1/dict/+ json': 1,
      'room/v1/dict/+ schema dictVersion': 1,
      'room/v1/dict/+ district district': 1,
    });
  });
});

test('the last known city comes back from disk, dictionaries unread, lamps as they were', () => {
  define();
  full(frame());
  const store = () => new CityStore(parts.databases.city, new Disk(parts.databases.city, parts.alerts));
  store().save(table);
  full(frame({ frameSeq: 2, baseTimeMs: BASE + 30_000 }));
  store().save(table);
  feed.close();
  parts.reopen();
  table = new CityTable();
  store().load(table);
  begin();
  expect(table.lampCount).toBe(2);
  expect([level(), table.district('07')?.observedAt[0]]).toEqual([80, BASE / 1_000 + 25]);
  expect(table.district('07')?.asOf).toBe(BASE + 30_000);
  expect(table.takeChanges()).toBeUndefined();
  define();
  expect(onDictionary).toHaveBeenCalledOnce(); // only when it was new
});

test('a full disk does not keep the city from living; it is written when there is room', () => {
  const { city } = parts.databases;
  city.pragma(`max_page_count = ${city.pragma('page_count', { simple: true })}`);
  const store = new CityStore(city, new Disk(city, parts.alerts));
  const lamps = Array.from({ length: 300 }, (_, i) => ({
    id: `L-${i}`,
    position: [5, 47],
    street: 'rue Monge',
  }));
  define({ lamps });
  full(frame());
  store.save(table);
  expect(parts.alerts.list()).toMatchObject([{ kind: 'disk-full', id: 'disk:city.db' }]);
  expect(level()).toBe(80);
  city.pragma('max_page_count = 100000');
  store.save(table);
  expect(parts.alerts.list()).toEqual([]);
  const again = new CityTable();
  store.load(again);
  expect(again.lampCount).toBe(300);
});

test('columns say for each place what is there, and what is not', () => {
  define();
  const { ids, lon, lat, names, street, commune, cabinet, power } = table.district('07')!.columns;
  const said = (column: Uint16Array) => [...column].map((place) => names[place]);
  expect(ids).toEqual(['a', '', 'b']);
  expect([...lon]).toEqual([5, Number.NaN, 5.1]);
  expect([...lat]).toEqual([47, Number.NaN, 47.1]);
  expect(said(street)).toEqual(['rue Monge', '', 'rue Monge']);
  expect(said(commune)).toEqual(['Dijon', '', 'Dijon']);
  expect(said(cabinet)).toEqual(['C-1', '', '']);
  expect([...power]).toEqual([40, Number.NaN, Number.NaN]);
  expect(new Set(names).size).toBe(names.length);
});

test('one lamp is followed at a time, by the name that the room gives it', () => {
  const details: unknown[] = [];
  const follower = new LampFollower(parts.room, (detail) => details.push(detail));
  const state = {
    id: 'urn:a',
    type: 'Streetlight',
    powerState: 'on',
    illuminanceLevel: 0.6,
    observationDateTime: '2026-11-23T13:00:00+01:00',
  };
  follower.follow('a');
  parts.link.say(topics.lampState('a'), state, true);
  parts.link.say(topics.lampState('a'), '');
  parts.link.say(topics.lampState('a'), { ...state, powerState: 'maybe' });
  follower.follow('b');
  parts.link.say(topics.lampState('a'), state);
  follower.follow(undefined);
  parts.link.say(topics.lampState('b'), state);
  expect(details).toEqual([{ id: 'a', at: '2026-11-23T12:00:00.000Z', powerState: 'on', level: 0.6 }]);
  expect(parts.rejected()).toEqual({ 'city/v1/lamp/+/state schema powerState': 1 });
});
