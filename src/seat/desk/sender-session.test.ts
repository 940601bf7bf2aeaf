import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { seatParts } from '../../../tests/support/seat-parts.ts';
import { SmallHub } from '../../../tests/support/small-hub.ts';
import { command } from '../../../tests/support/ticket-command.ts';
import { OutboxStore } from './outbox-store.ts';
import { Sender } from './sender.ts';

const parts = seatParts();
const store = new OutboxStore(parts.databases.desk);
const over: string[] = [];
const sender = new Sender({
  store,
  disk: parts.disk,
  letters: parts.letters,
  onChange: () => {},
  onTicket: () => {},
  onStale: () => {},
  onUnsupported: () => {},
  onSessionOver: (session) => over.push(session),
  now: parts.now,
  random: () => 0.5,
});
afterEach(() => {
  sender.close();
  parts.letters.close();
  parts.dispose();
});
const settle = async () => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
};
const states = () => store.all().map(({ op, state }) => `${op} ${state}`);

test('a refusal for its session, said before the hub was told of it, counts for nothing', async () => {
  const claim = { ...command('ticket.claim', {}), target: { type: 'ticket' as const, id: v7() } } as never;
  store.add(claim, 'p-1');
  const [
    {
      command: { cmd, target },
    },
  ] = store.all() as [ReturnType<typeof store.all>[number]];
  sender.resume();
  await settle();
  expect(states()).toEqual(['ticket.claim sent']);

  sender.pause(); // the hub is gone; the one with the restored store has heard the command before
  parts.link.say('room/v1/rsp/seat-01', { v: 1, cmd, ok: false, code: 'FORBIDDEN', field: 'session' });
  await settle();
  expect(states()).toEqual(['ticket.claim pending']);
  expect(over).toEqual([]);

  const hub = new SmallHub(parts.now);
  hub.create(target.id);
  hub.serve(parts.link);
  sender.resume(); // sessions have been introduced
  await settle();
  expect(store.all()).toEqual([]);
});
