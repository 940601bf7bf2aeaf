import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/shared/ticket/model.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { type SeatStart, startSeat, type TestSeat } from '../support/seat.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-seats-'));
let broker: TestBroker;
let hub: TestHub;
let starts: readonly [SeatStart, SeatStart];
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
  const start = (seat: string): SeatStart => ({
    seat,
    brokerUrl: broker.url,
    password: broker.secrets[seat],
    dir: join(dir, seat),
  });
  starts = [start('seat-01'), start('seat-02')];
  seats = [await startSeat(starts[0]), await startSeat(starts[1])];
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
      expect(hubs[id]).toMatchObject({
        version: 2,
        state: 'claimed',
        owner: { seat: `seat-0${(i % 2) + 1}` },
      });
    for (const id of work.slice(25, 35)) {
      const types = (await seats[0].request('desk.timeline', { ticket: id })).map(({ type }) => type);
      expect(types).toEqual(['ticket.created', 'ticket.claimed', 'ticket.noted']);
    }
  });

  it('go on when the broker is killed and comes back', async () => {
    const id = v7();
    await act(seats[0], 'ticket.create', id, 0, draft());
    await ticketAt(seats[1], id, ({ version }) => version === 1);
    await broker.kill();
    await Promise.all(seats.map(hubLost));
    const { broker: leg, nextTryAt } = await seats[0].request('link.state');
    expect(leg.kind).toBe('lost');
    expect(nextTryAt === undefined || Date.parse(nextTryAt) > 0).toBe(true);
    await act(seats[0], 'ticket.claim', id, 1);
    await act(seats[1], 'ticket.note', id, 1, { text: 'vu aussi' });
    await broker.restart();
    await Promise.all(seats.map(outboxEmpty));
    await ticketAt(seats[1], id, ({ owner }) => owner?.seat === 'seat-01');
    await allEqual(60);
    const timeline = await seats[1].request('desk.timeline', { ticket: id });
    expect(timeline.map(({ type }) => type).sort()).toEqual([
      'ticket.claimed',
      'ticket.created',
      'ticket.noted',
    ]);
  });

  it('send what waited once when the seat engine is killed and comes back', async () => {
    await hub.kill();
    await hubLost(seats[0]);
    const ids = Array.from({ length: 5 }, () => v7());
    for (const id of ids) {
      await act(seats[0], 'ticket.create', id, 0, draft());
      await act(seats[0], 'ticket.note', id, 1, { text: 'sans réseau' });
    }
    await seats[0].kill();
    await seats[0].restart();
    const { outbox } = await seats[0].request('desk.snapshot');
    expect(outbox.map(({ state }) => state)).toEqual(Array(10).fill('pending'));
    expect((await seats[0].request('session.view')).session?.person.id).toBe('p-1');
    await launchHub();
    await outboxEmpty(seats[0]);
    await allEqual(60);
    const events = await Promise.all(ids.map((ticket) => seats[1].request('desk.timeline', { ticket })));
    for (const [i, timeline] of events.entries()) {
      expect(timeline.map(({ type, target }) => [type, target.id])).toEqual([
        ['ticket.created', ids[i]],
        ['ticket.noted', ids[i]],
      ]);
    }
  });

  it('tell a claim made offline who was faster; the notes beside it stay', async () => {
    const id = v7();
    await act(seats[0], 'ticket.create', id, 0, draft());
    await ticketAt(seats[1], id, ({ version }) => version === 1);
    await outboxEmpty(seats[0]);
    // The hub hears seat 1 no more; seat 2 goes on.
    await seats[0].kill();
    const offline = await startSeat({ ...starts[0], config: { brokers: ['mqtt://127.0.0.1:9'] } });
    await act(offline, 'ticket.claim', id, 1);
    await act(offline, 'ticket.note', id, 1, { text: 'parti voir' });
    await act(offline, 'ticket.close', id, 1, { outcome: 'unfounded' });
    await offline.stop();
    await act(seats[1], 'ticket.claim', id, 1);
    await ticketAt(seats[1], id, ({ state }) => state === 'claimed');
    seats = [await startSeat(starts[0]), seats[1]];
    const rows = await until('the note is gone, the others are told', async () => {
      const { outbox } = await seats[0].request('desk.snapshot');
      return (
        outbox.length === 2 && outbox.every(({ state }) => state !== 'pending' && state !== 'sent') && outbox
      );
    });
    expect(rows.map(({ op, state }) => `${op} ${state}`)).toEqual([
      'ticket.claim refused',
      'ticket.close held',
    ]);
    expect(rows[0]?.theirs).toMatchObject({
      ticket: { owner: { seat: 'seat-02', person: 'p-2' } },
      last: { type: 'ticket.claimed', person: 'p-2' },
    });
    const noted = await until('the note', async () =>
      (await seats[1].request('desk.timeline', { ticket: id })).find(({ type }) => type === 'ticket.noted'),
    );
    expect(noted).toMatchObject({ note: 'parti voir', person: 'p-1', seat: 'seat-01' });
    for (const { cmd } of rows) await seats[0].request('desk.dismiss', { cmd });
    await allEqual(60);
  });

  it('open a session without the hub, which adopts it before what was done in it', async () => {
    await hub.kill();
    await Promise.all(seats.map(hubLost));
    await seats[0].request('session.close');
    expect(await seats[0].request('session.open', { person: 'p-3', proof: '' })).toEqual({
      ok: true,
      code: 'OK',
    });
    const first = v7();
    await act(seats[0], 'ticket.create', first, 0, draft());
    // Somebody else takes the seat, still without the hub: the work of both counts.
    expect((await seats[0].request('session.open', { person: 'p-4', proof: '' })).ok).toBe(true);
    const second = v7();
    await act(seats[0], 'ticket.create', second, 0, draft());
    expect((await seats[0].request('session.view')).offline).toBe(true);
    await launchHub();
    await outboxEmpty(seats[0]);
    expect(await seats[0].request('session.view')).toMatchObject({
      offline: false,
      session: { person: { id: 'p-4' } },
    });
    const by = async (ticket: string) => (await seats[0].request('desk.timeline', { ticket }))[0]?.person;
    await allEqual(60);
    expect([await by(first), await by(second)]).toEqual(['p-3', 'p-4']);
  });

  it('find a hub whose store is new, and work on with the session they have', async () => {
    await hub.kill();
    await Promise.all(seats.map(hubLost));
    rmSync(join(dir, 'hub'), { recursive: true });
    const id = v7();
    await act(seats[1], 'ticket.create', id, 0, draft());
    await launchHub();
    await until('the snapshot', async () => {
      const { tickets } = await seats[0].request('desk.snapshot');
      return tickets.length === 1 && tickets[0]?.id === id;
    });
    await outboxEmpty(seats[1]);
    expect(Object.keys(await allEqual(1))).toEqual([id]);
  });
});
