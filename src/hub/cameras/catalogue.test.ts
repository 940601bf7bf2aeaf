import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestDesk, someCamera } from '../../../tests/support/hub-desk.ts';
import { Camera } from '../../shared/camera/model.ts';
import { CameraId } from '../../shared/ids.ts';
import { importCameras, playable } from './catalogue.ts';

const camera = (id: string, ...origins: readonly string[]) => ({
  ...someCamera,
  id: CameraId.parse(id),
  streams: origins.map((origin) => ({ origin, path: '/live/index.m3u8' })),
});

it('leaves out streams that no seat would play, says which and why, and never tells the address', () => {
  const { cameras, refused } = playable([
    camera('fine', 'https://video.example', 'http://user:geheim@127.0.0.1:8888'),
    camera('none', 'rtsp://127.0.0.1'),
    camera('far', 'http://video.example'),
    camera('login', 'https://user:geheim@video.example', 'rtsp://user:geheim@video.example'),
    camera('long', `https://${'geheim.'.repeat(50)}example`),
    camera('empty'),
    camera('fine', 'https://elsewhere.example'),
  ]);
  expect([...cameras.values()].map(({ id, unplayable }) => [id, unplayable])).toEqual([
    ['fine', undefined],
    ['none', 'scheme'],
    ['far', 'insecure'],
    ['login', 'userinfo'],
    ['long', 'malformed'],
    ['empty', 'malformed'],
  ]);
  expect(cameras.get(CameraId.parse('fine'))?.streams).toEqual([
    { origin: 'https://video.example', path: '/live/index.m3u8' },
  ]);
  expect(refused.join('\n')).toMatch(
    /fine: stream 2 carries a user.*none: stream 1 is neither.*far: stream 1 is http to another.*fine is there twice/s,
  );
  expect(refused.join()).not.toContain('geheim');
  expect(JSON.stringify([...cameras.values()])).not.toContain('geheim');
  for (const entry of cameras.values()) expect(Camera.parse(entry)).toEqual(entry);
});

it('a camera that does not play keeps its reason in the store, one of no address at all does not stop the hub', async () => {
  const room = await openTestDesk();
  const dir = mkdtempSync(join(tmpdir(), 'vigie-cameras-'));
  const file = join(dir, 'cameras.json');
  const nothing = { ...camera('b'), streams: [{ origin: null }, { path: 7 }] };
  writeFileSync(file, JSON.stringify([camera('a', 'https://user:geheim@video.example'), nothing]));
  await importCameras(room.store, file);
  const { cameras } = await importCameras(room.store, undefined);
  expect([...cameras.values()].map(({ unplayable }) => unplayable)).toEqual(['userinfo', 'malformed']);
  const rows = await room.store.db.selectFrom('camera').select('json').execute();
  expect(JSON.stringify(rows)).not.toContain('geheim');
  room.close();
  rmSync(dir, { recursive: true });
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
