import { expect, test } from 'vitest';
import { ticket } from '../../../../../tests/support/ticket.ts';
import { Person } from '../../../../shared/rights/model.ts';
import { instant } from '../../../../shared/wire/time.ts';
import { archivedRow } from '../queue/items.ts';
import { offersOn } from './offers.ts';

const me = Person.parse({ v: 1, id: 'p-me', name: 'Nadia Perrin', role: 'operator', domains: [] });
const viewer = { seat: 's', me };
const row = (id: string, over: object = {}) => archivedRow(ticket(id, over));
const mine = { state: 'claimed', owner: { seat: 's', person: 'p-me' } };
const theirs = { state: 'claimed', owner: { seat: 's2', person: 'p-2' } };
const ops = (...rows: ReturnType<typeof row>[]) => [...new Set(offersOn(rows, viewer).map(({ op }) => op))];

test('only what may be done to every one is offered', () => {
  expect(ops(row('a'), row('b'))).toContain('ticket.claim');
  expect(ops(row('a'), row('b', theirs))).not.toContain('ticket.claim');
  expect(ops(row('a', mine), row('b', mine))).toContain('ticket.close');
  expect(ops(row('a', mine), row('b'))).not.toContain('ticket.close');
});

test('a P1 is acknowledged by itself alone', () => {
  expect(ops(row('a'), row('b'))).toContain('ticket.acknowledge');
  expect(ops(row('a'), row('b', { priority: 1 }))).not.toContain('ticket.acknowledge');
});

test('others are merged into the first, which is not itself', () => {
  const merge = offersOn([row('a', theirs), row('b'), row('c')], viewer).find(
    ({ op }) => op === 'ticket.merge',
  );
  expect(merge?.rows.map((each) => each.ticket.id)).toEqual(['b', 'c']);
  expect(merge?.args).toEqual({ into: 'a' });
  expect(ops(row('a'))).not.toContain('ticket.merge');
});

test('two to whom a call back is promised are not made one', () => {
  const callback = { due: instant(0), by: mine.owner };
  expect(ops(row('a', { callback }), row('b'))).toContain('ticket.merge');
  expect(ops(row('a'), row('b', { callback }))).toContain('ticket.merge');
  expect(ops(row('a', { callback }), row('b', { callback }))).not.toContain('ticket.merge');
});

test('nothing is offered on nothing, nor to nobody', () => {
  expect(offersOn([], viewer)).toEqual([]);
  expect(offersOn([row('a')], { seat: 's', me: undefined })).toEqual([]);
});
