import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { encodeFrame } from '../../shared/lamp/frame.ts';
import { LampState, levelOf } from '../../shared/lamp/state.ts';
import { topics } from '../../shared/wire/topic.ts';
import { Disk } from '../disk/disk.ts';
import { GroundMap } from '../streets/ground.ts';
import { StreetMap } from '../streets/streets.ts';
import { CityLamps } from './city-lamps.ts';
import { CityStore } from './city-store.ts';
import { CityTable } from './city-table.ts';

const BASE = Date.parse('2026-11-23T12:00:00.000Z');
const lamp = { position: [5, 47], street: 'rue Monge' };
const define = (district: string) => {
  const lamps = [{ ...lamp, id: `${district}-a` }, null, { ...lamp, id: `${district}-b` }];
  const dictionary = { v: 1, district, name: district, dictVersion: 1, lamps };
  parts.link.say(topics.dictionary(district), dictionary, true);
};
const frame = (over: object = {}) =>
  encodeFrame({ full: true, dictVersion: 1, streamId: 9, frameSeq: 1, baseTimeMs: BASE, ...over }, [
    { index: 0, state: LampState.on, level: 80, age: 5, faults: 0 },
  ]);
const full = (bytes: Uint8Array) => parts.link.say(topics.districtFull('07'), bytes);
const delta = (bytes: Uint8Array) => parts.link.say(topics.districtDelta('07'), bytes);
const store = () => new CityStore(parts.databases.city, new Disk(parts.databases.city, parts.alerts));

let parts: SeatParts;
beforeEach(() => {
  parts = seatParts();
});
afterEach(() => parts.dispose());

test('windows hear once a second how old each district is, when frames have come', () => {
  vi.useFakeTimers();
  const pushed: unknown[] = [];
  const lamps = new CityLamps(store(), parts.room, (name, payload) => {
    if (name === 'lamps.ages') pushed.push(payload);
  });
  try {
    define('07');
    full(frame());
    delta(frame({ full: false, frameSeq: 2, baseTimeMs: BASE + 250 }));
    delta(frame({ full: false, frameSeq: 4, baseTimeMs: BASE + 750 })); // a gap: nothing is known of now
    vi.advanceTimersByTime(5_000);
    expect(pushed).toEqual([[{ slot: 0, asOf: BASE + 250 }]]);
    expect(lamps.ages()).toEqual(pushed[0]);
  } finally {
    lamps.close();
    vi.useRealTimers();
  }
});

test('which circuits cabinets share is known after a restart without the hub', () => {
  const lamps = new CityLamps(store(), parts.room, () => {});
  const of = (id: string, more: object) => ({ ...lamp, id, cabinet: 'A', circuit: id, ...more });
  const dictionary = { v: 1, district: '07', name: '', dictVersion: 1 };
  const all = [of('HTA-7', { sharedCircuit: true }), of('1', {})];
  parts.link.say(topics.dictionary('07'), { ...dictionary, lamps: all }, true);
  lamps.save();
  lamps.close();
  const again = new CityLamps(store(), parts.room, () => {});
  expect(again.dictionary()).toMatchObject([{ district: '07', sharedCircuits: ['HTA-7'] }]);
  again.close();
});

describe('a district that is removed', () => {
  test('goes, and windows and disk with it, but for the places of the others', () => {
    const pushed: [string, unknown][] = [];
    const lamps = new CityLamps(store(), parts.room, (name, payload) => pushed.push([name, payload]));
    define('06');
    define('07');
    full(frame());
    lamps.save();
    parts.link.say(topics.dictionary('06'), '');
    parts.link.say(topics.dictionary('99'), '');
    expect(pushed.at(-1)).toMatchObject(['lamps.dictionary', [{ slot: 0, district: '06', ids: [] }]]);
    expect(pushed).toHaveLength(3);
    expect(lamps.table.lampCount).toBe(2);
    define('08');
    expect(lamps.dictionary().map(({ slot, district }) => [slot, district])).toEqual([
      [1, '07'],
      [2, '08'],
    ]);
    lamps.close();

    const again = new CityTable();
    store().load(again);
    expect(again.districts().map(({ slot, columns }) => [slot, columns.district])).toEqual([
      [1, '07'],
      [2, '08'],
    ]);
    expect(levelOf(again.district('07')!.words[0]!)).toBe(80);
  });

  test('takes its streets and the ground with it', () => {
    const told: string[] = [];
    const areas: unknown[] = [];
    const streets = { v: 1, district: '07', type: 'FeatureCollection', features: [] };
    const area = {
      kind: 'water',
      shape: 'line',
      coordinates: [
        [5, 47],
        [5.1, 47],
      ],
    };
    const map = new StreetMap(parts.room, store(), (text) => told.push(text));
    const ground = new GroundMap(parts.room, store(), (list) => areas.push(list));
    parts.link.say(topics.streets('07'), streets, true);
    parts.link.say(topics.data('map', 'ground'), { v: 1, areas: [area] }, true);
    expect([map.all().length, ground.areas().length]).toEqual([1, 1]);
    parts.link.say(topics.streets('07'), '');
    parts.link.say(topics.data('map', 'ground'), '');
    expect([map.all().length, ground.areas().length, areas.length]).toEqual([0, 0, 2]);
    expect(JSON.parse(told[1]!)).toMatchObject({ district: '07', features: [] });
    expect([store().layers('streets'), store().layers('ground')]).toEqual([[], []]);
    // Said again, they are there again: nothing is remembered of what went.
    parts.link.say(topics.streets('07'), streets, true);
    expect(told).toHaveLength(3);
    map.close();
    ground.close();
  });
});
