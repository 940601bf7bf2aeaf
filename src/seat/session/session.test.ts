import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { listingTopic } from '../../shared/wire/listing.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { People } from './people.ts';
import { Session } from './session.ts';

type Loose = Record<string, unknown>;
const PEOPLE = ['Camille Petit', 'Dominique Roy'].map((name, i) => ({
  v: 1,
  id: `p-${i + 1}`,
  name,
  role: 'operator',
  domains: [],
}));

let parts: SeatParts;
let people: People;
let session: Session;
let up: boolean;
/** what the hub answers to each op; nothing where it has none */
let answers: Record<string, (letter: Loose) => Loose>;
const onUntold = vi.fn();
const onRefused = vi.fn();
const onOver = vi.fn();

beforeEach(() => {
  parts = seatParts();
  up = false;
  answers = {};
  parts.link.onPublish = ({ topic, text }) => {
    if (!topic.startsWith('room/v1/cmd/')) return;
    const letter = JSON.parse(text) as Loose;
    const answer = answers[String(letter.op)];
    if (answer) parts.link.say(topics.reply('seat-01'), { v: 1, cmd: letter.cmd, ...answer(letter) });
  };
  begin();
  for (const person of PEOPLE) parts.link.say(topics.data('person', person.id), person, true);
});
afterEach(() => {
  people.close();
  parts.dispose();
  vi.clearAllMocks();
});

function begin(): void {
  const { disk, room, letters, now } = parts;
  const db = parts.databases.desk;
  people = new People({ db, disk, room, onChange: () => {} });
  session = new Session({
    db,
    disk,
    letters,
    people,
    hubUp: () => up,
    unheard: () => new Map(),
    onChange: () => {},
    onUntold,
    onRefused,
    onOver,
    now,
  });
}
function beginAgain(): void {
  people.close();
  parts.reopen();
  begin();
}
const state = (person: Loose, id: string) => ({
  session: id,
  person,
  role: person.role,
  openedAt: instant(parts.clock),
  assurance: 'declared',
});
const ok = { ok: true, code: 'OK' };
const asked = () => parts.link.heard('room/v1/cmd/+').map(({ op }) => op);
function comeUp(): void {
  up = true;
  answers = {
    'session.open': (letter) => ({
      ...ok,
      session: state(PEOPLE[0]!, String((letter.args as Loose).session)),
    }),
    'session.adopt': (letter) => ({
      ...ok,
      session: state(PEOPLE[0]!, String((letter.args as Loose).session)),
    }),
    'session.close': () => ok,
  };
}

test('the hub opens it; it survives the engine', async () => {
  comeUp();
  expect(await session.open('p-1', 'secret')).toEqual(ok);
  const [{ args }] = parts.link.heard('room/v1/cmd/+') as [{ args: Loose }];
  expect(session.view()).toMatchObject({ offline: false, session: { session: args.session } });
  beginAgain();
  expect(session.current()?.session).toBe(args.session);
  expect(session.offline).toBe(false);
  const files = parts.databases.desk.prepare('SELECT group_concat(value) AS all_of_it FROM meta').get();
  expect(JSON.stringify(files)).not.toContain('secret');
});

test('what the hub refuses is not opened', async () => {
  up = true;
  answers['session.open'] = () => ({ ok: false, code: 'NOT_FOUND', field: 'args.person' });
  expect(await session.open('p-9', '')).toEqual({ ok: false, code: 'NOT_FOUND' });
  expect(session.current()).toBeUndefined();
});

describe('without the hub', () => {
  test('people who are known may work, others not', async () => {
    expect(await session.open('p-9', '')).toEqual({ ok: false, code: 'NOT_FOUND' });
    expect(await session.open('p-2', '')).toEqual(ok);
    expect(session.view()).toMatchObject({ offline: true, session: { person: { name: 'Dominique Roy' } } });
    expect(parts.link.published).toEqual([]);
    beginAgain();
    expect(session.offline).toBe(true);
    expect(session.view().people.map(({ name }) => name)).toEqual(['Camille Petit', 'Dominique Roy']);
  });

  test('a hub that does not answer is as one that is away, but has still to be told', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    up = true;
    const opening = session.open('p-1', '');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await opening).toEqual(ok);
    vi.useRealTimers();
    expect(session.offline).toBe(true);
    expect(onUntold).toHaveBeenCalledOnce();
    // Was only the answer lost? The hub finds the session that it opened, by its name and its time.
    comeUp();
    expect(await session.introduce()).toBe(true);
    const [open, adopt] = parts.link.heard('room/v1/cmd/+') as { args: Loose; madeAt: string }[];
    expect(adopt?.args).toEqual({ session: open?.args.session, person: 'p-1', openedAt: open?.madeAt });
  });

  test('the hub adopts all of them, in order, and hears when each ended', async () => {
    await session.open('p-1', '');
    parts.clock += 60_000;
    await session.open('p-2', '');
    parts.clock += 60_000;
    await session.end();
    const ended = instant(parts.clock);
    beginAgain();
    comeUp();
    expect(await session.introduce()).toBe(true);
    const letters = parts.link.heard('room/v1/cmd/+').map(({ op, args }) => ({ op, ...(args as Loose) }));
    expect(letters).toMatchObject([
      { op: 'session.adopt', person: 'p-1', endedAt: instant(parts.clock - 60_000) },
      { op: 'session.adopt', person: 'p-2', endedAt: ended },
    ]);
    expect(await session.introduce()).toBe(true);
    expect(asked()).toHaveLength(2);
  });

  test('silence in the middle is taken up where it was', async () => {
    await session.open('p-1', '');
    await session.open('p-2', '');
    comeUp();
    const adopt = answers['session.adopt']!;
    answers['session.adopt'] = (letter) =>
      (letter.args as Loose).person === 'p-2' ? { ok: false, code: 'RETRY' } : adopt(letter);
    expect(await session.introduce()).toBe(false);
    comeUp();
    expect(await session.introduce()).toBe(true);
    const said = parts.link.heard('room/v1/cmd/+').map(({ args }) => (args as Loose).person);
    expect(said).toEqual(['p-1', 'p-2', 'p-2']);
    expect(session.offline).toBe(false);
  });

  test('one that ends while the hub is told of it is ended there next', async () => {
    await session.open('p-1', '');
    comeUp();
    const adopt = answers['session.adopt']!;
    answers['session.adopt'] = (letter) => {
      queueMicrotask(() => void session.end());
      return adopt(letter);
    };
    expect(await session.introduce()).toBe(true);
    expect(asked()).toEqual(['session.adopt', 'session.close']);
  });

  test('a clock that is set back makes no session that ends before it begins', async () => {
    await session.open('p-1', '');
    const opened = instant(parts.clock);
    parts.clock -= 60_000;
    await session.end();
    comeUp();
    await session.introduce();
    expect(parts.link.heard('room/v1/cmd/+')).toMatchObject([
      { madeAt: opened, args: { openedAt: opened, endedAt: opened } },
    ]);
  });

  test('one that is refused is said and ends; commands may follow, for the hub to judge', async () => {
    await session.open('p-1', '');
    comeUp();
    answers['session.adopt'] = () => ({ ok: false, code: 'FORBIDDEN' });
    expect(await session.introduce()).toBe(true);
    expect(onRefused).toHaveBeenCalledWith(expect.objectContaining({ person: PEOPLE[0] }), 'FORBIDDEN');
    expect(session.current()).toBeUndefined();
    beginAgain();
    expect(session.current()).toBeUndefined();
  });
});

