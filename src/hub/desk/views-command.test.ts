import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { instant } from '../../shared/wire/time.ts';
import { showViews } from '../queue-views/keep.ts';

type Make = Awaited<ReturnType<TestDesk['signIn']>>;
let room: TestDesk;
let shown: Map<string, string>;
let here: Make;

beforeEach(async () => {
  room = await openTestDesk();
  shown = new Map();
  room.shown.follow((topic, payload) => void shown.set(topic, payload));
  here = await room.signIn('seat-01', 'p-1');
});
afterEach(() => room.close());

const keep = (make: Make, name: string, criteria?: object, id = 'p-1') =>
  make({ op: 'views.keep', target: { type: 'views', id }, exp: 0, args: { name, criteria } });
const views = () => JSON.parse(shown.get('room/v1/data/queueViews/p-1') ?? '{"views":[]}').views;
const names = () =>
  views().flatMap(({ name, criteria }: { name: string; criteria?: object }) => (criteria ? [name] : []));

it('tells the room of a person’s views, whatever seat they are named at; what was said last counts', async () => {
  const early = keep(here, 'Nuit', { whose: 'mine' });
  room.clock.now += 60_000;
  const there = await room.signIn('seat-02', 'p-1');
  const roads = { services: ['roads'] };
  await room.ask('seat-02', keep(there, 'Nuit', { late: true }), keep(there, 'Voirie', roads));
  expect(names()).toEqual(['Nuit', 'Voirie']);
  // A seat that was alone brings what it had: it was said earlier.
  expect(await room.ask('seat-01', early)).toMatchObject([{ code: 'OK' }]);
  expect(views()[0]).toMatchObject({ name: 'Nuit', criteria: { whose: 'all', late: true } });
  room.clock.now += 1;
  await room.ask('seat-02', keep(there, 'Nuit'));
  expect(names()).toEqual(['Voirie']);
});

it('keeps one’s own only', async () => {
  const [reply] = await room.ask('seat-01', keep(here, 'Nuit', {}, 'p-2'));
  expect(reply).toMatchObject({ code: 'FORBIDDEN', field: 'target' });
});

it('shows them after a restart, and forgets those of who works here no more', async () => {
  await room.ask('seat-01', keep(here, 'Nuit', {}));
  const again: string[] = [];
  const data = { put: (_kind: string, { id }: { readonly id: string }) => void again.push(id) };
  await showViews(room.store, { at: (id) => ({ id }) as never }, data as never, instant(0));
  await showViews(room.store, { at: () => undefined }, data as never, instant(0));
  expect(again).toEqual(['p-1']);
  expect(await room.store.db.selectFrom('queue_views').selectAll().execute()).toEqual([]);
});
