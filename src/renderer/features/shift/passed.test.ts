import { expect, test } from 'vitest';
import { ticket } from '../../../../tests/support/ticket.ts';
import { TicketEvent } from '../../../shared/ticket/model.ts';
import type { Row } from '../desk/index.ts';
import { isOvertaken, motiveOf, passedBetween } from './passed.ts';

const row = (over: object, pending: readonly string[] = []): ReadonlyMap<string, Row> => {
  const confirmed = ticket('T-1', { ref: 'INT-2411-0065', ...over });
  const sent = pending.map((op) => ({ op })) as unknown as Row['pending'];
  return new Map([
    ['T-1', { ticket: confirmed, confirmed, pending: sent, intents: [], mine: true, alarming: false }],
  ]);
};
const of = (person: string) => ({ seat: 's', person });
const mine = { state: 'claimed', owner: of('me') };
const offered = { ...mine, handoverTo: 'roy' };

test.each([
  ['accepted by who was asked', row(offered), row({ state: 'claimed', owner: of('roy') }), 'accepted', 'roy'],
  ['declined', row(offered), row(mine), 'declined', 'roy'],
  [
    'taken over by a supervisor',
    row(offered),
    row({ state: 'claimed', owner: of('chef') }),
    'takenOver',
    'chef',
  ],
  ['put back into the queue', row(mine), row({ state: 'open' }), 'freed', undefined],
])('whose ticket it was is told that it is %s', (_, before, after, how, who) => {
  expect(passedBetween(before, after, 'me')).toEqual([{ ticket: 'T-1', ref: '0065', how, who }]);
});

test.each([
  ['offered', row(mine), row(offered)],
  ['withdrawn by oneself', row(offered, ['ticket.decline']), row(mine)],
  ['released by oneself', row(mine, ['ticket.release']), row({ state: 'open' })],
  ['closed', row(mine), row({ state: 'closed', outcome: 'done', closedAt: '2026-11-24T18:00:00.000Z' })],
  ['of somebody else', row({ state: 'claimed', owner: of('roy') }), row({ state: 'open' })],
])('what is %s is no news', (_, before, after) => {
  expect(passedBetween(before, after, 'me')).toEqual([]);
});

test('why it was taken or put back is told in the words of who did it; the hub has none', () => {
  const did = (seq: number, type: string, more: object = {}) =>
    TicketEvent.parse({
      v: 1,
      seq,
      epoch: 'e',
      target: { type: 'ticket', id: 'T-1' },
      type,
      version: seq,
      at: '2026-11-24T18:00:00.000Z',
      patch: {},
      ...more,
    });
  const chef = { person: 'chef', motive: 'pause repas' };
  const taken = [did(1, 'ticket.takenOver', chef), did(2, 'ticket.noted', { person: 'chef', note: 'x' })];
  expect(motiveOf(taken, 'takenOver')).toBe('pause repas');
  expect(motiveOf(taken, 'freed')).toBeUndefined();
  expect(motiveOf([...taken, did(3, 'ticket.takenOver', { person: 'roy' })], 'takenOver')).toBeUndefined();
  expect(motiveOf([did(1, 'ticket.released', chef)], 'freed')).toBe('pause repas');
  expect(motiveOf([did(1, 'ticket.released', { motive: 'seatGone' })], 'freed')).toBeUndefined();
  expect(motiveOf([], 'accepted')).toBeUndefined();
});

test.each([
  ['it came back', 'takenOver', { state: 'claimed', owner: of('me') }, true],
  ['it is still with who took it', 'takenOver', { state: 'claimed', owner: of('chef') }, false],
  ['it has gone on to another', 'accepted', { state: 'claimed', owner: of('chef') }, false],
  ['what was free is somebody’s', 'freed', { state: 'claimed', owner: of('roy') }, true],
  ['what was free is free', 'freed', { state: 'open' }, false],
  ['what stayed with me has gone', 'declined', { state: 'claimed', owner: of('roy') }, true],
  ['what stayed with me is offered again', 'declined', offered, false],
] as const)('news is overtaken where it holds no more: %s', (_, how, over, overtaken) =>
  expect(isOvertaken(how, row(over).get('T-1'), 'me')).toBe(overtaken),
);
