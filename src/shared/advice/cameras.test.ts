import { describe, expect, test } from 'vitest';
import { ticket } from '../../../tests/support/ticket.ts';
import type { CameraId } from '../ids.ts';
import { camerasToOpen, type SightedCamera } from './cameras.ts';

const PLACE = [5.04, 47.32] as const;
/** So many metres north of the place, looking by default south: at it. */
const camera = (id: string, metres: number, more: Partial<SightedCamera> = {}): SightedCamera => ({
  id: id as CameraId,
  name: id,
  position: [5.04, 47.32 + metres / 111_195],
  azimuth: 180,
  fieldOfView: 60,
  playable: true,
  ...more,
});
const told = (cameras: readonly SightedCamera[], more: object = {}) =>
  camerasToOpen(
    ticket('T-1', { kind: 'fight', place: { label: 'Place', position: PLACE }, ...more }),
    cameras,
  )?.cameras.map(({ id, metres }) => `${id} ${metres}`);

describe('proposes what sees the place', () => {
  test.each<[string, readonly SightedCamera[], readonly string[]]>([
    ['one within its usual range', [camera('a', 149)], ['a 149']],
    ['the nearest first', [camera('far', 120), camera('near', 20)], ['near 20', 'far 120']],
    ['one that says it sees further', [camera('a', 400, { range: 500 })], ['a 400']],
    ['one at the edge of its field', [camera('a', 50, { azimuth: 209 })], ['a 50']],
    ['one that turns about', [camera('a', 50, { azimuth: 0, fieldOfView: 360 })], ['a 50']],
    ['one of two, the other looks away', [camera('a', 50), camera('b', 40, { azimuth: 0 })], ['a 50']],
    ['two at most', [10, 20, 30, 40, 50].map((metres) => camera(`c${metres}`, metres)), ['c10 10', 'c20 20']],
  ])('%s', (_name, cameras, said) => expect(told(cameras)).toEqual(said));
});

describe('is silent', () => {
  test.each<[string, readonly SightedCamera[], object]>([
    ['beyond its range', [camera('a', 151)], {}],
    ['beyond the range that it tells', [camera('a', 90, { range: 80 })], {}],
    ['where it looks past the place', [camera('a', 50, { azimuth: 211 })], {}],
    ['where it is down', [camera('a', 50, { playable: false })], {}],
    ['without cameras', [], {}],
    ['for noise at a neighbour’s', [camera('a', 50)], { kind: 'noise' }],
    ['for a lamp', [camera('a', 50)], { kind: 'lampReported' }],
    ['for a kind that it does not know', [camera('a', 50)], { kind: 'malaise' }],
    ['without a place on the map', [camera('a', 50)], { place: { label: 'quelque part' } }],
    [
      'once somebody has it',
      [camera('a', 50)],
      { state: 'claimed', owner: { seat: 'seat-01', person: 'p-1' } },
    ],
    ['once it is closed', [camera('a', 50)], { state: 'closed', outcome: 'done' }],
  ])('%s', (_name, cameras, more) => expect(told(cameras, more)).toBeUndefined());
});
