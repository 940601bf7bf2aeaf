import { expect, it } from 'vitest';
import { MemoryLink } from '../../../tests/support/memory-link.ts';
import { until } from '../../../tests/support/until.ts';
import { createLog } from '../../node/log/log.ts';
import type { RoomKind, RoomValue } from '../../shared/wire/room-data.ts';
import { keepOnBroker } from './keep-on-broker.ts';
import { RoomData } from './room-data.ts';

const OWN = 'room/v1/hub/hub';
const PERSON = 'room/v1/data/person/p-1';

function keep(wanted: Readonly<Record<string, string>> = { [PERSON]: 'x' }, data = new RoomData([])) {
  const link = new MemoryLink();
  let settled = 0;
  keepOnBroker({
    link,
    wanted: new Map(Object.entries(wanted)),
    data: [data],
    presence: { topic: OWN, instance: 'i-1' },
    settled: () => {
      settled += 1;
    },
    log: createLog({ name: 'keep', level: 'silent' }),
  });
  const echo = (instance = 'i-1', retained = false) => link.say(OWN, { up: true, instance }, retained);
  const sent = () => link.published.map(({ topic, text }) => [topic, text]);
  return { link, echo, sent, settled: () => settled, data };
}

it('judges what the broker has only when its own word comes back: what is still to come would be sent again', async () => {
  const { link, echo, sent, settled } = keep();
  // What the broker kept of this hub's last connection may come before the rest.
  echo('i-1', true);
  echo('another hub');
  link.say(PERSON, 'x', true);
  echo();
  await until('settled', () => settled() > 0);
  expect(settled()).toBe(1);
  expect(sent()).toEqual([]);
});

it('after a break it knows nothing of what the broker has, until it is told again', async () => {
  const { link, echo, sent, settled } = keep();
  link.say(PERSON, 'x', true);
  link.become('down');
  link.become('up');
  echo();
  await until('settled', () => settled() === 1);
  expect(sent()).toEqual([[PERSON, 'x']]);
});

it('is not settled by a connection that broke meanwhile', async () => {
  const { link, echo, sent, settled } = keep();
  const slow = Promise.withResolvers<void>();
  const publish = link.publish.bind(link);
  link.publish = async (...message) => {
    await slow.promise;
    return publish(...message);
  };
  echo();
  link.become('down');
  link.become('up');
  slow.resolve();
  await until('sent', () => sent().length === 1);
  // All that followed from it is done within this turn of the loop.
  await new Promise((resolve) => setImmediate(resolve));
  expect(settled()).toBe(0);
  echo();
  await until('settled', () => settled() > 0);
  expect(settled()).toBe(1);
});

it('takes a district away with its frames, and leaves alone what others keep there', async () => {
  const { link, echo, sent, settled } = keep({});
  link.say('room/v1/dict/2A%2FB', '{"old":true}', true);
  link.say('room/v1/data/layout/l-1', '{"of":"a seat"}', true);
  echo();
  await until('settled', () => settled() === 1);
  expect(sent()).toEqual([
    ['room/v1/dict/2A%2FB', ''],
    ['room/v1/dist/2A%2FB/full', ''],
  ]);
});

it('tells what changes once the broker has said what it has, and only gathers it before', async () => {
  const { link, echo, sent, settled, data } = keep({}, new RoomData(['buoy' as RoomKind]));
  const listing = 'room/v1/data/index/buoy';
  const buoy = 'room/v1/data/buoy/b-1';
  data.put('buoy' as RoomKind, { id: 'b-1' } as unknown as RoomValue<RoomKind>);
  // Its listing follows within this turn of the loop.
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent()).toEqual([]);
  echo();
  await until('settled', () => settled() === 1);
  expect(sent().map(([topic]) => topic)).toEqual([listing, buoy]);
  link.become('down');
  data.remove('buoy' as RoomKind, 'b-1');
  expect(sent()).toHaveLength(2);
  link.become('up');
  link.say(listing, '{"v":1,"ids":["b-1"]}', true);
  echo();
  await until('settled again', () => settled() === 2);
  await until('listed', () => sent().length > 2);
  expect(sent().slice(2)).toEqual([[listing, '{"v":1,"ids":[]}']]);
});
