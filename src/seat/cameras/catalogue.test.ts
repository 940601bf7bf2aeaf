import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CAMERA, ORIGIN } from '../../../tests/support/seat-camera.ts';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { listingTopic } from '../../shared/wire/listing.ts';
import { topics } from '../../shared/wire/topic.ts';
import { Disk } from '../disk/disk.ts';
import { CityStore } from '../lamps/city-store.ts';
import { Catalogue } from './catalogue.ts';

const HEALTH = { v: 1, up: true, since: '2026-11-23T11:00:00.000Z', bitRate: 2_000 };

let parts: SeatParts;
let catalogue: Catalogue;
const onChange = vi.fn();

beforeEach(() => {
  parts = seatParts();
  begin();
});
afterEach(() => {
  catalogue.close();
  parts.dispose();
  vi.clearAllMocks();
});
function begin(): void {
  const { city } = parts.databases;
  const store = new CityStore(city, new Disk(city, parts.alerts));
  catalogue = new Catalogue({ room: parts.room, store, videoOrigins: [ORIGIN], onChange });
}
const define = (camera: object = CAMERA, id = 'CAM/1') => parts.link.say(topics.camera(id), camera, true);

test('holds cameras with their health, and has them at the next start', () => {
  define();
  parts.link.say(topics.cameraHealth('CAM/1'), HEALTH, true);
  expect(catalogue.entries()).toEqual([{ ...CAMERA, health: HEALTH }]);
  catalogue.close();
  parts.reopen();
  begin();
  expect(catalogue.entries()).toEqual([CAMERA]);
});

test('an empty message takes one away, for the next start too', () => {
  define();
  define({}, 'CAM/2'); // bad
  parts.link.say(topics.camera('CAM/1'), '');
  expect(catalogue.entries()).toEqual([]);
  catalogue.close();
  parts.reopen();
  begin();
  expect(catalogue.entries()).toEqual([]);
});

test('one that is not in the listing is no more, for the next start too', () => {
  define();
  define({ ...CAMERA, id: 'CAM/2' }, 'CAM/2');
  parts.link.say(listingTopic('camera'), { v: 1, ids: ['CAM/2', 'CAM/3'] }, true);
  expect(catalogue.entries().map(({ id }) => id)).toEqual(['CAM/2']);
  catalogue.close();
  parts.reopen();
  begin();
  expect(catalogue.entries().map(({ id }) => id)).toEqual(['CAM/2']);
});

test('windows are told of many at once', async () => {
  for (let i = 0; i < 300; i++) define({ ...CAMERA, id: `CAM/${i}` }, `CAM/${i}`);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  expect(onChange).toHaveBeenCalledOnce();
  expect(catalogue.entries()).toHaveLength(300);
});

test('windows are told of a flood of health seldom, and of none that is no camera’s', async () => {
  define();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  for (let i = 0; i < 300; i++) {
    parts.link.say(topics.cameraHealth('CAM/1'), { ...HEALTH, bitRate: i });
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(catalogue.entries()[0]?.health?.bitRate).toBe(299);
  expect(onChange.mock.calls.length).toBeLessThan(10);
  for (let i = 0; i < 2_100; i++) parts.link.say(topics.cameraHealth(`GHOST/${i}`), HEALTH);
  expect(parts.rejected()).toEqual({ 'city/v1/cam/+/health unknown-camera': 100 });
  define({ ...CAMERA, id: 'GHOST/0' }, 'GHOST/0');
  expect(catalogue.entries()[1]?.health).toEqual(HEALTH); // it may come before its camera
});

test.each<[string, object]>([
  ['of another origin', { origin: 'https://elsewhere.example', path: '/a.m3u8' }],
  ['with a password in it', { origin: 'https://me:secret@video.ville.example', path: '/a.m3u8' }],
  ['that leaves its folder', { origin: ORIGIN, path: '/../a.m3u8' }],
])('a camera whose only stream is one %s is shown, not played, and named', (_, stream) => {
  define({ ...CAMERA, streams: [stream] });
  expect(catalogue.entries()[0]?.refused).toEqual(expect.any(String));
  expect(parts.rejected()).toEqual({ 'room/v1/cam/+ streams streams': 1 });
});

test('a camera of which the hub left the address out is shown, not played, with the reason it gives', () => {
  define({ ...CAMERA, streams: [], unplayable: 'userinfo' });
  expect(catalogue.entries()[0]?.refused).toBe('userinfo');
  expect(parts.rejected()).toEqual({ 'room/v1/cam/+ streams streams': 1 });
});

test('bad entries and health are counted by topic and field, and change nothing', () => {
  define();
  define({ ...CAMERA, azimuth: 400 });
  define({ ...CAMERA, id: 'CAM/2' });
  parts.link.say(topics.camera('CAM/1'), 'no JSON');
  parts.link.say(topics.cameraHealth('CAM/1'), { ...HEALTH, up: 1 });
  expect(catalogue.entries()).toEqual([CAMERA]);
  expect(parts.rejected()).toEqual({
    'room/v1/cam/+ schema azimuth': 1,
    'room/v1/cam/+ id id': 1,
    'room/v1/cam/+ json': 1,
    'city/v1/cam/+/health schema up': 1,
  });
});
