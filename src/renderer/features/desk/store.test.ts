import { expect, test, vi } from 'vitest';
import { memoryBridge } from '../../../../tests/support/memory-bridge.ts';
import { ticket as sample } from '../../../../tests/support/ticket.ts';
import type { DeskChange, DeskSnapshot } from '../../../shared/ipc/model.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { EMPTY_DRAFT } from './create/draft.ts';
import { createDeskStore } from './store.ts';

const ticket = (id: string, version: number) => sample(id, { version });
const change = (upserts: Ticket[], removed: string[] = []): DeskChange => ({
  upserts,
  removed,
  outbox: [],
  intents: [],
  lastSeq: 2,
});
const snapshot = (tickets: Ticket[]): DeskSnapshot => ({ tickets, outbox: [], intents: [], lastSeq: 1 });

function open(first: () => DeskSnapshot | Promise<DeskSnapshot> = () => snapshot([ticket('a', 3)])) {
  const reports: string[] = [];
  const told: string[] = [];
  const bridge = memoryBridge({
    'desk.snapshot': first,
    'desk.timeline': () => [],
    'desk.act': ({ op }) =>
      op === 'ticket.close'
        ? { kind: 'refused', why: 'no-disk-no-hub' }
        : { kind: op === 'ticket.note' ? 'unknown' : 'kept', cmd: 'c' },
  });
  const desk = createDeskStore(
    bridge,
    (topic, error) => reports.push(`${topic}: ${error}`),
    (answer) => (answer.kind === 'refused' ? answer.why : answer.kind === 'unknown' ? 'unknown' : undefined),
    (words) => told.push(words),
  );
  return { bridge, reports, told, ...desk };
}
const versions = (desk: ReturnType<typeof open>) =>
  [...desk.store.getState().tickets.values()].map(({ id, version }) => `${id}${version}`);

test('what was pushed before the snapshot came is laid over it', async () => {
  const { promise, resolve } = Promise.withResolvers<DeskSnapshot>();
  const desk = open(() => promise);
  desk.bridge.push('desk.change', change([ticket('a', 4)]));
  resolve(snapshot([ticket('a', 3), ticket('b', 1)]));
  await vi.waitFor(() => expect(desk.store.getState().loaded).toBe(true));
  expect(versions(desk)).toEqual(['a4', 'b1']);
  desk.stop();
});

test('changes replace, add and remove', async () => {
  const desk = open();
  await vi.waitFor(() => expect(desk.store.getState().loaded).toBe(true));
  desk.bridge.push('desk.change', change([ticket('a', 4), ticket('b', 1)]));
  desk.bridge.push('desk.change', change([], ['a']));
  expect(versions(desk)).toEqual(['b1']);
  desk.stop();
});

test('the event of what a reply has brought is read', async () => {
  const desk = open();
  await vi.waitFor(() => expect(desk.store.getState().loaded).toBe(true));
  desk.store.getState().select('a');
  desk.bridge.push('desk.change', change([ticket('a', 4)]));
  const asked = () => desk.bridge.asked['desk.timeline']?.length ?? 0;
  const before = asked();
  desk.bridge.push('desk.change', change([ticket('a', 4)]));
  expect(asked()).toBe(before + 1);
  desk.stop();
});

test('a restarted engine is read anew', async () => {
  let tickets = [ticket('a', 3)];
  const desk = open(() => snapshot(tickets));
  await vi.waitFor(() => expect(desk.store.getState().loaded).toBe(true));
  tickets = [ticket('c', 1)];
  desk.bridge.push('engine.state', { kind: 'restarting', since: instant(0), tries: 1 });
  desk.bridge.push('engine.state', { kind: 'up', since: instant(1) });
  await vi.waitFor(() => expect(versions(desk)).toEqual(['c1']));
  desk.stop();
});

test('a command carries the version that the room had told', async () => {
  const desk = open();
  await vi.waitFor(() => expect(desk.store.getState().loaded).toBe(true));
  expect(await desk.store.getState().act('ticket.claim', 'a')).toBe(true);
  expect(desk.bridge.asked['desk.act']).toEqual([{ op: 'ticket.claim', ticket: 'a', args: {}, exp: 3 }]);
  desk.stop();
});

