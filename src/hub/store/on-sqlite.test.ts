import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../node/sqlite/open.ts';
import { initial } from './migrations/001-initial.ts';
import { retention } from './migrations/002-retention.ts';
import { forSqlite } from './migrations/step.ts';
import { openStore } from './store.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-store-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

it('a damaged file is refused and left as it is', async () => {
  const path = join(dir, 'hub.db');
  writeFileSync(path, Buffer.alloc(8_192, 3));
  await expect(openStore(path, () => 'e')).rejects.toMatchObject({ kind: 'damaged' });
});

it('commands answered before they were known by seat keep their answers', async () => {
  const path = join(dir, 'hub.db');
  const before = [initial, retention].map(forSqlite);
  const { db } = openDatabase({ path, synchronous: 'FULL', migrations: before, onDamaged: 'refuse' });
  db.exec(`INSERT INTO command VALUES ('c-1', 'seat-01', 'ticket.note', '2026', 'OK', '{}')`);
  db.close();
  const store = await openStore(path, () => 'e');
  expect(await store.db.selectFrom('command').selectAll().execute()).toEqual([
    { cmd: 'c-1', seat: 'seat-01', op: 'ticket.note', at: '2026', code: 'OK', reply: '{}' },
  ]);
  store.close();
});

describe('a store that was not closed in order', () => {
  const ids = () => ['e-1', 'e-2', 'e-3'][made++]!;
  let made = 0;
  /** What a hub leaves that was killed: the file, with or without its write-ahead log. */
  async function killed(withLog: boolean): Promise<string> {
    made = 0;
    const path = join(dir, 'hub.db');
    const running = await openStore(path, ids);
    await running.write(async (unit) => unit.nextSeq());
    const left = join(dir, 'left.db');
    cpSync(path, left);
    if (withLog) cpSync(`${path}-wal`, `${left}-wal`);
    running.close();
    return left;
  }

  it('goes on where its write-ahead log is there', async () => {
    const store = await openStore(await killed(true), ids);
    expect([store.epoch, store.seq, store.shortened]).toEqual(['e-1', 1, false]);
    store.close();
  });

  it('has a new epoch where the log is gone, for what was committed last may be missing; once', async () => {
    const path = await killed(false);
    const store = await openStore(path, ids);
    expect([store.epoch, store.seq, store.shortened]).toEqual(['e-2', 0, true]);
    store.close();
    const again = await openStore(path, ids);
    expect([again.epoch, again.shortened]).toEqual(['e-2', false]);
    again.close();
  });
});
