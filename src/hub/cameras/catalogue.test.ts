import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestDesk, someCamera } from '../../../tests/support/hub-desk.ts';
import { CameraId } from '../../shared/ids.ts';
import { importCameras, playable } from './catalogue.ts';

const camera = (id: string, ...origins: readonly string[]) => ({
  ...someCamera,
  id: CameraId.parse(id),
  streams: origins.map((origin) => ({ origin, path: '/live/index.m3u8' })),
});

it('leaves out streams that no seat would play, says which and why, and never quotes the address', () => {
  const { cameras, refused } = playable([
    camera('fine', 'https://video.example', 'http://user:geheim@127.0.0.1:8888'),
    camera('none', 'rtsp://127.0.0.1'),
    camera('far', 'http://video.example'),
    camera('fine', 'https://elsewhere.example'),
  ]);
  expect([...cameras.keys()]).toEqual(['fine']);
  expect(cameras.get(CameraId.parse('fine'))?.streams).toEqual([
    { origin: 'https://video.example', path: '/live/index.m3u8' },
  ]);
  expect(refused.join('\n')).toMatch(
    /fine: stream 2 carries a user.*none: stream 1 is neither.*far: stream 1 is http to another.*fine is there twice/s,
  );
  expect(refused.join()).not.toContain('geheim');
});

it('keeps the last catalogue in the store for when no file is named', async () => {
  const room = await openTestDesk();
  const dir = mkdtempSync(join(tmpdir(), 'vigie-cameras-'));
  const file = join(dir, 'cameras.json');
  writeFileSync(
    file,
    JSON.stringify([camera('a', 'https://video.example'), camera('b', 'https://video.example')]),
  );
  await importCameras(room.store, file);
  writeFileSync(file, JSON.stringify([camera('b', 'https://video.example')]));
  await importCameras(room.store, file);
  expect([...(await importCameras(room.store, undefined)).cameras.keys()]).toEqual(['b']);
  room.close();
  rmSync(dir, { recursive: true });
});
