import { expect, it } from 'vitest';
import { CameraEntry } from '../../shared/ipc/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { mapCamera } from './on-map.ts';

const NOW = Date.UTC(2026, 10, 24, 18);
const camera = (health?: object) =>
  CameraEntry.parse({
    v: 1,
    id: 'cam-1',
    name: 'Place',
    domain: 'publicSpace',
    position: [5, 47],
    azimuth: 0,
    fieldOfView: 60,
    streams: [],
    ...(health === undefined ? {} : { health: { v: 1, since: instant(NOW - 3_600_000), ...health } }),
  });
const state = (health?: object, lost = false) => mapCamera(new Set(), lost, NOW, camera(health)).state;
const pictured = (s: number) => ({ up: true, lastPicture: instant(NOW - s * 1_000) });

it('a camera is up on the map only while what says so is young', () => {
  expect(state(pictured(5))).toBe('up');
  expect(state(pictured(91))).toBe('stale');
  expect(state({ up: true })).toBe('up');
  expect(state({ up: false, lastPicture: instant(NOW - 900_000) })).toBe('lost');
  expect(state()).toBe('stale');
  expect([state(pictured(5), true), state({ up: false }, true)]).toEqual(['stale', 'stale']);
});
