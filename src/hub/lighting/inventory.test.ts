import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallDictionaries, smallStreets } from '../../../tests/support/small-city.ts';
import { type FreshPlace, freshPlace } from '../../../tests/support/store-place.ts';
import type { DistrictId, LampId } from '../../shared/ids.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import { instant } from '../../shared/wire/time.ts';
import { openStore, type Store } from '../store/store.ts';
import { districtOf, importInventory, keepDistrict } from './inventory.ts';

let dir: string;
let at: FreshPlace;
let store: Store;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-inventory-'));
  at = await freshPlace();
  store = await openStore(at.place, () => 'e-1');
});
afterEach(async () => {
  await store.close();
  await at.dispose();
  rmSync(dir, { recursive: true });
});

const take = (
  inventory?: readonly Dictionary[],
  streets?: readonly object[],
  cabinets?: readonly object[],
) => {
  const write = (name: string, entries: readonly object[]) => {
    writeFileSync(join(dir, name), JSON.stringify(entries));
    return join(dir, name);
  };
  const files = {
    ...(inventory === undefined ? {} : { inventory: write('lamps', inventory) }),
    ...(streets === undefined ? {} : { streets: write('streets', streets) }),
    ...(cabinets === undefined ? {} : { cabinets: write('cabinets', cabinets) }),
  };
  return importInventory(store, files, instant(0));
};
const [first, ...others] = smallDictionaries as [Dictionary, ...Dictionary[]];
const ids = ({ lamps }: Dictionary) => lamps.map((lamp) => lamp?.id ?? null);

it('without files the last import stays', async () => {
  const cabinets = [{ id: 'ARM-1', position: [5.04, 47.32], street: 'rue Monge' }, { id: 'ARM-2' }];
  const again = { id: 'ARM-1', position: [5, 47] };
  const imported = await take(smallDictionaries, smallStreets, [...cabinets, again]);
  const kept = await take();
  expect(kept.dictionaries).toEqual(imported.dictionaries);
  expect(kept.streets).toEqual(imported.streets);
  expect(kept.cabinets).toEqual(cabinets);
});

it('a district that was left out and returns finds its lamps at the indices of before', async () => {
  await take(smallDictionaries);
  expect((await take(others)).dictionaries.map(({ district }) => district)).not.toContain(first.district);
  const turned = { ...first, lamps: first.lamps.toReversed() };
  const back = (await take([turned, ...others])).dictionaries.find((d) => d.district === first.district)!;
  expect(ids(back)).toEqual(ids(first));
});

it('a lamp that stands twice counts once, where it stands first', async () => {
  const [lamp] = first.lamps;
  const twice = { ...others[0]!, lamps: [lamp!, ...others[0]!.lamps] };
  const { dictionaries, doubles } = await take([first, twice]);
  expect(doubles).toBe(1);
  expect(dictionaries.flatMap(ids).filter((id) => id === lamp!.id)).toHaveLength(1);
});

it('a file with a fault changes nothing of what is kept', async () => {
  const before = await take(smallDictionaries);
  await expect(take([{ ...first, dictVersion: 'x' } as never])).rejects.toThrow(/entry 1: dictVersion/);
  expect((await take()).dictionaries).toEqual(before.dictionaries);
});

it('finds the district of a lamp, whatever its id is made of', async () => {
  const odd = ['L_1', 'L%1', 'L\\1', 'L"1', 'l_1'] as LampId[];
  const [lamp] = first.lamps.filter((one) => one !== null);
  for (const [i, id] of odd.entries())
    await store.write(({ tx }) =>
      keepDistrict(
        tx,
        {
          dictionary: { ...first, district: `d-${i}` as DistrictId, lamps: [{ ...lamp!, id }] },
          gone: new Map([['L-gone' as LampId, 1]]),
        },
        instant(0),
      ),
    );
  const found = await Promise.all(odd.map((id) => districtOf(store.db, id)));
  expect(found.map((one) => one?.dictionary.district)).toEqual(odd.map((_, i) => `d-${i}`));
  expect(await districtOf(store.db, 'L-gone' as LampId)).toBeUndefined();
});
