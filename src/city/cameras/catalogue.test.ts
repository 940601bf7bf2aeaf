import { describe, expect, it } from 'vitest';
import { Camera } from '../../shared/camera/model.ts';
import { distance } from '../../shared/geo/position.ts';
import { demoCameras } from './catalogue.ts';

const CENTRE = [5.0415, 47.322] as const;

describe('the demo cameras', () => {
  it('fit the catalogue the room reads', () => {
    for (const { id, name, domain, position, azimuth, fieldOfView, range } of demoCameras) {
      const streams = [{ origin: 'http://127.0.0.1:8890', path: `/${id}/index.m3u8` }];
      const entry = { v: 1, id, name, domain, position, azimuth, fieldOfView, range, streams };
      expect(Camera.safeParse(entry).error, id).toBeUndefined();
    }
  });

  it('differ in id, number, name, place and picture', () => {
    const distinct = (key: (c: (typeof demoCameras)[number]) => unknown) =>
      new Set(demoCameras.map(key)).size;
    expect(demoCameras.length).toBeGreaterThanOrEqual(10);
    expect(distinct((c) => c.id)).toBe(demoCameras.length);
    expect(distinct((c) => c.number)).toBe(demoCameras.length);
    expect(distinct((c) => c.name)).toBe(demoCameras.length);
    expect(distinct((c) => c.position.join())).toBe(demoCameras.length);
    expect(distinct((c) => `${c.place} ${c.seed}`)).toBe(demoCameras.length);
    expect(distinct((c) => c.place)).toBeGreaterThanOrEqual(8);
  });

  it('stand in the centre', () => {
    for (const camera of demoCameras) {
      expect(distance(CENTRE, camera.position), camera.id).toBeGreaterThan(100);
      expect(distance(CENTRE, camera.position), camera.id).toBeLessThan(1500);
    }
  });
});
