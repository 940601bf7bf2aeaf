import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { LAMP_OUT, openTicketDesk } from '../../../tests/support/seat-ticket-desk.ts';
import { SmallHub } from '../../../tests/support/small-hub.ts';
import type { TicketDesk } from './ticket-desk.ts';

const LONG = { ...LAMP_OUT, description: 'x'.repeat(4_000) };

let parts: SeatParts;
let hub: SmallHub;
let desk: TicketDesk;
let up: boolean;

beforeEach(() => {
  parts = seatParts();
  hub = new SmallHub(parts.now);
  up = false;
  desk = begin();
});
afterEach(() => {
  desk.close();
  parts.dispose();
});

const begin = () => openTicketDesk(parts, { hubUp: () => up });
const comeUp = () => {
  up = true;
  hub.serve(parts.link);
  desk.hubUp();
};
const create = (id: string, args: object = LONG) =>
  desk.act({ op: 'ticket.create', ticket: id, exp: 0, args: args as never });

test('a disk that has room again is no longer said to be full, also while the hub is away', async () => {
  parts.fill(true);
  expect(await create('T-1')).toMatchObject({ kind: 'refused', why: 'no-disk-no-hub' });
  desk.retryDisk();
  expect(parts.alerts.list()).toMatchObject([{ kind: 'disk-full' }]);
  parts.fill(false);
  desk.retryDisk();
  expect(parts.alerts.list()).toEqual([]);
  expect(await create('T-1')).toMatchObject({ kind: 'kept' });
});

describe('what an operator does on a full disk', () => {
  beforeEach(() => parts.fill(true));

  test('it goes to the hub unqueued, and is shown as the hub has it', async () => {
    comeUp();
    expect(await create('T-1', LONG)).toMatchObject({ kind: 'unqueued' });
    expect(hub.tickets.has('T-1')).toBe(true);
    expect(desk.pending).toBe(0);
    expect(desk.snapshot().tickets).toEqual([hub.tickets.get('T-1')]);
    expect(parts.alerts.list()).toMatchObject([{ kind: 'disk-full' }]);
  });

  test('what the hub refuses is shown like any other, with the ticket as the room has it', async () => {
    const id = hub.create();
    hub.do('ticket.claim', id);
    comeUp();
    const args = { description: 'x'.repeat(4_000) };
    expect(await desk.act({ op: 'ticket.amend', ticket: id, exp: 1, args })).toMatchObject({
      kind: 'unqueued',
    });
    const [refused] = desk.snapshot().outbox;
    expect(refused).toMatchObject({
      ticket: id,
      state: 'refused',
      code: 'VERSION_CONFLICT',
      theirs: { ticket: { state: 'claimed' } },
    });
    desk.dismiss(refused!.cmd);
    expect(desk.snapshot().outbox).toEqual([]);
  });

  test('an answer that is lost is asked for again: nobody is told that nothing was done, and nothing is done twice', async () => {
    const id = hub.create();
    up = true;
    desk.hubUp();
    parts.link.onPublish = ({ text }) => void hub.carryOut(JSON.parse(text), 'seat-01', 'p-1'); // done, and not said
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = desk.act({ op: 'ticket.note', ticket: id, exp: 1, args: { text: 'x'.repeat(4_000) } });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toMatchObject({ kind: 'unknown' });
    expect(desk.snapshot().outbox).toMatchObject([{ ticket: id, op: 'ticket.note', state: 'pending' }]);
    hub.serve(parts.link);
    parts.clock += 30_000;
    await vi.advanceTimersByTimeAsync(30_000);
    vi.useRealTimers();
    expect(desk.snapshot().outbox).toEqual([]);
    expect(hub.log.filter(({ type }) => type === 'ticket.noted')).toHaveLength(1);
    expect(new Set(parts.link.heard('room/v1/cmd/seat-01').map(({ cmd }) => cmd)).size).toBe(1);
  });

  test('what still waits for its answer is carried to the file that can be written again', async () => {
    up = true;
    desk.hubUp();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = create('T-1', LONG);
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect(await answer).toMatchObject({ kind: 'unknown' });
    desk.close();
    parts.fill(false);
    desk.carryTo(parts.databases.desk);
    desk.carryTo(parts.databases.desk);
    desk = begin();
    expect(desk.snapshot().outbox).toMatchObject([{ ticket: 'T-1', state: 'pending', person: 'p-1' }]);
  });

  test('without the hub it is refused, aloud', async () => {
    expect(await create('T-1', LONG)).toEqual({ kind: 'refused', why: 'no-disk-no-hub' });
    expect(parts.link.published).toEqual([]);
  });

  test('with room again it is kept again', async () => {
    await create('T-1', LONG);
    parts.fill(false);
    parts.disk.probe();
    expect(parts.alerts.list()).toEqual([]);
    expect(await create('T-1', LONG)).toMatchObject({ kind: 'kept' });
  });
});
