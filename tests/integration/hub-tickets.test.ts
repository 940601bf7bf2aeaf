import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketEvent } from '../../src/shared/ticket/model.ts';
import type { CommandReply } from '../../src/shared/wire/reply.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/until.ts';

const names = ['seat-01', 'seat-02', 'seat-03', 'seat-04'];
const dir = mkdtempSync(join(tmpdir(), 'vigie-hub-'));
let broker: TestBroker;
let hub: TestHub;
let seats: readonly ForeignSeat[];

const launch = async () => {
  hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir });
  await hub.waitReady();
};
const everybodyAt = (seq: number) =>
  until(`all seats at ${seq}`, () => seats.every((seat) => seat.events.size === seq && seat.lastSeq === seq));

beforeAll(async () => {
  broker = await startBroker({ seats: names });
  await launch();
  seats = await Promise.all(names.map((id) => ForeignSeat.connect(broker.url, id, broker.secrets[id])));
  for (const [i, seat] of seats.entries()) await seat.signIn(`p-${i + 1}`);
});

afterAll(async () => {
  await Promise.all(seats.map((seat) => seat.close()));
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

describe('a room of four seats', () => {
  it('lets exactly one of them claim, and tells the others who', async () => {
    const [first] = seats;
    for (let round = 0; round < 10; round++) {
      const id = v7();
      expect((await first!.command(first!.on('ticket.create', id, 0, draft()))).code).toBe('OK');
      const replies = await Promise.all(seats.map((seat) => seat.command(seat.on('ticket.claim', id, 1))));
      const won = replies.filter(({ ok }) => ok);
      expect(won).toHaveLength(1);
      const owner = won[0]?.ticket?.owner;
      for (const lost of replies.filter(({ ok }) => !ok)) {
        expect(lost.code).toBe('VERSION_CONFLICT');
        expect(lost.ticket?.owner).toEqual(owner);
        expect(lost.last).toMatchObject({ type: 'ticket.claimed', person: owner?.person, seat: owner?.seat });
      }
    }
  });

  it('answers the same command again with the stored reply and makes no second event', async () => {
    const [seat] = seats;
    const command = seat!.on('ticket.create', v7(), 0, draft());
    const once = await seat!.command(command);
    const again = await seat!.command(command);
    expect(again).toEqual({ ...once, dup: true });
    const stranger = await seats[1]!.command({ ...command });
    expect(stranger).toMatchObject({ ok: false, code: 'FORBIDDEN', field: 'session' });
    expect(await seat!.command(command)).toEqual(again);
    await everybodyAt(once.seq!);
  });

  it('loses nothing and doubles nothing when it is killed in the middle of hundreds of commands', async () => {
    const before = seats[0]!.lastSeq;
    const work = seats
      .slice(0, 3)
      .flatMap((seat) =>
        Array.from({ length: 100 }, () => ({ seat, command: seat.on('ticket.create', v7(), 0, draft()) })),
      );
    // Ten at a time from each seat, the next ten when those are answered: however fast the hub is, the kill
    // finds some answered, some under way and some not yet sent.
    const replies: CommandReply[] = [];
    const lane = async (mine: typeof work) => {
      for (let from = 0; from < mine.length; from += 10) {
        const ten = mine.slice(from, from + 10);
        replies.push(...(await Promise.all(ten.map(({ seat, command }) => seat.insist(command)))));
      }
    };
    const all = Promise.all(seats.slice(0, 3).map((seat) => lane(work.filter((one) => one.seat === seat))));
    await until('some are answered, others not', () => replies.length >= 30);
    await hub.kill();
    expect(replies.length).toBeLessThan(work.length);
    await launch();
    await all;

    expect(replies.filter(({ code }) => code === 'OK')).toHaveLength(work.length);
    const seqs = replies.map(({ seq }) => seq!).sort((a, b) => a - b);
    expect(seqs).toEqual(work.map((_, i) => before + 1 + i));
    await everybodyAt(before + work.length);
    const [reference, ...others] = seats.map((seat) => Object.fromEntries(seat.tickets()));
    expect(Object.keys(reference!).length).toBeGreaterThanOrEqual(work.length + 11);
    for (const other of others) expect(other).toEqual(reference);
    for (const { command } of work) expect(reference).toHaveProperty([(command.target as { id: string }).id]);
  });

  it('goes on when the broker is killed and comes back', async () => {
    const [seat, other] = seats;
    const before = seat!.lastSeq;
    const commands = Array.from({ length: 30 }, () => seat!.on('ticket.create', v7(), 0, draft()));
    const all = commands.map((command) => seat!.insist(command));
    await broker.kill();
    await broker.restart();
    const replies = await Promise.all(all);
    expect(replies.every(({ code }) => code === 'OK')).toBe(true);
    // What was published while a seat was away it asks for, as the contract says.
    await until('the hub has relayed all', async () => {
      const health = (await (await fetch(`${hub.url}/health`)).json()) as { relayed: number; seq: number };
      return health.relayed === before + commands.length && health.seq === health.relayed;
    });
    const epoch = seat!.events.get(before)!.epoch;
    const pages = await other!.query({ type: 'since', epoch, since: before });
    const events: TicketEvent[] = pages.flatMap((page) => page.events);
    expect(events.map(({ seq }) => seq)).toEqual(commands.map((_, i) => before + 1 + i));
  });

  it('gives the whole state in pages, equal to what the events made', async () => {
    const [seat] = seats;
    const pages = await seat!.query({ type: 'snapshot' });
    expect(pages.length).toBeGreaterThan(1);
    const tickets = pages.flatMap((page) => (page.type === 'snapshot' ? page.tickets : []));
    const byId = Object.fromEntries(tickets.map((ticket) => [ticket.id, ticket]));
    expect(Object.keys(byId)).toHaveLength(tickets.length);
    const head = pages[0]!.head;
    expect(pages.flatMap(({ events }) => events)).toHaveLength(head);
    for (const [id, ticket] of seat!.tickets()) expect(byId[id]).toEqual(ticket);
    const stale = await seat!.query({ type: 'since', epoch: 'another', since: 0 });
    expect(stale[0]).toMatchObject({ ok: false, code: 'STALE_EPOCH', events: [] });
    const beyond = await seat!.query({ type: 'since', epoch: pages[0]!.epoch, since: head + 1 });
    expect(beyond[0]).toMatchObject({ ok: false, code: 'STALE_EPOCH' });
  });
});
