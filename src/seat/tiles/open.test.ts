import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from '../../node/log/log.ts';
import { openBaseMap } from './open.ts';

test('with none configured nothing is asked of a network and no file is made', async () => {
  const forbidden = () => {
    throw new Error('something was fetched');
  };
  const folder = mkdtempSync(join(tmpdir(), 'vigie-tiles-'));
  const log = createLog({ name: 'test', level: 'silent' });
  const map = openBaseMap({
    config: {},
    folder,
    version: '1',
    log,
    onChange: forbidden,
    fetch: forbidden,
    now: Date.now,
  });
  expect(map.state()).toEqual({ kind: 'none' });
  expect(await map.tile({ z: 10, x: 525, y: 358 })).toEqual({ kind: 'none', later: false });
  expect(await map.prefetch()).toEqual({ ok: false, why: 'no-server' });
  map.close();
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
