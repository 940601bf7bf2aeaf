import { expect, it } from 'vitest';
import { TicketDraft } from '../ticket/model.ts';
import { LampOverride, type LampSelection } from './override.ts';
import { orderKey, troubleDraft, troubleGroups, troubleTicketId } from './trouble-ticket.ts';

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
  called: ({ name, part: some }: LampSelection) => (some ? `${name}, ${some.lamps} of ${some.of}` : name),
  place: (street: string, more: number) => `${street} +${more}`,
  lines: (_: unknown, __: unknown, unnamed: number) => [`${unnamed}`],
};
const nowhere = () => undefined;
const names = (n: number) => Array.from({ length: n }, (_, k) => `L-${k}`);

it('is one ticket for all commands of an order, and another for another order', () => {
  const [a, b] = [part(1, [], { selection: SELECTION }), part(2, [], { selection: SELECTION })];
  expect(orderKey(a)).toBe(orderKey(b));
  expect(troubleTicketId(orderKey(a))).toBe(troubleTicketId(orderKey(b)));
  expect(troubleTicketId(orderKey(part(1, [])))).not.toBe(troubleTicketId(orderKey(part(2, []))));
});

it('has the lamps that are named as its devices, and says how many are not', () => {
  const draft = troubleDraft(
    [part(1, names(80), { selection: SELECTION }), part(2, names(3))],
    said,
    nowhere,
  );
  expect(TicketDraft.parse(draft)).toEqual(draft);
  expect(draft).toMatchObject({
    title: '83 Cours du Parc',
    description: '30',
    place: { label: 'cours du Parc +0', street: 'cours du Parc' },
  });
  expect(draft.devices).toHaveLength(53);
});

it('is taken by the hub however many there are, and however long their names', () => {
  const long = { selection: { ...SELECTION, name: 'x'.repeat(200) }, street: 'y' };
  const parts = [1, 2, 3, 4, 5, 6].map((n) => part(n, names(500), long));
  const draft = troubleDraft(
    [...parts, part(7, names(1))],
    { ...said, lines: () => ['z'.repeat(5_000)] },
    nowhere,
  );
  expect(TicketDraft.safeParse(draft).error).toBeUndefined();
  expect(draft.devices).toHaveLength(200);
});

it('stands at one of its lamps, near their middle, and says its streets; what has no name of its own goes by them', () => {
  const where: Record<string, readonly [number, string]> = {
    'L-0': [5.03, 'avenue Victor-Hugo'],
    'L-1': [5.031, 'avenue Victor-Hugo'],
    'L-2': [5.04, 'rue Monge'],
  };
  const whereOf = (lamp: string) => {
    const [lon, street] = where[lamp] ?? [];
    return lon === undefined ? undefined : { position: [lon, 47.32] as const, street: street! };
  };
  const chosen = { selection: { ...SELECTION, name: 'Plusieurs choix', by: 'mixed' } };
  const draft = troubleDraft([part(1, names(4), chosen)], said, whereOf);
  expect(draft.place).toEqual({
    label: 'avenue Victor-Hugo +1',
    street: 'avenue Victor-Hugo',
    position: [5.031, 47.32],
  });
  expect(draft.title).toBe('4 avenue Victor-Hugo +1');
  expect(troubleDraft([part(1, names(4), { selection: SELECTION })], said, whereOf).title).toBe(
    '4 Cours du Parc',
  );
  const some = { selection: { ...SELECTION, part: { lamps: 26, of: 27 } } };
  expect(troubleDraft([part(1, names(4), some)], said, whereOf).title).toBe('4 Cours du Parc, 26 of 27');
});

it('groups lamps by why they have not followed, and by cabinet', () => {
  const groups = troubleGroups(
    [
      { lamp: 'A' as never, why: 'silent' },
      { lamp: 'B' as never, why: 'refused', code: 'LOCKED' },
      { lamp: 'C' as never, why: 'refused', code: 'LOCKED' },
      { lamp: 'D' as never, why: 'refused', code: 'FAULT' },
    ],
    (lamp) => (lamp === 'A' ? undefined : 'ARM-1'),
  );
  expect(groups).toEqual([
    { trouble: { why: 'refused', code: 'LOCKED' }, lamps: ['B', 'C'], cabinets: [['ARM-1', 2]] },
    { trouble: { why: 'silent' }, lamps: ['A'], cabinets: [['', 1]] },
    { trouble: { why: 'refused', code: 'FAULT' }, lamps: ['D'], cabinets: [['ARM-1', 1]] },
  ]);
});
