import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallDictionaries } from '../../../tests/support/small-city.ts';
import { type FreshPlace, freshPlace } from '../../../tests/support/store-place.ts';
import type { Position } from '../../shared/geo/position.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import { instant } from '../../shared/wire/time.ts';
import { openStore, type Store } from '../store/store.ts';
import { mendLamp } from './dictionary.ts';
import { keepDistrict } from './inventory.ts';
import { LiveInventory } from './live-inventory.ts';

const [first, second] = smallDictionaries as readonly [Dictionary, Dictionary];
const HERE: Position = [5.04, 47.32];

let at: FreshPlace;
let store: Store;
let live: LiveInventory;
const told: string[] = [];
const fitted: (readonly number[])[] = [];
const keep = (dictionary: Dictionary) =>
  store.write(({ tx }) => keepDistrict(tx, { dictionary, gone: new Map() }, instant(0)));

beforeEach(async () => {
  told.length = 0;
  fitted.length = 0;
  at = await freshPlace();
  store = await openStore(at.place, v7);
  for (const dictionary of [first, second]) await keep(dictionary);
  live = new LiveInventory({
    store,
    dictionaries: [first, second],
    refit: (dictionaries) => {
      fitted.push(dictionaries.map(({ dictVersion }) => dictVersion));
    },
  });
  const there = live.follow((topic, payload) => {
    told.push(`${topic} ${payload === '' ? 'gone' : (JSON.parse(payload) as Dictionary).dictVersion}`);
  });
  expect([...there.keys()]).toEqual(['room/v1/dict/01', 'room/v1/dict/02']);
});
afterEach(async () => {
  await store.close();
  await at.dispose();
});

it('tells of a district whose lamps have changed, and of no other', async () => {
  const lamp = second.lamps[0]!.id;
  await keep(mendLamp(second, lamp, HERE));
  await Promise.all([live.refresh(), live.refresh()]);
  expect([told, fitted]).toEqual([['room/v1/dict/02 2'], [[1, 2]]]);
});

it('takes away a district of which no lamp is left', async () => {
  await keep({ ...first, dictVersion: 2, lamps: first.lamps.map(() => null) });
  await live.refresh();
  expect([told, fitted]).toEqual([['room/v1/dict/01 gone'], [[1]]]);
});
