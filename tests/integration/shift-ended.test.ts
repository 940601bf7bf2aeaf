import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { type Cable, layCable } from '../support/cable.ts';
import { draft } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { knownAt } from '../support/seat-data.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-shift-'));
let broker: TestBroker;
let hub: TestHub;
let cable: Cable;
let seat: TestSeat;
let supervisor: TestSeat;

const launch = (name: string, brokerUrl: string) =>
  startSeat({ seat: name, brokerUrl, password: broker.secrets[name], dir: join(dir, name) });
const legIs = (of: TestSeat, kind: 'up' | 'lost') =>
  until(`the hub is ${kind}`, async () => (await of.request('link.state')).hub.kind === kind);
const sit = async (at: TestSeat, person: string) => {
  await until(`${person} is known`, async () =>
    (await at.request('session.view')).people.some(({ id }) => id === person),
  );
  expect((await at.request('session.open', { person, proof: '' })).ok).toBe(true);
};
const act = (at: TestSeat, op: string, ticket: string, exp: number, args: object = {}) =>
  at.request('desk.act', { op, ticket, exp, args: args as never });
const knows = (of: TestSeat, what: string, fits: (s: Awaited<ReturnType<typeof snapshot>>) => boolean) =>
  until(what, async () => fits(await snapshot(of)));
const snapshot = (of: TestSeat) => of.request('desk.snapshot');
const refusals = (of: TestSeat) => knownAt(of, 'refusal');

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01', 'seat-04'] });
  hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub!, dir: join(dir, 'hub') });
  await hub.waitReady();
  cable = await layCable(broker.port);
  [seat, supervisor] = await Promise.all([launch('seat-01', cable.url), launch('seat-04', broker.url)]);
  await Promise.all([legIs(seat, 'up'), legIs(supervisor, 'up')]);
  await Promise.all([sit(seat, 'p-1'), sit(supervisor, 'p-4')]);
});
afterAll(async () => {
  await Promise.all([seat.stop(), supervisor.stop()]);
  await hub.stop();
  await cable.unplug();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('a shift that ended during an outage loses nothing: what is refused reaches the supervisor elsewhere', async () => {
  const [raced, free] = [v7(), v7()];
  for (const id of [raced, free]) await act(supervisor, 'ticket.create', id, 0, draft());
  await knows(seat, 'both tickets', ({ tickets }) => tickets.length === 2);

  await cable.unplug();
  await legIs(seat, 'lost');
  await act(seat, 'ticket.claim', raced, 1);
  await act(seat, 'ticket.close', raced, 2, { outcome: 'unfounded' });
  await act(seat, 'ticket.claim', free, 1);
  await act(seat, 'ticket.note', raced, 2, { text: 'Vu de la fenêtre' });
  await seat.request('session.close');
  await sit(seat, 'p-2');
  await act(seat, 'ticket.note', free, 1, { text: 'Je prends la suite' });
  await act(supervisor, 'ticket.claim', raced, 1);
  await knows(supervisor, 'the race is lost', ({ tickets }) =>
    tickets.some(({ id, state }) => id === raced && state === 'claimed'),
  );
  await cable.plug();

  const left = await until('the supervisor has both', async () => {
    const all = await refusals(supervisor);
    return all.length === 2 && all;
  });
  expect(left.toSorted((a, b) => a.op.localeCompare(b.op))).toMatchObject([
    { person: 'p-1', seat: 'seat-01', op: 'ticket.claim', target: { id: raced }, code: 'VERSION_CONFLICT' },
    { person: 'p-1', seat: 'seat-01', op: 'ticket.close', args: { outcome: 'unfounded' }, state: 'held' },
  ]);
  await knows(seat, 'nothing waits at the seat', ({ outbox }) => outbox.length === 0);
  const { tickets } = await snapshot(supervisor);
  expect(tickets.find(({ id }) => id === raced)?.owner).toEqual({ seat: 'seat-04', person: 'p-4' });
  expect(tickets.find(({ id }) => id === free)?.owner).toEqual({ seat: 'seat-01', person: 'p-1' });
  const notes = async (id: string) =>
    (await supervisor.request('desk.timeline', { ticket: id })).flatMap(({ note, person }) =>
      note === undefined ? [] : [`${person} ${note}`],
    );
  expect(await notes(raced)).toEqual(['p-1 Vu de la fenêtre']);
  expect(await notes(free)).toEqual(['p-2 Je prends la suite']);

  const seats = await supervisor.request('seats.list');
  expect(seats.find(({ seat: id }) => id === 'seat-01')).toMatchObject({ up: true, person: 'p-2' });

  for (const { id } of left)
    await supervisor.request('desk.act', { op: 'refusal.seen', ticket: id, exp: 0, args: {}, motive: 'vu' });
  await until('none is left', async () => (await refusals(supervisor)).length === 0);
  await until('nor at the other seat', async () => (await refusals(seat)).length === 0);
});
