import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { People } from './people.ts';
import { Session } from './session.ts';

type Loose = Record<string, unknown>;
let parts: SeatParts;
let people: People;
let session: Session;
/** what of each session the hub has still to hear */
let unheard: Map<string, Instant>;
/** between the hub's answer and its arrival */
let meanwhile: () => void;

beforeEach(() => {
  parts = seatParts();
  unheard = new Map();
  meanwhile = () => {};
  // A hub that takes every session for what its seat says.
  parts.link.onPublish = ({ topic, text }) => {
    if (!topic.startsWith('room/v1/cmd/')) return;
    const { cmd, op, args } = JSON.parse(text) as { cmd: string; op: string; args: Loose };
    const person = personOf(args.person);
    const openedAt = instant(parts.clock);
    const state = { session: args.session, person, role: 'operator', openedAt, assurance: 'declared' };
    const said = op === 'session.close' ? {} : { session: state };
    meanwhile();
    parts.link.say(topics.reply('seat-01'), { v: 1, cmd, ok: true, code: 'OK', ...said });
  };
  begin();
});
afterEach(() => {
  people.close();
  parts.dispose();
});

const personOf = (id: unknown) => ({ v: 1, id, name: 'Camille Petit', role: 'operator', domains: [] });

function begin(): void {
  const { disk, room, letters, now } = parts;
  const db = parts.databases.desk;
  people = new People({ db, disk, room, onChange: () => {} });
  session = new Session({
    db,
    disk,
    letters,
    people,
    hubUp: () => true,
    unheard: () => unheard,
    onChange: () => {},
    onUntold: () => {},
    onRefused: () => {},
    onOver: () => {},
    now,
  });
}
const told = () => parts.link.heard('room/v1/cmd/+') as { op: string; args: Loose; madeAt: string }[];

test('a session that is over is told again to another store, while commands of it wait', async () => {
  await session.open('p-1', '');
  const first = session.current()!.session;
  unheard.set(first, instant(parts.clock));
  parts.clock += 1_000;
  await session.open('p-2', '');
  parts.clock += 1_000;
  await session.end();
  people.close();
  parts.reopen();
  begin();
  parts.link.published.length = 0;

  session.reintroduce();
  expect(await session.introduce()).toBe(true);
  expect(told()).toMatchObject([
    { op: 'session.adopt', args: { session: first, endedAt: instant(parts.clock - 1_000) } },
  ]);
  // Answered, all of them: there is nothing to tell of it any more.
  unheard.clear();
  await session.introduce();
  session.reintroduce();
  parts.link.published.length = 0;
  expect(await session.introduce()).toBe(true);
  expect(told()).toEqual([]);
});

test('a session does not end before what was done in it, though the clock was set back', async () => {
  await session.open('p-1', '');
  const made = instant(parts.clock + 60_000);
  unheard.set(session.current()!.session, made);
  await session.open('p-2', '');
  expect(told().at(-1)).toMatchObject({ op: 'session.open', madeAt: made });

  unheard.set(session.current()!.session, made);
  await session.end();
  expect(told().at(-1)).toMatchObject({ op: 'session.close', madeAt: made });
});

test('what an earlier store of the hub has answered is told to the one that took its place', async () => {
  parts.link.say(topics.data('person', 'p-1'), personOf('p-1'), true);
  meanwhile = () => session.reintroduce();
  await session.open('p-1', '');
  const { session: id } = session.current()!;
  expect(session.offline).toBe(true);
  meanwhile = () => {};
  expect(await session.introduce()).toBe(true);
  expect(told().at(-1)).toMatchObject({ op: 'session.adopt', args: { session: id } });
  expect(session.offline).toBe(false);
});

test('a session that a hub has ended is told to the next store, while commands of it wait', async () => {
  await session.open('p-1', '');
  const { session: id } = session.current()!;
  unheard.set(id, instant(parts.clock));
  session.over(id);
  expect(session.current()).toBeUndefined();
  parts.link.published.length = 0;
  session.reintroduce();
  expect(await session.introduce()).toBe(true);
  expect(told()).toMatchObject([
    { op: 'session.adopt', args: { session: id, endedAt: instant(parts.clock) } },
  ]);
});
