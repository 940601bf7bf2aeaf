import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryLink } from '../../../tests/support/memory-link.ts';
import { NOON } from '../../../tests/support/seat-parts.ts';
import { createLog } from '../../node/log/log.ts';
import { StorageError } from '../../node/sqlite/errors.ts';
import { Head } from '../../shared/wire/presence.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { MqttRoom } from './mqtt-room.ts';

let link: MemoryLink;
let room: MqttRoom;
let clock: number;
const lines: string[] = [];
const damages: unknown[] = [];
beforeEach(() => {
  link = new MemoryLink();
  clock = NOON;
  lines.length = 0;
  damages.length = 0;
  const log = createLog({ name: 'test', level: 'info', write: (line) => lines.push(line) });
  const onDamaged = (error: unknown) => void damages.push(error);
  room = new MqttRoom({ link, seat: 'seat-01', instance: 'i', log, onDamaged, now: () => clock });
});
let stop = () => {};
afterEach(() => stop());

const listen = (take: (payload: unknown) => void) => {
  stop = room.listen(topics.head(), 0, (_topic, payload) => take(payload));
};
const counted = () =>
  room.input.snapshot().kinds.map(({ class: kind, reason, count }) => `${kind} ${reason} ${count}`);

test('what fails in a handler is counted as this seat’s own defect, and the others hear', () => {
  listen(() => {
    throw new TypeError('a bug');
  });
  const heard: unknown[] = [];
  const unlisten = room.listen(topics.head(), 0, (_topic, payload) => heard.push(payload));
  for (let i = 0; i < 300; i++) link.say(topics.head(), { i });
  unlisten();
  expect(heard).toHaveLength(300);
  expect(counted()).toEqual(['room/v1/head defect 300']);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('TypeError: a bug');
  expect(damages).toEqual([]);
});

test('a damaged file is nobody’s message: it is told, not counted', () => {
  const damage = new StorageError('damaged', 'desk.db', 'test');
  listen(() => {
    throw damage;
  });
  link.say(topics.head(), {});
  expect(damages).toEqual([damage]);
  expect(counted()).toEqual([]);
});

test('of 300 bad messages a second the log gets one line of each kind in ten seconds', () => {
  const heard: unknown[] = [];
  listen((payload) => heard.push(room.parse(topics.head(), Head, payload)));
  const good = { v: 1, epoch: 'e', seq: 1, at: instant(NOON) };
  for (let second = 0; second < 20; second++) {
    for (let i = 0; i < 100; i++) {
      link.say(topics.head(), 'no JSON');
      link.say(topics.head(), { ...good, seq: `${i}` });
      link.say(topics.head(), good);
    }
    clock += 1_000;
  }
  expect(heard.filter((head) => head !== undefined)).toHaveLength(2_000);
  expect(counted().toSorted()).toEqual(['room/v1/head json 2000', 'room/v1/head schema 2000']);
  const said = lines.map((line) => JSON.parse(line) as { reason: string; suppressed: number });
  expect(said.map(({ reason, suppressed }) => `${reason} ${suppressed}`)).toEqual([
    'json 0',
    'schema 0',
    'json 999',
    'schema 999',
  ]);
});
