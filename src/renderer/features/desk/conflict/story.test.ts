import { expect, test } from 'vitest';
import { OutboxItem } from '../../../../shared/ipc/model.ts';
import { TicketEvent } from '../../../../shared/ticket/model.ts';
import { instant } from '../../../../shared/wire/time.ts';
import { tell } from './story.ts';

const event = (seq: number, type: string, version: number, over: object = {}) =>
  TicketEvent.parse({
    v: 1,
    seq,
    epoch: 'e',
    target: { type: 'ticket', id: 'a' },
    type,
    version,
    at: instant(seq * 1_000),
    patch: {},
    ...over,
  });
const created = event(1, 'ticket.created', 1, {
  patch: {
    title: 'Départ coupé',
    kind: 'circuitOut',
    service: 'lighting',
    priority: 2,
    place: { label: 'Boulevard de la Marne' },
    source: { kind: 'fault', system: 'lampes', sourceId: 'a' },
    state: 'open',
    units: [],
    links: [],
    openedAt: instant(1_000),
  },
});
const claimed = event(5, 'ticket.claimed', 2, { seat: 's2', person: 'morel' });
const assigned = event(6, 'ticket.assigned', 3, { seat: 's2', person: 'morel' });
const note = event(9, 'ticket.noted', 3, {
  seat: 's1',
  person: 'perrin',
  madeAt: instant(7_000),
  note: 'odeur',
});
const conflict = OutboxItem.parse({
  cmd: 'c',
  ticket: 'a',
  op: 'ticket.claim',
  args: {},
  madeAt: instant(5_500),
  state: 'refused',
  tries: 1,
  exp: 1,
  code: 'VERSION_CONFLICT',
});
const viewer = { seat: 's1', me: undefined };

test('histories part after the version the command was made on', () => {
  const story = tell(conflict, [conflict], [created, claimed, assigned, note], viewer);
  expect(story.commonUntil).toBe(created.at);
  expect(story.common?.state).toBe('open');
  expect(story.theirs).toEqual([claimed, assigned]);
  expect(story.ours.map(({ kind, at }) => [kind, at])).toEqual([
    ['command', instant(5_500)],
    ['event', instant(7_000)],
  ]);
  expect(story.winner).toBe('morel');
});
test('without a history the reply’s own last event tells who was faster', () => {
  const owner = { seat: 's2', person: 'morel' };
  const ticket = {
    ...created.patch,
    id: 'a',
    version: 2,
    updatedAt: instant(5_000),
    state: 'claimed',
    owner,
  };
  const { exp: _, ...rest } = conflict;
  const bare = OutboxItem.parse({ ...rest, theirs: { ticket, last: claimed } });
  const story = tell(bare, [bare], [], viewer);
  expect(story.theirs).toEqual([claimed]);
  expect(story.common).toBeUndefined();
});
test('a note keeps the version, so its time says on which side it stands', () => {
  const early = event(3, 'ticket.noted', 1, { seat: 's1', person: 'perrin' });
  const late = event(7, 'ticket.noted', 1, { seat: 's1', person: 'perrin' });
  const story = tell(conflict, [conflict], [created, early, claimed, late], viewer);
  expect(story.commonUntil).toBe(early.at);
  expect(story.ours.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []))).toEqual([late]);
});
