import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallDictionaries } from '../../../tests/support/small-city.ts';
import { type FreshPlace, freshPlace } from '../../../tests/support/store-place.ts';
import type { Position } from '../../shared/geo/position.ts';
import type { Streets } from '../../shared/geo/streets.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import { instant } from '../../shared/wire/time.ts';
import { openStore, type Store } from '../store/store.ts';
import { mendLamp } from './dictionary.ts';
import { IMPORTS, keepDistrict, keepStreets } from './inventory.ts';
import { LiveInventory } from './live-inventory.ts';

const [first, second] = smallDictionaries as readonly [Dictionary, Dictionary];
const HERE: Position = [5.04, 47.32];

let at: FreshPlace;
let store: Store;
let live: LiveInventory;
const told: string[] = [];
const fitted: (readonly number[])[] = [];
const drawn: Streets[] = [];
const keep = (dictionary: Dictionary) =>
  store.write(({ tx }) => keepDistrict(tx, { dictionary, gone: new Map() }, instant(0)));

beforeEach(async () => {
  told.length = 0;
  fitted.length = 0;
  drawn.length = 0;
  at = await freshPlace();
  store = await openStore(at.place, v7);
  for (const dictionary of [first, second]) await keep(dictionary);
  live = new LiveInventory({
    store,
    dictionaries: [first, second],
    streets: [],
    cabinets: [],
    crossings: [],
    refit: async ({ dictionaries, streets }, redrawn) => {
      if (redrawn) drawn.push(...streets);
      told.push('ready');
      return async () => {
        told.push('over');
        fitted.push(dictionaries.map(({ dictVersion }) => dictVersion));
      };
    },
  });
  const there = live.follow((topic, payload) => {
    const { dictVersion = 'drawn' } = payload === '' ? {} : (JSON.parse(payload) as Partial<Dictionary>);
    told.push(`${topic} ${payload === '' ? 'gone' : dictVersion}`);
  });
  expect([...there.keys()]).toEqual(['room/v1/dict/01', 'room/v1/dict/02']);
});
afterEach(async () => {
  await store.close();
  await at.dispose();
});

it('tells of a district whose lamps have changed, and of no other, when all is ready for them', async () => {
  const lamp = second.lamps[0]!.id;
  await keep(mendLamp(second, lamp, HERE));
  await Promise.all([live.refresh(), live.refresh()]);
  expect([told, fitted]).toEqual([['ready', 'room/v1/dict/02 2', 'over'], [[1, 2]]]);
});

it('takes away a district of which no lamp is left', async () => {
  await keep({ ...first, dictVersion: 2, lamps: first.lamps.map(() => null) });
  await live.refresh();
  expect([told, fitted]).toEqual([
    ['ready', 'room/v1/dict/01 gone', 'over', 'room/v1/dist/01/full gone'],
    [[1]],
  ]);
});

it('tells of streets that an import has brought, once', async () => {
  const graph: Streets = { v: 1, district: first.district, type: 'FeatureCollection', features: [] };
  await store.write(async (unit) => {
    await keepStreets(unit.tx, [graph]);
    await unit.count(IMPORTS);
  });
  await live.refresh();
  await live.refresh();
  expect([told, drawn]).toEqual([['room/v1/streets/01 drawn', 'ready', 'over'], [graph]]);
});
