import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ticket } from '../ticket/model.ts';
import { instant } from '../wire/time.ts';
import { duplicatesOf, NEAR_M } from './duplicate.ts';
import { refusalKey } from './refusal.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 24, 11);
const owner = (person: string) => ({ seat: 'seat-01', person });

/** A car that burns at a place, heard of at noon by a call. */
const ticket = (id: string, { at = 0, ...more }: { at?: number; [field: string]: unknown } = {}): Ticket =>
  Ticket.parse({
    id,
    title: 'Voiture en feu',
    kind: 'smoke',
    service: 'police',
    priority: 2,
    place: { label: '41, rue de la Liberté', position: [5.039, 47.322] },
    source: { kind: 'call', system: 'cta', sourceId: id },
    state: 'open',
    units: [],
    links: [],
    version: 1,
    openedAt: instant(NOON + at * MINUTE),
    updatedAt: instant(NOON + at * MINUTE),
    ...more,
  });
/** So many metres north. */
const place = (metres: number) => ({ label: 'ailleurs', position: [5.039, 47.322 + metres / 111_195] });
const street = (name: string, commune = 'Dijon') => ({ label: name, street: name, commune });
const first = ticket('T-1');
const toldOf = (other: Ticket, one: Ticket = first) =>
  duplicatesOf(one, [other]).map(({ merge, into, reasons }) => ({ merge, into, reasons }));

describe('proposes, with the figures it used', () => {
  test.each([
    [
      'the same kind next door, soon',
      ticket('T-2', { at: 4, place: place(60) }),
      ['near 60', 'soon 4', 'sameKind'],
    ],
    ['at the limits', ticket('T-2', { at: 60, place: place(NEAR_M) }), ['near 150', 'soon 60', 'sameKind']],
    [
      'another kind in two of the same words',
      ticket('T-2', { kind: 'other', title: 'Une voiture est brûlée', description: 'en flammes', at: 1 }),
      ['near 0', 'soon 1', 'sameWords voiture,flammes'],
      ticket('T-1', { description: 'De hautes flammes' }),
    ],
    [
      'the same street of the same commune where a position is missing',
      ticket('T-2', { place: street('Rue de la Liberte') }),
      ['sameStreet rue de la Liberté', 'soon 0', 'sameKind'],
      ticket('T-1', { place: street('rue de la Liberté') }),
    ],
  ] as const)('%s', (_name, other, said, one: Ticket = first) => {
    const told = toldOf(other, one).map(({ reasons }) =>
      reasons.map((reason) => Object.values(reason).join(' ')),
    );
    expect(told).toEqual([said]);
  });
});

describe('is silent', () => {
  test.each([
    ['of what is farther', ticket('T-2', { place: place(NEAR_M + 2) })],
    ['of what came much later', ticket('T-2', { at: 61 })],
    ['sooner where one of them is a P1', ticket('T-2', { at: 31, priority: 1 })],
    ['of another kind in other words', ticket('T-2', { kind: 'noise', title: 'Tapage, sortie de bar' })],
    ['of another kind with one word in common', ticket('T-2', { kind: 'other', title: 'Voiture mal garée' })],
    ['of what is closed', ticket('T-2', { state: 'closed', outcome: 'done' })],
    ['of itself', ticket('T-1')],
    ['where somebody has linked them', ticket('T-2', { links: ['T-1'] })],
    ['where somebody has refused it', ticket('T-2', { refusedAdvice: [refusalKey('duplicate', 'T-1')] })],
    [
      'of the same street in another commune',
      ticket('T-2', { place: street('rue de la Liberté', 'Longvic') }),
    ],
    ['of a place that nobody knows', ticket('T-2', { place: { label: 'vers la gare' } })],
  ])('%s', (_name, other) => expect(toldOf(other)).toEqual([]));

  test('where two people are at it, each at one', () => {
    const mine = ticket('T-1', { state: 'claimed', owner: owner('p-1') });
    expect(toldOf(ticket('T-2', { state: 'claimed', owner: owner('p-2') }), mine)).toEqual([]);
    expect(toldOf(ticket('T-2', { state: 'claimed', owner: owner('p-1') }), mine)).toHaveLength(1);
  });

  test('of two device faults, which were grouped before they became tickets', () => {
    const fault = (id: string) => ticket(id, { source: { kind: 'fault', system: 'hub', sourceId: id } });
    expect(toldOf(fault('T-2'), fault('T-1'))).toEqual([]);
    expect(toldOf(fault('T-2'))).toHaveLength(1);
  });
});

test('what somebody holds stays, else the older one', () => {
  const pair = (one: Ticket, other: Ticket) =>
    toldOf(other, one).map(({ merge, into }) => `${merge} → ${into}`);
  expect(pair(first, ticket('T-2', { at: 3 }))).toEqual(['T-2 → T-1']);
  expect(pair(first, ticket('T-2', { at: -3 }))).toEqual(['T-1 → T-2']);
  expect(pair(first, ticket('T-2', { at: 3, state: 'claimed', owner: owner('p-2') }))).toEqual(['T-1 → T-2']);
});

test('the nearest comes first', () => {
  const others = [80, 10, 40].map((metres) => ticket(`T-${metres}`, { place: place(metres), at: 1 }));
  expect(duplicatesOf(first, others).map(({ merge }) => merge)).toEqual(['T-10', 'T-40', 'T-80']);
});

test('two tickets get the same advice, whichever is looked at', () => {
  const some = fc.record({
    at: fc.integer({ min: -90, max: 90 }),
    metres: fc.integer({ min: 0, max: 300 }),
    kind: fc.constantFrom('smoke', 'noise'),
    priority: fc.constantFrom(1, 2, 3, 4),
    held: fc.constantFrom(undefined, 'p-1', 'p-2'),
  });
  const made = (
    id: string,
    { at, metres, held, ...more }: typeof some extends fc.Arbitrary<infer T> ? T : never,
  ) =>
    ticket(id, {
      at,
      place: place(metres),
      ...more,
      ...(held === undefined ? {} : { state: 'claimed', owner: owner(held) }),
    });
  fc.assert(
    fc.property(some, some, (x, y) => {
      const [a, b] = [made('T-1', x), made('T-2', y)];
      expect(duplicatesOf(a, [b])).toEqual(duplicatesOf(b, [a]));
    }),
  );
});
