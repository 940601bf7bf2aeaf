import { expect, test } from 'vitest';
import { Ticket } from '../../../../shared/ticket/model.ts';
import { instant } from '../../../../shared/wire/time.ts';
import { project } from '../projection.ts';
import { NO_FILTER, neighbour, queueItems } from './items.ts';

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
const board = project(
  { tickets: new Map(tickets.map((each) => [each.id, each])), outbox: [], intents: [], people: [] },
  { seat: 's', me: undefined },
);
const shown = (filter = NO_FILTER) =>
  queueItems(board, filter).map((item) =>
    item.kind === 'head' ? `P${item.group.priority}` : item.row.ticket.id,
  );

test('groups have heads, empty ones are left out', () =>
  expect(shown()).toEqual(['P2', 'a', 'b', 'P4', 'c']));
test('words are found without accents', () =>
  expect(shown({ text: 'republique', whose: 'all' })).toEqual(['P2', 'a']));
test('free ones only', () => expect(shown({ text: '', whose: 'free' })).toEqual(['P2', 'a', 'P4', 'c']));
test('steps skip heads and stop at the ends', () => {
  const items = queueItems(board, NO_FILTER);
  expect(neighbour(items, undefined, 1)).toBe('a');
  expect(neighbour(items, 'b', 1)).toBe('c');
  expect(neighbour(items, 'c', 1)).toBe('c');
  expect(neighbour(items, 'a', -Number.POSITIVE_INFINITY)).toBe('a');
  expect(neighbour(items, 'gone', -1)).toBe('c');
  expect(neighbour(items, 'gone', Number.POSITIVE_INFINITY)).toBe('c');
  expect(neighbour(items, undefined, -Number.POSITIVE_INFINITY)).toBe('a');
  expect(neighbour([], undefined, 1)).toBeUndefined();
});

test('no filter hides a P1 that nobody has acknowledged', () => {
  const alarm = ticket('p1', 1, 'Rue Monge');
  const all = new Map([...tickets, alarm].map((each) => [each.id, each]));
  const loud = project({ tickets: all, outbox: [], intents: [], people: [] }, { seat: 's', me: undefined });
  const shown = queueItems(loud, { text: 'mirande', whose: 'all' });
  expect(shown.flatMap((item) => (item.kind === 'row' ? [item.row.ticket.id] : []))).toEqual(['p1', 'c']);
});
