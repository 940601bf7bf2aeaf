import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, START, type TestDesk } from '../../tests/support/hub-desk.ts';
import { MemoryLink } from '../../tests/support/memory-link.ts';
import { until } from '../../tests/support/until.ts';
import { createLog } from '../node/log/log.ts';
import type { TicketId } from '../shared/ids.ts';
import { InputCounter } from '../shared/input-counter.ts';
import type { Ack } from '../shared/wire/intake.ts';
import { instant } from '../shared/wire/time.ts';
import { Inbox } from './edge/inbox.ts';
import { openFieldDoors } from './field.ts';
import { IntakeDesk } from './intake/intake.ts';
import { wordsIn } from './intake/words.ts';

let room: TestDesk;
beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

it('a flood of calls is taken as far as memory may go, the rest counted and taken when it is sent again', async () => {
  const link = new MemoryLink();
  const counter = new InputCounter();
  const acks: Ack[] = [];
  const desk = new IntakeDesk({
    store: room.store,
    context: { newTicket: () => v7() as TicketId, timeZone: 'Europe/Paris' },
    words: wordsIn('fr'),
    now: () => START,
    ack: (_source, ack) => acks.push(ack),
    opened: () => {},
    committed: () => {},
    failed: (error) => {
      throw error;
    },
  });
  const inbox = new Inbox({
    subscribe: (filter, how, handler) => link.subscribe(filter, how, handler),
    counter,
    counted: () => {},
    log: createLog({ name: 'field', level: 'silent' }),
  });
  openFieldDoors(inbox, desk, { perSecond: 1, burst: 1 });
  const ring = (n: number) =>
    link.say(`city/v1/call/C-${n}`, { v: 1, callId: `C-${n}`, status: 'ringing', at: instant(START) });

  for (let n = 0; n < 600; n++) ring(n);
  const [busy, ...others] = counter.snapshot().kinds;
  expect([busy?.reason, busy?.count, others]).toEqual(['busy', 100, []]);
  await until('those taken are acknowledged', () => acks.length === 500);
  for (let n = 0; n < 600; n += 2) ring(n);
  for (let n = 501; n < 600; n += 2) ring(n);
  await until('all are acknowledged', () => new Set(acks.map(({ sourceId }) => sourceId)).size === 600);
  expect(await room.events()).toHaveLength(600);
});
