import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/shared/ticket/model.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-seats-'));
let broker: TestBroker;
let hub: TestHub;
let seats: readonly [TestSeat, TestSeat];
/** A third seat, foreign, asks the hub for the truth. */
let witness: ForeignSeat;

const launchHub = async () => {
  hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir: join(dir, 'hub') });
  await hub.waitReady();
};

type Loose = Record<string, unknown>;
const act = (seat: TestSeat, op: string, ticket: string, exp: number, args: Loose = {}) =>
  seat.request('desk.act', { op, ticket, exp, args: args as never });
const hubUp = (seat: TestSeat) =>
  until('the hub is up', async () => (await seat.request('link.state')).hub.kind === 'up');
const hubLost = (seat: TestSeat) =>
  until('the hub is lost', async () => (await seat.request('link.state')).hub.kind === 'lost');
const ticketAt = (seat: TestSeat, id: string, fits: (ticket: Ticket) => boolean) =>
  until(`ticket ${id}`, async () => {
    const { tickets } = await seat.request('desk.snapshot');
    return tickets.find((ticket) => ticket.id === id && fits(ticket));
  });
const outboxEmpty = (seat: TestSeat) =>
  until('the outbox is empty', async () => (await seat.request('desk.snapshot')).outbox.length === 0);

const byId = (tickets: readonly Ticket[]) => Object.fromEntries(tickets.map((ticket) => [ticket.id, ticket]));
async function truth(): Promise<Record<string, Ticket>> {
  const pages = await witness.query({ type: 'snapshot' });
  return byId(pages.flatMap((page) => (page.type === 'snapshot' ? page.tickets : [])));
}
/** Both seats hold exactly what the hub holds, and that is something. */
async function allEqual(atLeast: number): Promise<Record<string, Ticket>> {
  const hubs = await truth();
  expect(Object.keys(hubs).length).toBeGreaterThanOrEqual(atLeast);
  for (const seat of seats)
    await until('the seat is as far as the hub', async () => {
      const { tickets } = await seat.request('desk.snapshot');
      return JSON.stringify(sorted(byId(tickets))) === JSON.stringify(sorted(hubs));
    }).catch(async () => expect(byId((await seat.request('desk.snapshot')).tickets)).toEqual(hubs));
  return hubs;
}
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value;

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01', 'seat-02', 'seat-03'] });
  await launchHub();
  const start = (seat: string) =>
    startSeat({ seat, brokerUrl: broker.url, password: broker.secrets[seat], dir: join(dir, seat) });
  seats = [await start('seat-01'), await start('seat-02')];
  witness = await ForeignSeat.connect(broker.url, 'seat-03', broker.secrets['seat-03']);
  for (const [i, seat] of seats.entries()) {
    await hubUp(seat);
    expect(await seat.request('session.open', { person: `p-${i + 1}`, proof: '' })).toEqual({
      ok: true,
      code: 'OK',
    });
  }
});

afterAll(async () => {
  await witness.close();
  await Promise.all(seats.map((seat) => seat.stop()));
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

describe('two seats', () => {
  it('race for one ticket: one has it, the other is told who', async () => {
    const id = v7();
    await act(seats[0], 'ticket.create', id, 0, draft());
    await ticketAt(seats[1], id, ({ version }) => version === 1);
    await Promise.all(seats.map((seat) => act(seat, 'ticket.claim', id, 1)));
    const { owner } = await ticketAt(seats[0], id, ({ state }) => state === 'claimed');
    const loser = owner?.seat === 'seat-01' ? seats[1] : seats[0];
    const refused = await until('the refusal', async () =>
      (await loser.request('desk.snapshot')).outbox.find(({ state }) => state === 'refused'),
    );
    expect(refused).toMatchObject({ code: 'VERSION_CONFLICT', exp: 1, theirs: { ticket: { owner } } });
    expect(refused.theirs?.last).toMatchObject({ type: 'ticket.claimed', person: owner?.person });
    await loser.request('desk.dismiss', { cmd: refused.cmd });
    await Promise.all(seats.map(outboxEmpty));
    await allEqual(1);
  });

  it('lose and double nothing when the hub is killed in the middle of work', async () => {
    const work = Array.from({ length: 60 }, () => v7());
    for (const [i, id] of work.entries()) {
      const seat = seats[i % 2]!;
      await act(seat, 'ticket.create', id, 0, draft());
      await act(seat, 'ticket.claim', id, 1);
      await act(seat, 'ticket.note', id, 1, { text: `note de ${id}` });
      if (i === 30) await hub.kill();
    }
    const waiting = await Promise.all(seats.map((seat) => seat.request('desk.snapshot')));
    expect(waiting.flatMap(({ outbox }) => outbox).length).toBeGreaterThan(50);
    await Promise.all(seats.map(hubLost));
    await launchHub();
    await Promise.all(seats.map(outboxEmpty));
    const hubs = await allEqual(work.length);
    for (const [i, id] of work.entries())
      expect(hubs[id]).toMatchObject({ version: 2, state: 'claimed', owner: { seat: `seat-0${(i % 2) + 1}` } });
    for (const id of work.slice(25, 35)) {
      const types = (await seats[0].request('desk.timeline', { ticket: id })).map(({ type }) => type);
      expect(types).toEqual(['ticket.created', 'ticket.claimed', 'ticket.noted']);
    }
  });
});
