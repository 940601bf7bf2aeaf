import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLandmarks } from './landmarks.ts';

const folder = mkdtempSync(join(tmpdir(), 'landmarks-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const read = (files: { readonly landmarks?: string; readonly gtfsStops?: string }) =>
  readLandmarks({ landmarks: undefined, gtfsStops: undefined, locale: 'fr', ...files });

test('a city without such files has no such places', () => expect(read({})).toEqual([]));

test('places come out of their file by category, and stops out of the GTFS of the network', () => {
  const school = { name: 'école Jules-Ferry', category: 'school', position: [5.03, 47.32], street: 'rue X' };
  const landmarks = file('places.ndjson', `${JSON.stringify(school)}\n`);
  const gtfsStops = file(
    'stops.txt',
    [
      '\uFEFFstop_id,stop_code,stop_name,stop_lat,stop_lon,location_type,parent_station',
      'S1,,Darcy,47.3238,5.0342,1,',
      'P1,,Darcy,47.3239,5.0343,0,S1',
      'P2,,"République, quai A",47.3279,5.0443,0,',
      'P3,,"République, quai A",47.3280,5.0444,,',
      'P4,,"République, quai A",47.4280,5.0444,,',
      'E1,,Sortie Darcy,47.3238,5.0342,2,S1',
      '',
    ].join('\r\n'),
  );
  expect(read({ landmarks, gtfsStops })).toEqual([
    { v: 1, id: 'school', landmarks: [school] },
    {
      v: 1,
      id: 'stop',
      landmarks: [
        { name: 'arrêt Darcy', category: 'stop', position: [5.0342, 47.3238] },
        { name: 'arrêt République, quai A', category: 'stop', position: [5.0443, 47.3279] },
        { name: 'arrêt République, quai A', category: 'stop', position: [5.0444, 47.428] },
      ],
    },
  ]);
});

test.each([
  ['S1,Darcy,,5.03', /stops\.txt:2: stop_lat/],
  ['S1,Darcy,47.3,500', /stops\.txt:2: stop_lon/],
  ['S1,,47.3,5.0', /stops\.txt:2: stop_name/],
  ['S1,Darcy,47.3', /stops\.txt:2: cells: 3 \/ 4/],
])('a stop that can’t be used is named with its line and column: %s', (row, says) => {
  const gtfsStops = file('stops.txt', `stop_id,stop_name,stop_lat,stop_lon\n${row}\n`);
  expect(() => read({ gtfsStops })).toThrow(says);
});

test('a place of a category that there is not is named', () => {
  const landmarks = file('places.ndjson', '{"name":"x","category":"pub","position":[5,47]}\n');
  expect(() => read({ landmarks })).toThrow(/places\.ndjson:1: category/);
});

test('more than a message takes is refused at the start, not by the broker', () => {
  const place = { name: 'x'.repeat(200), category: 'other', position: [5, 47] };
  const landmarks = file('many.ndjson', `${JSON.stringify(place)}\n`.repeat(5_000));
  expect(() => read({ landmarks })).toThrow(/5000 of category other/);
});
