import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { instant } from '../../shared/wire/time.ts';
import { showSelections } from '../kept-selections/keep.ts';

type Make = Awaited<ReturnType<TestDesk['signIn']>>;
let room: TestDesk;
let shown: Map<string, { readonly name: string; readonly content: { readonly lamps: readonly string[] } }>;
let here: Make;

beforeEach(async () => {
  room = await openTestDesk();
  shown = new Map();
  room.shown.follow((topic, payload) => {
    if (!topic.startsWith('room/v1/data/keptSelection/')) return;
    if (payload === '') shown.delete(topic);
    else shown.set(topic, JSON.parse(payload));
  });
  here = await room.signIn('seat-01', 'p-1');
});
afterEach(() => room.close());

const keep = (make: Make, name: string, lamps?: readonly string[], id = 'p-1') =>
  make({
    op: 'selections.keep',
    target: { type: 'selections', id },
    exp: 0,
    args: { name, content: lamps && { lamps } },
  });
const known = () => [...shown.values()].map(({ name, content }) => `${name}: ${content.lamps.join()}`);

it('tells the room of them, whatever seat they are named at; what was said last counts', async () => {
  const [early, gone] = [keep(here, 'Marché', ['A']), keep(here, 'Marché')];
  room.clock.now += 60_000;
  const there = await room.signIn('seat-02', 'p-1');
  await room.ask('seat-02', keep(there, 'Marché', ['B', 'C']), keep(there, 'Quais', ['D']));
  expect(known()).toEqual(['Marché: B,C', 'Quais: D']);
  expect(await room.ask('seat-01', early, gone)).toMatchObject([{ code: 'OK' }, { code: 'OK' }]);
  expect(known()).toEqual(['Marché: B,C', 'Quais: D']);
  const old = keep(there, 'Marché', ['E']);
  room.clock.now += 1;
  await room.ask('seat-02', keep(there, 'Marché'), old);
  expect(known()).toEqual(['Quais: D']);
});

it('keeps one’s own only, and no more of one person than every seat can have', async () => {
  expect(await room.ask('seat-01', keep(here, 'Nuit', ['A'], 'p-2'))).toMatchObject([
    { code: 'FORBIDDEN', field: 'target' },
  ]);
  const lamps = Array.from({ length: 1_500 }, (_, n) => `${n}`.padStart(30, '0'));
  const replies = await room.ask(
    'seat-01',
    ...Array.from({ length: 9 }, (_, n) => keep(here, `N${n}`, lamps)),
  );
  expect(replies.map(({ code }) => code).slice(-1)).toEqual(['BAD_STATE']);
  expect(await room.ask('seat-01', keep(here, 'N0', ['A']))).toMatchObject([{ code: 'OK' }]);
});

it('shows them after a restart, and forgets those of who works here no more, and names long taken away', async () => {
  await room.ask('seat-01', keep(here, 'Nuit', ['A']), keep(here, 'Quais', ['B']));
  room.clock.now += 1;
  await room.ask('seat-01', keep(here, 'Quais'));
  const again: string[] = [];
  const data = { put: (_kind: string, { name }: { readonly name: string }) => void again.push(name) };
  const rows = () => room.store.db.selectFrom('kept_selection').selectAll().execute();
  const somebody = { at: (id: string) => ({ id }) };
  await showSelections(room.store, somebody as never, data as never, instant(room.clock.now));
  expect(again).toEqual(['Nuit']);
  expect(await rows()).toHaveLength(2);
  const later = instant(room.clock.now + 91 * 86_400_000);
  await showSelections(room.store, somebody as never, data as never, later);
  expect(await rows()).toHaveLength(1);
  await showSelections(room.store, { at: () => undefined }, data as never, later);
  expect(await rows()).toEqual([]);
});
