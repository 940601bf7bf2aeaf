import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { createLog } from '../../node/log/log.ts';
import { Relay } from './relay.ts';

let room: TestDesk;
let make: Awaited<ReturnType<TestDesk['signIn']>>;
beforeEach(async () => {
  room = await openTestDesk();
  make = await room.signIn('seat-01', 'p-1');
});
afterEach(() => room.close());

const open = (n: number) =>
  room.ask(
    'seat-01',
    ...Array.from({ length: n }, () =>
      make({ op: 'ticket.create', target: { type: 'ticket', id: v7() }, exp: 0, args: draft() }),
    ),
  );

/** A relay to a broker that takes what `takes` lets it; resolves its bursts by the sequence they reached. */
async function relayTo(takes: (seq: number) => boolean) {
  const sent: number[] = [];
  let drained = Promise.withResolvers<number>();
  const relay = await Relay.create({
    store: room.store,
    publish: async (event) => {
      const { seq } = JSON.parse(event) as { seq: number };
      sent.push(seq);
      return takes(seq) ? { ok: true, noSubscribers: false } : { ok: false, reason: 'timeout' };
    },
    published: () => {},
    drained: (seq) => drained.resolve(seq),
    log: createLog({ name: 'relay', level: 'silent' }),
  });
  const burst = () => {
    drained = Promise.withResolvers<number>();
    relay.wake();
    return drained.promise;
  };
  return { relay, sent, burst };
}
const upTo = (n: number, from = 1) => Array.from({ length: n - from + 1 }, (_, i) => from + i);

it('publishes in order, once, over any number of bursts and over a restart', async () => {
  await open(450);
  const first = await relayTo(() => true);
  expect(await first.burst()).toBe(450);
  await open(2);
  expect(await first.burst()).toBe(452);
  expect(first.sent).toEqual(upTo(452));
  await first.relay.stop();

  await open(3);
  const second = await relayTo(() => true);
  expect(second.relay.mark).toBe(452);
  expect(await second.burst()).toBe(455);
  expect(second.sent).toEqual(upTo(455, 453));
  await second.relay.stop();
});

it('begins again at the first that the broker did not acknowledge, whatever came after it', async () => {
  await open(10);
  let well = false;
  const { relay, sent, burst } = await relayTo((seq) => well || seq !== 4);
  const later = burst();
  // The burst fails by itself; its mark stands before the one that got lost.
  while (relay.mark !== 3) await new Promise((resolve) => setImmediate(resolve));
  well = true;
  relay.wake();
  expect(await later).toBe(10);
  expect(sent).toEqual([...upTo(10), ...upTo(10, 4)]);
  await relay.stop();
});

it('says that it has come to the end when there was nothing to do: the head is due all the same', async () => {
  const { relay, sent, burst } = await relayTo(() => true);
  expect(await burst()).toBe(0);
  expect(sent).toEqual([]);
  await relay.stop();
});
