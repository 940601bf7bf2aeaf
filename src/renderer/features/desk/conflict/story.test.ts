import { expect, test } from 'vitest';
import { OutboxItem } from '../../../../shared/ipc/model.ts';
import { TicketEvent } from '../../../../shared/ticket/model.ts';
import { instant } from '../../../../shared/wire/time.ts';
import { overtaken, stands, tell } from './story.ts';

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

test('who was later on the clock was not faster: they were heard first, while this seat was cut off or by chance', () => {
  const told = (claim: object) => tell(conflict, [conflict], [created, { ...claimed, ...claim }], viewer);
  const cut = { since: 5_000, at: 9_000 };
  expect(overtaken(conflict, told({ at: instant(5_000) }), cut)).toBe('sooner');
  expect(overtaken(conflict, told({ at: instant(6_000) }), cut)).toBe('cut');
  expect(overtaken(conflict, told({ at: instant(6_000) }), { since: 1_000, at: 2_000 })).toBe('later');
  expect(overtaken(conflict, told({ at: instant(6_000) }), undefined)).toBe('later');
  expect(overtaken(conflict, told({ at: instant(6_000), madeAt: instant(5_400) }), cut)).toBe('sooner');
});
test('what stands is told as what it is: notes where there are only notes', () => {
  const chosen = event(8, 'ticket.noted', 3, { seat: 's1', person: 'perrin', madeAt: instant(6_000) });
  const events = (...own: readonly TicketEvent[]) =>
    stands(tell(conflict, [conflict], [created, claimed, ...own], viewer));
  expect(events()).toBeUndefined();
  expect(events(note)).toBe('notes');
  expect(events(note, { ...chosen, type: 'ticket.procedureChosen' })).toBe('more');
});