test('one that the hub has ended is over here, unless it is another or the hub has not heard of it', async () => {
  comeUp();
  await session.open('p-1', '');
  session.over('another');
  expect(onOver).not.toHaveBeenCalled();
  session.over(session.current()!.session);
  expect(onOver).toHaveBeenCalledWith(expect.objectContaining({ person: PEOPLE[0] }));
  expect(session.current()).toBeUndefined();

  up = false;
  await session.open('p-2', '');
  session.over(session.current()!.session);
  expect(session.current()?.person.id).toBe('p-2');
});

test('a session that ends while the hub is away ends there too, later', async () => {
  comeUp();
  await session.open('p-1', '');
  up = false;
  await session.end();
  expect(session.current()).toBeUndefined();
  up = true;
  await session.introduce();
  expect(asked()).toEqual(['session.open', 'session.close']);
});

test('a hub with another store hears of it again', async () => {
  comeUp();
  await session.open('p-1', '');
  session.reintroduce();
  expect(session.offline).toBe(true);
  await session.introduce();
  expect(asked()).toEqual(['session.open', 'session.adopt']);
  const sessions = parts.link.heard('room/v1/cmd/+').map(({ args }) => (args as Loose).session);
  expect(sessions).toEqual([session.current()?.session, session.current()?.session]);
});

test('a full disk does not keep anybody from working', async () => {
  parts.fill(true);
  comeUp();
  answers['session.open'] = () => ({
    ...ok,
    session: state({ ...PEOPLE[0]!, name: 'x'.repeat(120) }, 's'.repeat(200)),
  });
  for (let i = 0; i < 40 && parts.alerts.list().length === 0; i++) {
    up = false;
    await session.open('p-1', '');
  }
  expect(parts.alerts.list()).toMatchObject([{ kind: 'disk-full' }]);
  expect(session.current()?.person.id).toBe('p-1');
});

describe('people', () => {
  test('one that is taken away is forgotten, for the next start too', () => {
    parts.link.say(topics.data('person', 'p-1'), '');
    expect(people.all().map(({ id }) => id)).toEqual(['p-2']);
    beginAgain();
    expect(people.get('p-1')).toBeUndefined();
  });

  test('one that was taken away while this seat was off is not in the listing, and is forgotten', () => {
    beginAgain();
    parts.link.say(topics.data('person', 'p-2'), PEOPLE[1], true);
    parts.link.say(listingTopic('person'), { v: 1, ids: ['p-2', 'p-3'] }, true);
    expect(people.all().map(({ id }) => id)).toEqual(['p-2']);
    parts.link.say(topics.data('person', 'p-3'), { ...PEOPLE[0], id: 'p-3' });
    parts.link.say(listingTopic('person'), ''); // nothing is known of what there is
    beginAgain();
    expect(people.all().map(({ id }) => id)).toEqual(['p-3', 'p-2']);
    parts.link.say(listingTopic('person'), { v: 1, ids: 'p-2' });
    expect(people.all()).toHaveLength(2);
    expect(parts.rejected()).toEqual({ 'room/v1/data/+/+ schema ids': 1 });
  });

  test('bad ones are counted and change nothing', () => {
    parts.link.say(topics.data('person', 'p-1'), { ...PEOPLE[0], role: 'king' });
    parts.link.say(topics.data('person', 'p-1'), PEOPLE[1]);
    parts.link.say(topics.data('person', 'p-1'), '{');
    expect(people.get('p-1')).toEqual(PEOPLE[0]);
    expect(parts.rejected()).toEqual({
      'room/v1/data/+/+ schema role': 1,
      'room/v1/data/+/+ id id': 1,
      'room/v1/data/+/+ json': 1,
    });
  });
});
