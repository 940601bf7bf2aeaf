import { expect, test } from 'vitest';
import type { PersonId } from '../../shared/ids.ts';
import type { Person } from '../../shared/rights/model.ts';
import { baseMapHandlers } from './handlers.ts';
import type { BaseMap } from './model.ts';

const person = (role: Person['role']): Person => ({
  ...{ v: 1, id: 'p-1' as PersonId, name: 'Camille Petit', role, domains: [] },
});

test('an area is fetched beforehand by supervisors and IT, by nobody else, and not where nobody is signed in', async () => {
  let begun = 0;
  let who: Person | undefined;
  const map = { prefetch: async () => ({ ok: ++begun > 0 }) } as unknown as BaseMap;
  const handlers = baseMapHandlers(map, () => who);
  const ask = async (role: Person['role'] | undefined) => {
    who = role && person(role);
    return handlers['baseMap.prefetch'](undefined as never);
  };
  const no = { ok: false, why: 'no-right' };
  expect([await ask(undefined), await ask('operator')]).toEqual([no, no]);
  expect(begun).toBe(0);
  expect([await ask('supervisor'), await ask('it')]).toEqual([{ ok: true }, { ok: true }]);
  expect(begun).toBe(2);
});
