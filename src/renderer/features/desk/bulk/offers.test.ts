import { expect, test } from 'vitest';
import { ticket } from '../../../../../tests/support/ticket.ts';
import { Person } from '../../../../shared/rights/model.ts';
import { instant } from '../../../../shared/wire/time.ts';
import { archivedRow } from '../queue/items.ts';
import { offersOn, wishesOf } from './offers.ts';

const me = Person.parse({ v: 1, id: 'p-me', name: 'Nadia Perrin', role: 'operator', domains: [] });
const viewer = { seat: 's', me };
const row = (id: string, over: object = {}) => archivedRow(ticket(id, over));
const mine = { state: 'claimed', owner: { seat: 's', person: 'p-me' } };
const theirs = { state: 'claimed', owner: { seat: 's2', person: 'p-2' } };
const ops = (...rows: ReturnType<typeof row>[]) => [...new Set(offersOn(rows, viewer).map(({ op }) => op))];

test('only what may be done to every one is offered', () => {
  expect(ops(row('a'), row('b'))).toContain('ticket.claim');
  expect(ops(row('a', mine), row('b', mine))).toContain('ticket.close');
  expect(ops(row('a', mine), row('b'))).not.toContain('ticket.close');
});

test('those that are free are claimed, whatever is among them', () => {
  const claim = (...rows: ReturnType<typeof row>[]) =>
    offersOn(rows, viewer)
      .find(({ op }) => op === 'ticket.claim')
      ?.rows.map(({ ticket }) => ticket.id);
  expect(claim(row('a', mine), row('b'), row('c'), row('d', theirs))).toEqual(['b', 'c']);
  expect(claim(row('a', mine), row('d', theirs))).toBeUndefined();
});

test('only what may be one event is merged: of one kind, or a duplicate by the rule', () => {
  const merged = (...rows: ReturnType<typeof row>[]) =>
    offersOn(rows, viewer)
      .find(({ op }) => op === 'ticket.merge')
      ?.rows.map(({ ticket }) => ticket.id);
  const fight = { kind: 'fight', title: 'Rixe devant le bar', place: { label: 'rue Monge' } };
  const signal = { kind: 'signalOut', title: 'Feux éteints', place: { label: 'place Wilson' } };
  expect(merged(row('a', fight), row('b', signal))).toBeUndefined();
  expect(merged(row('a', fight), row('b', signal), row('c', fight))).toEqual(['c']);
  const place = { label: 'rue Monge', position: [5.04, 47.32] };
  const said = { kind: 'call', title: 'bagarre devant terrasse', place };
  expect(merged(row('a', { ...said, kind: 'fight' }), row('b', said))).toEqual(['b']);
});

test('what owes mandatory steps is closed with one motive for all, which goes with those that owe', () => {
  const skipped = { procedure: { id: 'fight', version: 2 }, steps: [{ id: 'call', text: 'Appeler le 17' }] };
  const closings = offersOn([row('a', mine), row('b', mine)], viewer, ({ ticket }) =>
    ticket.id === 'b' ? (skipped as never) : undefined,
  ).filter(({ op }) => op === 'ticket.close');
  const asks = closings.filter(({ owing }) => owing !== undefined).map(({ outcome }) => outcome);
  expect(asks, 'there was nothing to do where it was unfounded').toEqual(['done', 'noAction', 'transferred']);
  expect(wishesOf(closings[0]!, 'parti avant nous')).toEqual([
    { ticket: 'a', args: { outcome: 'done' } },
    { ticket: 'b', args: { outcome: 'done', skipped }, motive: 'parti avant nous' },
  ]);
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

test('a supervisor puts back nothing of a colleague’s without a motive: here there is none to give', () => {
  const chief = { seat: 's', me: { ...me, role: 'supervisor' as const } };
  const release = (...rows: ReturnType<typeof row>[]) =>
    offersOn(rows, chief).some(({ op }) => op === 'ticket.release');
  expect(release(row('a', mine), row('b', mine))).toBe(true);
  expect(release(row('a', mine), row('d', theirs))).toBe(false);
});

test('one’s own to which a unit comes is not given back among others, and a closing says who is engaged still', () => {
  const comes = {
    ...mine,
    units: ['PM 12'],
    assignments: [{ unit: 'PM 12', state: 'accepted', at: instant(0) }],
  };
  expect(ops(row('a', mine), row('b', mine))).toContain('ticket.release');
  expect(ops(row('a', mine), row('b', comes))).not.toContain('ticket.release');
  const engaged = (...rows: ReturnType<typeof row>[]) =>
    offersOn(rows, viewer).find(({ op }) => op === 'ticket.close')?.engaged;
  expect(engaged(row('a', mine), row('b', comes))).toBe(1);
  expect(engaged(row('a', mine))).toBe(0);
});
