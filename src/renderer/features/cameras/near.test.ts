import { expect, test } from 'vitest';
import { CameraEntry } from '../../../shared/ipc/model.ts';
import { camerasNear } from './near.ts';

const camera = (id: string, lon: number, lat: number, azimuth: number) =>
  CameraEntry.parse({
    v: 1,
    id,
    name: id,
    domain: 'publicSpace',
    position: [lon, lat],
    azimuth,
    fieldOfView: 60,
    streams: [{ origin: 'http://127.0.0.1', path: '/a' }],
  });
const place = [5.04, 47.32] as const;
const ids = (cameras: readonly CameraEntry[], most = 4) => {
  const { seeing, others } = camerasNear(cameras, place, most);
  return [seeing.map(({ id }) => id), others.map(({ id }) => id)];
};

test('one that looks at the place is told apart from a nearer one that looks away', () => {
  const away = camera('away', 5.04, 47.3205, 0); // 55 m north of it, looks north
  const at = camera('at', 5.04, 47.3209, 180); // 100 m north of it, looks south
  expect(ids([away, at])).toEqual([['at'], ['away']]);
});
test('far ones are not offered', () => expect(ids([camera('far', 5.06, 47.32, 270)])).toEqual([[], []]));
test('a handful at most, the nearest; those that see it before others', () => {
  const row = [1, 2, 3].map((n) => camera(`c${n}`, 5.04, 47.32 + n * 0.0003, 0));
  const at = camera('at', 5.04, 47.3209, 180);
  expect(ids(row, 2)).toEqual([[], ['c1', 'c2']]);
  expect(ids([...row, at], 2)).toEqual([['at'], ['c1']]);
});
