import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ticket } from '../../../../shared/ticket/model.ts';
import { DEFAULT_TARGETS } from '../../../../shared/ticket/targets.ts';
import { instant } from '../../../../shared/wire/time.ts';
import { project } from '../projection.ts';
import { criteriaCount, type Filter, isFiltering, NO_FILTER } from './filter.ts';
import { neighbour, queueItems, ticketsOf, unplaced } from './items.ts';

const ticket = (id: string, priority: number, label: string, owner?: string) =>
  Ticket.parse({
    id,
    title: 'Rixe',
    kind: 'fight',
    service: 'police',
    priority,
    place: { label },
    source: { kind: 'call', system: 'cta', sourceId: id },
    state: owner === undefined ? 'open' : 'claimed',
    ...(owner === undefined ? {} : { owner: { seat: 's', person: owner } }),
    units: [],
    links: [],
    version: 1,
    openedAt: instant(0),
    updatedAt: instant(0),
  });
const tickets = [
  ticket('a', 2, 'Place de la République'),
  ticket('b', 2, 'Rue Monge', 'p'),
  ticket('c', 4, 'Rue Mirande'),
];
const SIGHT = { room: DEFAULT_TARGETS, now: 0 };
const board = project(
  { tickets: new Map(tickets.map((each) => [each.id, each])), outbox: [], intents: [], people: [] },
  { seat: 's', me: undefined },
);
const shown = (filter: Partial<Filter> = {}, found?: ReadonlySet<string>) =>
  queueItems(board, { ...NO_FILTER, ...filter }, { ...SIGHT, found }).map((item) =>
    item.kind === 'head'
      ? `P${item.group.priority}`
      : item.kind === 'shelf'
        ? item.shelf
        : item.row.ticket.id,
  );

test('groups have heads, empty ones are left out', () =>
  expect(shown()).toEqual(['P2', 'a', 'b', 'P4', 'c']));
test('words are found without accents', () =>
  expect(shown({ text: 'republique', whose: 'all' })).toEqual(['P2', 'a']));
test('free ones only', () => expect(shown({ text: '', whose: 'free' })).toEqual(['P2', 'a', 'P4', 'c']));
test('steps skip heads and stop at the ends', () => {
  const items = queueItems(board, NO_FILTER, SIGHT);
  expect(neighbour(items, undefined, 1)).toBe('a');
  expect(neighbour(items, 'b', 1)).toBe('c');
  expect(neighbour(items, 'c', 1)).toBe('c');
  expect(neighbour(items, 'a', -Number.POSITIVE_INFINITY)).toBe('a');
  expect(neighbour(items, 'gone', -1)).toBe('c');
  expect(neighbour(items, 'gone', Number.POSITIVE_INFINITY)).toBe('c');
  expect(neighbour(items, undefined, -Number.POSITIVE_INFINITY)).toBe('a');
  expect(neighbour([], undefined, 1)).toBeUndefined();
});

test('what the seat has found by notes is shown, closed ones behind the queue', () => {
  expect(shown({ text: 'fourrière' })).toEqual([]);
  expect(shown({ text: 'fourrière' }, new Set(['c']))).toEqual(['P4', 'c']);
  const closed = ticket('old', 2, 'Rue Monge');
  const over = { ...closed, state: 'closed', closedAt: instant(0), outcome: 'done' } as const;
  const all = new Map([...tickets, over].map((each) => [each.id, each]));
  const later = project({ tickets: all, outbox: [], intents: [], people: [] }, { seat: 's', me: undefined });
  const lines = queueItems(later, { ...NO_FILTER, text: 'monge' }, { ...SIGHT, found: new Set(['old']) });
  expect(lines.map((item) => (item.kind === 'shelf' ? item.shelf : item.kind))).toEqual([
    'head',
    'row',
    'closed',
    'row',
  ]);
  expect(ticketsOf(lines)).toEqual(['b', 'old']);
});

test('no filter hides a P1 that nobody has acknowledged, and all that it shows beside fits it', () => {
  const some = fc.record({
    id: fc.uuid(),
    priority: fc.constantFrom(1, 2, 3, 4),
    owned: fc.boolean(),
    heard: fc.boolean(),
  });
  const filters = fc.record({
    text: fc.constantFrom('', 'mirande', 'xyz'),
    whose: fc.constantFrom('all', 'free', 'mine'),
    priorities: fc.subarray([1, 2, 3, 4]),
    services: fc.subarray(['police', 'roads']),
    states: fc.subarray(['open', 'claimed']),
    communes: fc.subarray(['Dijon']),
    owners: fc.subarray(['p']),
    late: fc.boolean(),
  }) as unknown as fc.Arbitrary<Partial<Filter>>;
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), filters, (made, filter) => {
      const all = made.map(({ id, priority, owned, heard }) => ({
        ...ticket(id, priority, 'Rue Mirande', owned ? 'p' : undefined),
        ...(heard ? { acknowledgedBy: { seat: 's', person: 'p' } as never } : {}),
      }));
      const known = new Map(all.map((each) => [each.id as string, each]));
      const seen = project(
        { tickets: known, outbox: [], intents: [], people: [] },
        { seat: 's', me: undefined },
      );
      const rows = queueItems(seen, { ...NO_FILTER, ...filter }, SIGHT).flatMap((item) =>
        item.kind === 'row' ? [item.row] : [],
      );
      for (const row of seen.alarming) expect(rows).toContain(row);
      for (const { ticket: each, alarming } of rows) {
        if (alarming) continue;
        if (filter.priorities!.length > 0) expect(filter.priorities).toContain(each.priority);
        if (filter.services!.length > 0) expect(filter.services).toContain(each.service);
        if (filter.owners!.length > 0) expect(filter.owners).toContain(each.owner?.person);
        expect(filter.communes).toEqual([]);
        expect(filter.late).toBe(false);
      }
    }),
  );
});

test('a filter counts what narrows it', () => {
  expect(isFiltering(NO_FILTER)).toBe(false);
  expect(criteriaCount({ ...NO_FILTER, whose: 'mine', services: ['police'], late: true })).toBe(3);
});

test('only what the map shows; what has no place is left out and counted, a P1 that rings is not', () => {
  const placed = (id: string, priority: number, position?: readonly number[]) => {
    const made = ticket(id, priority, 'Rue Monge');
    return position === undefined ? made : Ticket.parse({ ...made, place: { label: 'Rue Monge', position } });
  };
  const all = [
    placed('in', 2, [5.04, 47.32]),
    placed('out', 2, [5.2, 47.32]),
    placed('nowhere', 3),
    placed('rings', 1),
  ];
  const some = project(
    { tickets: new Map(all.map((each) => [each.id, each])), outbox: [], intents: [], people: [] },
    { seat: 's', me: undefined },
  );
  const filter = { ...NO_FILTER, inMap: true };
  const items = queueItems(some, filter, { ...SIGHT, seen: [5, 47.3, 5.1, 47.4] });
  expect(ticketsOf(items)).toEqual(['rings', 'in']);
  expect(unplaced(some, items)).toBe(1);
  expect(ticketsOf(queueItems(some, filter, SIGHT)), 'before the map is drawn').toHaveLength(4);
  expect(isFiltering(filter)).toBe(true);
});
