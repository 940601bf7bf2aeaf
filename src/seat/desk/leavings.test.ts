import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NOON, type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { DeskCommand } from '../../shared/wire/command.ts';
import type { CommandReply } from '../../shared/wire/reply.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { Leavings } from './leavings.ts';
import { OutboxStore } from './outbox-store.ts';

let parts: SeatParts;
let outbox: OutboxStore;
let leavings: Leavings;
let here: string | undefined;
let heard: Record<string, unknown>[];

beforeEach(() => {
  parts = seatParts();
  outbox = new OutboxStore(parts.databases.desk);
  here = 'p-1';
  heard = [];
  leavings = new Leavings({
    outbox,
    disk: parts.disk,
    letters: parts.letters,
    person: () => here,
    onChange: () => {},
    now: parts.now,
  });
});
afterEach(() => parts.dispose());

const answering = (ok: boolean) => {
  parts.link.onPublish = ({ text }) => {
    const letter = JSON.parse(text);
    heard.push(letter);
    parts.link.say(topics.reply('seat-01'), { v: 1, cmd: letter.cmd, ok, code: ok ? 'OK' : 'RETRY' });
  };
};
const made = (op: string, args: object = {}) => {
  const command = DeskCommand.parse({
    v: 1,
    cmd: v7(),
    session: 's-1',
    op,
    target: { type: 'ticket', id: 'T-1' },
    exp: 1,
    args,
    madeAt: instant(NOON),
  });
  outbox.add(command, 'p-1');
  return command.cmd;
};
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A refused claim, a closing that was held behind it, and a note that waits still. */
function outage() {
  const cmds = [
    made('ticket.claim'),
    made('ticket.close', { outcome: 'done' }),
    made('ticket.note', { text: 'x' }),
  ];
  const [claim, close] = cmds;
  const reply = { v: 1, cmd: claim, ok: false, code: 'VERSION_CONFLICT' } as CommandReply;
  outbox.refuse(claim!, reply, [close!]);
  return cmds;
}

test('its author is asked as long as they sit here; when they have gone it is left to the supervisors', async () => {
  const [claim, close, note] = outage();
  answering(true);
  leavings.resume();
  await turn();
  expect(heard).toEqual([]);
  here = 'p-2';
  leavings.look();
  await vi.waitFor(() => expect(outbox.all().map(({ cmd }) => cmd)).toEqual([note]));
  expect(heard.map(({ args }) => args)).toMatchObject([
    { person: 'p-1', cmd: claim, op: 'ticket.claim', state: 'refused', code: 'VERSION_CONFLICT' },
    { person: 'p-1', cmd: close, op: 'ticket.close', args: { outcome: 'done' }, state: 'held' },
  ]);
});

test('it stays here until the hub has said that they have it, and nothing is said to a hub that is away', async () => {
  outage();
  here = undefined;
  answering(false);
  leavings.look();
  await turn();
  expect(heard).toEqual([]);
  leavings.resume();
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(outbox.all()).toHaveLength(3);
  answering(true);
  leavings.pause();
  leavings.look();
  await turn();
  expect(heard).toHaveLength(1);
  leavings.resume();
  await vi.waitFor(() => expect(outbox.all()).toHaveLength(1));
});
