import { expect, it } from 'vitest';
import { createLog } from '../../node/log/log.ts';
import { StorageError } from '../../node/sqlite/errors.ts';
import { StoreHealth } from './health.ts';

it('work that fails with each message is said once in a while, by what it was', () => {
  const lines: { what?: string; suppressed?: number }[] = [];
  let now = 0;
  const write = (line: string) => void lines.push(JSON.parse(line));
  const health = new StoreHealth(
    createLog({ name: 't', readable: false, write }),
    () => now,
    () => {},
  );
  for (let i = 0; i < 300; i++) health.failed(new TypeError('defect'), 'ticket.note');
  health.failed(new TypeError('defect'), 'intake');
  now = 31_000;
  health.failed(new TypeError('defect'), 'ticket.note');
  expect(lines.map(({ what, suppressed }) => [what, suppressed])).toEqual([
    ['ticket.note', 0],
    ['intake', 0],
    ['ticket.note', 299],
  ]);
  expect(health.ok).toBe(true);
});

it('trouble with the store is said when it begins, when it ends, and now and then between', () => {
  const lines: string[] = [];
  let now = 0;
  const damaged: unknown[] = [];
  const log = createLog({
    name: 't',
    readable: false,
    write: (line) => lines.push((JSON.parse(line) as { msg: string }).msg),
  });
  const health = new StoreHealth(
    log,
    () => now,
    (error) => damaged.push(error),
  );
  const full = new StorageError('disk-full', 'hub.db', 'SQLITE_FULL');
  for (let i = 0; i < 5; i++) health.failed(full, 'commands');
  now = 31_000;
  health.failed(full, 'commands');
  expect(health.ok).toBe(false);
  health.worked();
  health.worked();
  expect(lines).toEqual([
    'the store cannot be written: commands are answered RETRY',
    'the store cannot be written: commands are answered RETRY',
    'the store can be written again',
  ]);
  health.failed(new StorageError('damaged', 'hub.db', 'x'), 'commands');
  expect(damaged).toHaveLength(1);
});
