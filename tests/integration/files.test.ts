import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Attachment } from '../../src/shared/attachment/model.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { type Cable, layCable } from '../support/cable.ts';
import { draft } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { picture, sha256Of } from '../support/picture.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-files-'));
/** Some twelve pieces: there is time to kill somebody between two of them. */
const photo = picture(3 * 1024 * 1024);
const ticket = v7();

let broker: TestBroker;
let hub: TestHub;
let cable: Cable;
let seat: TestSeat;
let other: TestSeat;

const standing = async (of: TestSeat) =>
  (await of.request('desk.snapshot')).tickets.find(({ id }) => id === ticket)?.attachments ?? [];
const outgoing = async () => (await seat.request('files.here')).outgoing;
const open = async (of: TestSeat, attachment: Attachment) => {
  const opened = await of.request('files.open', { ticket, attachment });
  return opened.kind === 'open' ? sha256Of(opened.bytes) : opened.kind;
};
const linked = (of: TestSeat, kind: 'up' | 'lost') =>
  until(`the hub is ${kind}`, async () => (await of.request('link.state')).hub.kind === kind);
/** Somebody sits there, as the hub knows. */
async function signIn(of: TestSeat, person: string): Promise<void> {
  await linked(of, 'up');
  await until('people are known', async () => (await of.request('session.view')).people.length > 0);
  expect(await of.request('session.open', { person, proof: '' })).toMatchObject({ ok: true });
}

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01', 'seat-02'] });
  cable = await layCable(broker.port);
  hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir: join(dir, 'hub') });
  await hub.waitReady();
  const start = (name: string, brokerUrl: string) =>
    startSeat({ seat: name, brokerUrl, password: broker.secrets[name], dir: join(dir, name) });
  [seat, other] = await Promise.all([start('seat-01', cable.url), start('seat-02', broker.url)]);
  await signIn(seat, 'p-1');
  await signIn(other, 'p-2');
});
afterAll(async () => {
  await Promise.all([seat.stop(), other.stop()]);
  await hub.stop();
  await cable.unplug();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('a file attached without the room outlives its seat and the hub, comes when the link is back, and is the same for a colleague', async () => {
  await cable.unplug();
  await linked(seat, 'lost');
  const act = { op: 'ticket.create', ticket, args: draft() as never, exp: 0 };
  expect(await seat.request('desk.act', act)).toMatchObject({ kind: 'kept' });
  const added = await seat.request('files.add', { ticket, name: 'chaussée.png', bytes: photo });
  expect(added).toEqual({ kind: 'kept' });
  await seat.kill();
  await seat.restart();
  expect(await outgoing()).toMatchObject([{ size: photo.length, sent: 0 }]);

  await cable.plug();
  await until('some of it has come', async () => (await outgoing()).some(({ sent }) => sent > 0));
  await hub.kill();
  await seat.kill();
  await seat.restart();
  hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir: join(dir, 'hub') });
  await hub.waitReady();

  const held = await until('a colleague hears that the room has it', async () =>
    (await standing(other)).find(({ heldAt }) => heldAt !== undefined),
  );
  expect(held).toMatchObject({ name: 'chaussée.png', person: 'p-1', seat: 'seat-01', size: photo.length });
  await linked(other, 'up');
  expect(await until('it opens', async () => (await open(other, held)) === sha256Of(photo))).toBe(true);
  expect(await open(seat, held)).toBe(sha256Of(photo));
});

it('commands are answered while a large file is on its way, and what was taken off is on no seat’s ticket', async () => {
  const large = picture(6 * 1024 * 1024, [20, 120, 200]);
  await seat.request('files.add', { ticket, name: 'plan.png', bytes: large });
  await until('some of it has come', async () =>
    (await outgoing()).some(({ sent, size }) => sent > 0 && sent < size),
  );
  const note = { op: 'ticket.note', ticket, args: { text: 'pompiers sur place' }, exp: 1 };
  await seat.request('desk.act', note);
  await until('the note is answered', async () => (await seat.request('desk.snapshot')).outbox.length === 0);
  expect((await outgoing()).map(({ sent, size }) => sent < size)).toEqual([true]);

  const plan = await until('a colleague sees it coming', async () =>
    (await standing(other)).find(({ name }) => name === 'plan.png'),
  );
  expect(plan.heldAt).toBeUndefined();
  expect(await open(other, plan)).toBe('coming');
  const detach = {
    op: 'ticket.detach',
    ticket,
    args: { attachment: plan.cmd },
    exp: 1,
    motive: 'mauvais ticket',
  };
  await seat.request('desk.act', detach);
  await until('it is gone there', async () => (await standing(other)).every(({ cmd }) => cmd !== plan.cmd));
  await until('nothing of it is on its way', async () => (await outgoing()).length === 0);
  expect(await open(other, plan)).toBe('gone');
});

it('without the room a seat opens what it has, and says of another that it is away', async () => {
  const [held] = await standing(seat);
  await cable.unplug();
  await linked(seat, 'lost');
  expect(await open(seat, held!)).toBe(sha256Of(photo));
  expect(await open(seat, { ...held!, sha256: 'a'.repeat(64) as Attachment['sha256'] })).toBe('away');
  await cable.plug();
});
