import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../tests/support/foreign-seat.ts';
import { callContext, openTestDesk, START, type TestDesk } from '../../tests/support/hub-desk.ts';
import { MemoryLink } from '../../tests/support/memory-link.ts';
import { createLog } from '../node/log/log.ts';
import type { TicketId } from '../shared/ids.ts';
import { InputCounter } from '../shared/input-counter.ts';
import type { Ack } from '../shared/wire/intake.ts';
import { instant } from '../shared/wire/time.ts';
import { Inbox } from './edge/inbox.ts';
import { type FieldQuotas, openFieldDoors } from './field-doors.ts';
import { IntakeDesk } from './intake/intake.ts';

let room: TestDesk;
let link: MemoryLink;
let counter: InputCounter;
let acks: [string, Ack][];
let lines: { source?: string; msg: string }[];
let desk: IntakeDesk;
const generous = { perSecond: 10_000, burst: 10_000 };
const at = instant(START);

beforeEach(async () => {
  room = await openTestDesk();
  link = new MemoryLink();
  counter = new InputCounter();
  acks = [];
  lines = [];
  desk = new IntakeDesk({
    store: room.store,
    context: callContext,
    called: () => {},
    now: () => START,
    ack: (source, ack) => acks.push([source, ack]),
    opened: () => {},
    committed: () => {},
    failed: (error) => {
      throw error;
    },
  });
});
afterEach(() => room.close());

const open = (quotas: Partial<FieldQuotas>) => {
  const inbox = new Inbox({
    subscribe: (filter, how, handler) => link.subscribe(filter, how, handler),
    counter,
    counted: () => {},
    log: createLog({ name: 'field', readable: false, write: (line) => lines.push(JSON.parse(line)) }),
  });
  openFieldDoors(inbox, desk, { source: generous, calls: generous, ...quotas });
  return inbox;
};
const call = (topic: string, callId = topic) =>
  link.say(`city/v1/call/${topic}`, { v: 1, callId, status: 'answered', at });
const notice = (source: string, sourceId: string) =>
  link.say('city/v1/event', { v: 1, source, sourceId, kind: 'flood', at, report: draft() });
const reasons = () =>
  Object.fromEntries(counter.snapshot().kinds.map(({ reason, count }) => [reason, count]));

it('a flood of calls is taken as far as memory may go, the rest counted and taken when it is sent again', async () => {
  open({});
  for (let n = 0; n < 600; n++) call(`C-${n}`);
  expect(reasons()).toEqual({ busy: 100 });
  notice('gauge', 'g-1');
  await desk.idle();
  expect(acks).toHaveLength(501);
  for (let n = 0; n < 600; n += 2) call(`C-${n}`);
  for (let n = 501; n < 600; n += 2) call(`C-${n}`);
  await desk.idle();
  expect(await room.events()).toHaveLength(601);
});

it('calls have a quota too, and what is over it is not answered', async () => {
  const inbox = open({ calls: { perSecond: 1, burst: 3 } });
  for (let n = 0; n < 5; n++) call(`C-${n}`);
  await desk.idle();
  expect(acks).toHaveLength(3);
  expect(reasons()).toEqual({ quota: 2 });
  expect(inbox.floods(0)).toMatchObject([{ kind: 'city/v1/call/+', source: 'telephony', dropped: 2 }]);
});

it('a source of events that floods keeps no other out, and each that floods is named', async () => {
  const inbox = open({ source: { perSecond: 1, burst: 2 } });
  for (let n = 0; n < 400; n++) notice('noisy', `n-${n}`);
  for (let n = 0; n < 4; n++) notice('noisier', `m-${n}`);
  notice('flood-gauge', 'g-1');
  await desk.idle();
  expect(acks.map(([source]) => source)).toEqual(['noisy', 'noisy', 'noisier', 'noisier', 'flood-gauge']);
  expect(lines.map(({ source }) => source)).toEqual(['noisy', 'noisier']);
  expect(inbox.floods(0).map(({ source, dropped }) => [source, dropped])).toEqual([
    ['noisy', 398],
    ['noisier', 2],
  ]);
  expect(inbox.floods(60_000)).toEqual([]);
});

it('a call on the topic of another opens nothing, and its source is told so', async () => {
  open({});
  call('C-1', 'C-2');
  call('C%2F1', 'C/1');
  await desk.idle();
  expect(reasons()).toEqual({ mismatch: 1 });
  expect(acks).toMatchObject([
    ['telephony', { sourceId: 'C-2', ok: false, code: 'INVALID' }],
    ['telephony', { sourceId: 'C/1', ok: true }],
  ]);
});

it('reports that wait together are kept together, and one that breaks costs no other', async () => {
  let writes = 0;
  const { store } = room;
  const write: typeof store.write = (work) => {
    writes += 1;
    return store.write(work);
  };
  const failures: unknown[] = [];
  let tickets = 0;
  desk = new IntakeDesk({
    store: { ...store, write },
    context: {
      ...callContext,
      newTicket: () => {
        tickets += 1;
        if (tickets === 3 || tickets === 6) throw new TypeError('defect');
        return v7() as TicketId;
      },
    },
    called: () => {},
    now: () => START,
    ack: (source, ack) => acks.push([source, ack]),
    opened: () => {},
    committed: () => {},
    failed: (error) => failures.push(error),
  });
  open({});
  for (let n = 0; n < 5; n++) call(`C-${n}`);
  await desk.idle();
  expect([acks.length, failures.length, writes]).toEqual([4, 1, 6]);
  for (let n = 5; n < 55; n++) call(`C-${n}`);
  await desk.idle();
  expect([acks.length, writes]).toEqual([54, 7]);
});