test('what may be done is told, and is no failure: the form that made it closes', async () => {
  const desk = open();
  expect(await desk.store.getState().act('ticket.note', 'a', { text: 'vu' })).toBe(true);
  expect(desk.told).toEqual(['unknown']);
  expect(desk.reports).toEqual([]);
  desk.stop();
});

test('a refusal and a dead engine are told, never thrown', async () => {
  const desk = open();
  expect(await desk.store.getState().act('ticket.close', 'a', { outcome: 'done' })).toBe(false);
  await desk.store.getState().dismiss('c');
  expect(desk.reports).toEqual([
    'desk.act: no-disk-no-hub',
    'desk.dismiss: Error: no answer to desk.dismiss',
  ]);
  desk.stop();
});

test('the open ticket’s events are read when it is opened and when it changes', async () => {
  const desk = open();
  await vi.waitFor(() => expect(desk.store.getState().loaded).toBe(true));
  desk.store.getState().select('a');
  desk.bridge.push('desk.change', change([ticket('b', 1)]));
  desk.bridge.push('desk.change', change([ticket('a', 4)]));
  expect(desk.bridge.asked['desk.timeline']).toHaveLength(2);
  desk.stop();
});

test('stopped, it listens to nothing', () => {
  const desk = open();
  desk.stop();
  expect(desk.bridge.listening).toBe(0);
});

test('a form that was not sent is kept for its ticket, whatever is opened and closed, until it is dropped', () => {
  const desk = open();
  const { select, compose, fill } = desk.store.getState();
  const written = { draft: { ...EMPTY_DRAFT, place: 'rue Monge' } };
  const kept = () => [...desk.store.getState().forms];
  select('a');
  compose('amend');
  fill('a', () => written);
  fill('b', (before) => before);
  compose(undefined);
  select('b');
  expect(kept()).toEqual([['a', written]]);
  fill('a', (before) => before && { draft: { ...before.draft, place: 'rue Jeannin' } });
  expect(kept()[0]?.[1].draft.place).toBe('rue Jeannin');
  fill('a', () => undefined);
  expect(kept()).toEqual([]);
  desk.stop();
});

test('a note that was not sent is kept for its ticket until it is', async () => {
  const desk = open(() => snapshot([ticket('a', 3), ticket('b', 1)]));
  await vi.waitFor(() => expect(desk.store.getState().loaded).toBe(true));
  const { select, compose, write, act } = desk.store.getState();
  const kept = () => [...desk.store.getState().notes];
  select('a');
  compose('note');
  write('a', 'fumée au 2');
  compose(undefined);
  select('b');
  expect(desk.store.getState().composer).toBeUndefined();
  expect(kept()).toEqual([['a', 'fumée au 2']]);
  await act('ticket.close', 'a');
  await act('ticket.note', 'b', { text: 'autre' });
  expect(kept()).toEqual([['a', 'fumée au 2']]);
  await act('ticket.note', 'a', { text: 'fumée au 2' });
  expect(kept()).toEqual([]);
  desk.stop();
});

test('what builds on a command made just before says on which version, whatever the window has heard by then', async () => {
  const exps: number[] = [];
  const bridge = memoryBridge({
    'desk.snapshot': () => snapshot([ticket('a', 3)]),
    'desk.timeline': () => [],
    'desk.act': ({ exp }) => {
      exps.push(exp);
      return { kind: 'kept', cmd: 'c' };
    },
  });
  const nothing = () => undefined;
  const { store, stop } = createDeskStore(bridge, nothing, nothing, nothing);
  await vi.waitFor(() => expect(store.getState().loaded).toBe(true));
  await store.getState().act('ticket.claim', 'a');
  await store.getState().act('ticket.close', 'a', { outcome: 'noAction' }, { exp: 4 });
  expect(exps).toEqual([3, 4]);
  stop();
});
