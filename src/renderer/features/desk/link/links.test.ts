import { expect, test } from 'vitest';
import { ticket } from '../../../../../tests/support/ticket.ts';
import type { Row } from '../model.ts';
import { archivedRow } from '../queue/items.ts';
import { linksOf } from './links.ts';

const rowsOf = (...rows: readonly Row[]) => new Map(rows.map((row) => [row.ticket.id as string, row]));
const row = (id: string, links: readonly string[] = [], over: Partial<Row> = {}): Row => ({
  ...archivedRow(ticket(id, { links })),
  ...over,
});

test('a link is seen from both tickets, wherever it is written, once', () => {
  const [a, b, c] = [row('a', ['b']), row('b', ['a']), row('c', ['a'])];
  const rows = rowsOf(a, b, c, row('d'));
  const seen = (of: Row) => linksOf(of, rows).map(({ id, holders }) => [id, ...holders].join(' '));
  expect(seen(a)).toEqual(['b a b', 'c c']);
  expect(seen(b)).toEqual(['a b a']);
  expect(seen(c)).toEqual(['a c']);
});

test('one that this seat does not hold any more is named all the same', () =>
  expect(linksOf(row('a', ['old']), rowsOf(row('a', ['old'])))).toEqual([
    { id: 'old', row: undefined, holders: ['a'], unsure: false },
  ]));

test('a link made here is unsure on both tickets until the room has it', () => {
  const pending = [{ op: 'ticket.link', args: { ticket: 'b' } } as unknown as Row['pending'][number]];
  const [a, b] = [row('a', ['b'], { pending }), row('b')];
  expect(linksOf(a, rowsOf(a, b))).toMatchObject([{ id: 'b', unsure: true }]);
  expect(linksOf(b, rowsOf(a, b))).toMatchObject([{ id: 'a', unsure: true }]);
});
