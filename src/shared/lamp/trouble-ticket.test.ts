import { expect, it } from 'vitest';
import { TicketDraft } from '../ticket/model.ts';
import { LampOverride } from './override.ts';
import { orderKey, troubleDraft, troubleTicketId } from './trouble-ticket.ts';

const SELECTION = { id: '019ab2c9-4f00-7b1e-9c2d-3a4b5c6d7e8f', name: 'Cours du Parc' };
const part = (n: number, named: readonly string[], more: object = {}) =>
  LampOverride.parse({
    v: 1,
    id: `019ab2c9-51d0-7b52-8a10-2f6c9e4d1b0${n}`,
    street: 'cours du Parc',
    person: 'p-1',
    seat: 'seat-01',
    level: 0.4,
    at: '2026-11-24T02:00:00.000Z',
    until: '2026-11-24T03:00:00.000Z',
    phase: 'set',
    lamps: 500,
    commanded: 500,
    acknowledged: 0,
    observed: 0,
    judged: true,
    troubles: named.length,
    named: named.slice(0, 50).map((lamp) => ({ lamp, why: 'silent' })),
    ...more,
  });
const said = {
  title: (n: number, name: string) => `${n} ${name}`,
  lines: (_: unknown, unnamed: number) => [`${unnamed}`],
};
const names = (n: number) => Array.from({ length: n }, (_, k) => `L-${k}`);

it('is one ticket for all commands of an order, and another for another order', () => {
  const [a, b] = [part(1, [], { selection: SELECTION }), part(2, [], { selection: SELECTION })];
  expect(orderKey(a)).toBe(orderKey(b));
  expect(troubleTicketId(orderKey(a))).toBe(troubleTicketId(orderKey(b)));
  expect(troubleTicketId(orderKey(part(1, [])))).not.toBe(troubleTicketId(orderKey(part(2, []))));
});

it('has the lamps that are named as its devices, and says how many are not', () => {
  const draft = troubleDraft([part(1, names(80), { selection: SELECTION }), part(2, names(3))], said);
  expect(TicketDraft.parse(draft)).toEqual(draft);
  expect(draft).toMatchObject({
    title: '83 Cours du Parc',
    description: '30',
    place: { label: 'Cours du Parc', street: 'cours du Parc' },
  });
  expect(draft.devices).toHaveLength(53);
});

it('is taken by the hub however many there are, and however long their names', () => {
  const long = { selection: { ...SELECTION, name: 'x'.repeat(200) }, street: 'y' };
  const parts = [1, 2, 3, 4, 5, 6].map((n) => part(n, names(500), long));
  const draft = troubleDraft([...parts, part(7, names(1))], { ...said, lines: () => ['z'.repeat(5_000)] });
  expect(TicketDraft.safeParse(draft).error).toBeUndefined();
  expect(draft.devices).toHaveLength(200);
});
