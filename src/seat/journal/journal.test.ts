import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { chainFault, GENESIS } from '../../node/journal/chain.ts';
import { JournalUpload } from '../../shared/wire/journal.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { Journal } from './journal.ts';

let parts: SeatParts;
let journal: Journal;
const onRefused = vi.fn();
/** what the hub has kept */
let kept: { count: number; head: string };

beforeEach(() => {
  parts = seatParts();
  kept = { count: 0, head: GENESIS };
  begin();
});
afterEach(() => {
  parts.dispose();
  vi.clearAllMocks();
});
const begin = () => {
  journal = new Journal(parts.databases.desk, parts.disk, onRefused);
};
const record = (motive: string) =>
  journal.record({ at: instant(parts.clock), action: 'camera.view', target: 'CAM-1', motive });
const uploads = () => parts.link.heard('room/v1/journal/+').map((upload) => JournalUpload.parse(upload));

/** A hub that keeps what continues the chain, as the real one does. */
function serve(answer: object = {}): void {
  parts.link.onPublish = ({ text }) => {
    const { upload, entries } = JournalUpload.parse(JSON.parse(text));
    for (const entry of entries) {
      if (entry.n <= kept.count) continue;
      expect(chainFault(kept, entry)).toBeUndefined();
      kept = { count: entry.n, head: entry.head };
    }
    parts.link.say(topics.reply('seat-01'), {
      v: 1,
      upload,
      kept: kept.count,
      ok: true,
      code: 'OK',
      ...answer,
    });
  };
}

/** What a hub had kept when it had `n` entries. */
const headAt = (n: number) => {
  const entry = uploads()
    .flatMap(({ entries }) => entries)
    .find((one) => one.n === n);
  return { count: n, head: entry!.head };
};

/** Like `serve`, but a gap is refused with what it has, as the real hub does. */
function serveRestored(): void {
  parts.link.onPublish = ({ text }) => {
    const { upload, entries } = JournalUpload.parse(JSON.parse(text));
    const fault = entries[0]!.n > kept.count + 1;
    if (!fault) kept = { count: entries.at(-1)!.n, head: entries.at(-1)!.head };
    const answer = { ok: !fault, code: fault ? 'BROKEN' : 'OK' };
    parts.link.say(topics.reply('seat-01'), { v: 1, upload, kept: kept.count, ...answer });
  };
}

test('each entry follows from the one before, over a restart too', () => {
  expect(journal.head()).toEqual(kept);
  record('bagarre');
  parts.reopen();
  begin();
  record('chute');
  expect(journal.head().count).toBe(2);
  serve();
  return journal.upload(parts.letters).then(() => expect(journal.head()).toEqual(kept));
});

describe('upload', () => {
  test('brings all of it, a hundred at a time, and each once', async () => {
    for (let i = 0; i < 250; i++) record(`motif ${i}`);
    serve();
    await journal.upload(parts.letters);
    expect(uploads().map(({ entries }) => entries.length)).toEqual([100, 100, 50]);
    expect(kept.count).toBe(250);
    await journal.upload(parts.letters);
    expect(uploads()).toHaveLength(3);
  });

  test('what was not acknowledged goes again', async () => {
    record('bagarre');
    parts.link.online = false;
    await journal.upload(parts.letters);
    parts.link.online = true;
    serve();
    await journal.upload(parts.letters);
    expect(kept.count).toBe(1);
  });

  test('a hub that was restored from a backup gets again what it has lost, and the new', async () => {
    for (let i = 0; i < 120; i++) record(`motif ${i}`);
    serve();
    await journal.upload(parts.letters);
    kept = headAt(7);
    record('bagarre');
    serveRestored();
    await journal.upload(parts.letters);
    expect(onRefused).not.toHaveBeenCalled();
    expect(kept).toEqual(journal.head());
    expect(uploads().map(({ entries }) => entries.map(({ n }) => n)[0])).toEqual([1, 101, 121, 8, 108]);
    await journal.upload(parts.letters);
    expect(uploads()).toHaveLength(5);
  });

  test('a hub that is greeted says at once what it has lost, and gets it without a new entry', async () => {
    for (let i = 0; i < 5; i++) record(`motif ${i}`);
    serve();
    await journal.upload(parts.letters);
    kept = headAt(2);
    serveRestored();
    await journal.upload(parts.letters);
    expect(kept.count).toBe(2);
    await journal.upload(parts.letters, true);
    expect(kept).toEqual(journal.head());
    expect(uploads().map(({ entries }) => entries.map(({ n }) => n))).toEqual([
      [1, 2, 3, 4, 5],
      [5],
      [3, 4, 5],
    ]);
  });

  test('a hub that is greeted and has lost nothing is shown one entry; one without entries none', async () => {
    await journal.upload(parts.letters, true);
    expect(uploads()).toEqual([]);
    for (let i = 0; i < 3; i++) record(`motif ${i}`);
    serve();
    await journal.upload(parts.letters);
    await journal.upload(parts.letters, true);
    expect(uploads().map(({ entries }) => entries.map(({ n }) => n))).toEqual([[1, 2, 3], [3]]);
  });

  test('a hub that never remembers is not sent to for ever, and it is said', async () => {
    for (let i = 0; i < 3; i++) record(`motif ${i}`);
    serve();
    await journal.upload(parts.letters);
    record('bagarre');
    const answers = [
      { ok: false, code: 'BROKEN', kept: 2 },
      { ok: true, code: 'OK', kept: 4 },
    ];
    record('chute');
    let asked = 0;
    parts.link.onPublish = ({ text }) => {
      const { upload } = JournalUpload.parse(JSON.parse(text));
      const answer = { v: 1, upload, ...(answers[asked++] ?? { ok: false, code: 'BROKEN', kept: 1 }) };
      parts.link.say(topics.reply('seat-01'), answer);
    };
    await journal.upload(parts.letters);
    expect(asked).toBe(3);
    expect(onRefused).toHaveBeenCalledExactlyOnceWith('BROKEN');
  });

  test('a hub that holds another story is said, and nothing is taken for kept', async () => {
    record('bagarre');
    serve({ ok: false, code: 'FORKED', kept: 10 });
    await journal.upload(parts.letters);
    expect(onRefused).toHaveBeenCalledWith('FORKED');
    await journal.upload(parts.letters);
    expect(uploads().map(({ entries }) => entries.map(({ n }) => n))).toEqual([[1], [1]]);
  });
});

test('what the disk does not take is not recorded, and is said', () => {
  parts.fill(true);
  expect(
    journal.record({ at: instant(parts.clock), action: 'camera.view', payload: { text: 'x'.repeat(5_000) } }),
  ).toBe(false);
  expect(journal.head().count).toBe(0);
  expect(parts.alerts.list()).toMatchObject([{ kind: 'disk-full' }]);
});
