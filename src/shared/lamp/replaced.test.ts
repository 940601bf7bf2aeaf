import { expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import { LampOverride } from './override.ts';
import { replacementsOf } from './replaced.ts';

const ME = 'petit' as PersonId;
const selection = (n: number, name: string) => ({ id: `019ab2c9-4f00-7b1e-9c2d-3a4b5c6d7e8${n}`, name });
const id = (n: number) => `019ab2c9-51d0-7b52-8a10-2f6c9e4d1b0${n}`;
const STREET = { street: 'rue Monge', selection: selection(1, 'rue Monge') };
const TO = { level: 0.8, until: '2026-11-24T04:00:00.000Z' };
const mine = (n: number, lamps: number) => ({ id: id(n), person: ME, ...STREET, ...TO, lamps });
const order = (n: number, more: object) =>
  LampOverride.parse({
    v: 1,
    id: id(n),
    street: 'cours du Parc',
    person: 'perrin',
    seat: 'seat-02',
    level: 0.4,
    at: `2026-11-24T02:00:0${n}.000Z`,
    until: '2026-11-24T03:00:00.000Z',
    phase: 'set',
    lamps: 500,
    commanded: 0,
    acknowledged: 0,
    observed: 0,
    judged: false,
    troubles: 0,
    named: [],
    ...more,
  });

it('is one for two orders, whatever commands either was sent as', () => {
  const by = { selection: selection(2, 'Centre') };
  const all = [
    order(6, { ...by, over: [mine(2, 300)] }),
    order(5, { ...by, over: [mine(1, 400), mine(2, 100)] }),
  ];
  expect(replacementsOf(all, ME)).toEqual([
    {
      key: `${by.selection.id} ${STREET.selection.id}`,
      order: STREET.selection.id,
      of: ME,
      by: 'perrin',
      at: '2026-11-24T02:00:05.000Z',
      ...STREET,
      lamps: 800,
    },
  ]);
});

it('is another one for each order that took of it, the latest first', () => {
  const all = [order(3, { over: [mine(1, 2)] }), order(4, { over: [mine(1, 1)] })];
  expect(replacementsOf(all, ME).map(({ lamps }) => lamps)).toEqual([1, 2]);
});

it('is no news to who did it themselves, nor to anybody else', () => {
  const other = { ...mine(1, 2), person: 'meunier' };
  const all = [order(3, { person: ME, over: [mine(1, 2)] }), order(4, { over: [other] })];
  expect(replacementsOf(all, ME)).toEqual([]);
});
