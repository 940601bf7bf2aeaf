import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RoomCall } from '../../src/shared/call/model.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-calls-'));
let broker: TestBroker;
let hub: TestHub;
let city: ForeignSeat;
let seats: readonly [ForeignSeat, ForeignSeat];
const said: { topic: string; payload: Record<string, unknown> }[] = [];

const telephony = (callId: string, status: string) =>
  city.publish(
    `city/v1/call/${callId}`,
    JSON.stringify({ v: 1, callId, status, number: '0612345678', at: instant(Date.now()) }),
  );
const heard = (topic: string) =>
  said.filter((one) => one.topic === topic).map(({ payload }) => payload as Record<string, unknown>);
const shown = (id: string) => heard(`room/v1/data/call/${id}`) as unknown as RoomCall[];

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01', 'seat-02'] });
  hub = startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir,
    config: { calls: { unansweredSeconds: 2 } },
  });
  await hub.waitReady();
  city = await ForeignSeat.connect(broker.url, 'city', broker.secrets.city);
  const [one, two] = await Promise.all(
    ['seat-01', 'seat-02'].map((id) => ForeignSeat.connect(broker.url, id, broker.secrets[id])),
  );
  seats = [one!, two!];
  for (const client of [city.client, one!.client])
    client.on('message', (topic, payload) => {
      if (/^city|data\/call/.test(topic) && payload.length > 0)
        said.push({ topic, payload: JSON.parse(payload.toString()) });
    });
  await city.client.subscribeAsync(['city/v1/call/+/cmd', 'city/v1/ack/+'], { qos: 1 });
  await one!.client.subscribeAsync('room/v1/data/call/+', { qos: 1 });
  await one!.signIn('p-1');
  await two!.signIn('p-2');
});
afterAll(async () => {
  await Promise.all([city, ...seats].map((each) => each.close()));
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('of two seats that answer at once one has the call, its ticket and the line; both see who', async () => {
  await telephony('C-1', 'ringing');
  await until('it rings', () => shown('C-1').length > 0);
  const answer = (seat: ForeignSeat) =>
    seat.command({ op: 'call.answer', target: { type: 'call', id: 'C-1' }, args: {} });
  const replies = await Promise.all(seats.map(answer));
  const won = replies.filter(({ ok }) => ok);
  expect(won).toHaveLength(1);
  const owner = won[0]?.ticket?.owner;
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'BAD_STATE', call: { answeredBy: owner } });
  const orders = await until('telephony is told', () => {
    const all = heard('city/v1/call/C-1/cmd');
    return all.length > 0 ? all : undefined;
  });
  expect(orders).toMatchObject([{ order: 'answer', seat: owner?.seat }]);
  await telephony('C-1', 'answered');
  await until('they speak', () => shown('C-1').at(-1)?.connectedAt !== undefined);
});

it('a call that nobody answers is a ticket while it still rings', async () => {
  await telephony('C-2', 'ringing');
  await until('it is missed', () => shown('C-2').at(-1)?.missed === true);
  expect(shown('C-2').at(-1)).toMatchObject({ status: 'ringing', ticket: expect.any(String) });
  const titles = (await seats[0].snapshot()).map(({ title }) => title);
  expect(titles).toContain('Appel manqué, à rappeler : 06\u00a0••\u00a0••\u00a0••\u00a078');
});

it('who reported is told of each change in order, over a broker that was away', async () => {
  const [seat] = seats;
  const report = draft({ kind: 'other' });
  const request = JSON.stringify({ v: 1, sourceId: 'R-1', at: instant(Date.now()), report });
  await city.publish('city/v1/intake/onDijon', request);
  const id = await until('it is a ticket', () =>
    heard('city/v1/ack/onDijon').find((ack) => ack.ticket !== undefined),
  ).then(({ ticket }) => ticket as string);
  await until('it was received', () =>
    heard('city/v1/ack/onDijon').some(({ answer }) => String(answer).includes('enregistrée')),
  );
  const ticket = (await seat.snapshot()).find((one) => one.id === id)!;
  await broker.kill();
  await broker.restart();
  await city.client.subscribeAsync('city/v1/ack/+', { qos: 1 });
  const claimed = await seat.insist(seat.on('ticket.claim', id, ticket.version));
  const closing = seat.on('ticket.close', id, claimed.ticket!.version, { outcome: 'done' });
  expect((await seat.insist(closing)).code).toBe('OK');
  const words = await until('all is told', () => {
    const all = [...new Set(heard('city/v1/ack/onDijon').flatMap(({ answer }) => (answer ? [answer] : [])))];
    return all.length >= 3 ? all : undefined;
  });
  expect(words.map((answer) => String(answer).slice(0, 24))).toEqual([
    'Votre demande est enregi',
    'Votre demande est prise ',
    'Votre demande est traité',
  ]);
});
