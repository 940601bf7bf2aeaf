import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import type { TicketId } from '../../shared/ids.ts';
import { instant } from '../../shared/wire/time.ts';
import { readTicket } from './read.ts';
import { record, VersionMoved } from './record.ts';

let room: TestDesk;
beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

it('writes only upon the version that was decided upon: another writer’s change is not lost, and no event is made', async () => {
  const make = await room.signIn('seat-01', 'p-1');
  const id = v7() as TicketId;
  const target = { type: 'ticket', id };
  await room.ask('seat-01', make({ op: 'ticket.create', target, exp: 0, args: draft() }));
  const before = await readTicket(room.store.db, id);
  await room.ask('seat-01', make({ op: 'ticket.claim', target, exp: 1, args: {} }));
  const events = await room.events();

  const decided = { ok: true, type: 'ticket.closed', version: 2, patch: { priority: 1 } } as const;
  const late = room.store.write((unit) => record(unit, id, before, decided, { at: instant(START) }));
  await expect(late).rejects.toThrow(VersionMoved);
  expect(await readTicket(room.store.db, id)).toMatchObject({ state: 'claimed', version: 2 });
  expect(await room.events()).toEqual(events);
  const [reply] = await room.ask(
    'seat-01',
    make({ op: 'ticket.create', target: { ...target, id: v7() }, exp: 0, args: draft() }),
  );
  expect(reply?.seq).toBe(events.length + 1);
});
