import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigError } from './error.ts';
import { loadSeatConfig } from './seat.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-base-map-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const server = {
  url: 'https://tiles.example/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap',
  bounds: [4.85, 47.22, 5.2, 47.42],
};

const load = (baseMap: unknown) => {
  const file = join(folder, 'seat.yaml');
  writeFileSync(file, JSON.stringify({ seat: 'a', brokers: ['mqtt://b'], baseMap }));
  return loadSeatConfig(file).baseMap;
};
const faults = (baseMap: unknown): string => {
  try {
    load(baseMap);
  } catch (error) {
    if (error instanceof ConfigError) return error.lines.join('\n');
    throw error;
  }
  return 'none';
};

test('one file is enough, and its name is beside the configuration', () =>
  expect(load({ file: 'dijon.pmtiles' })).toMatchObject({
    file: join(folder, 'dijon.pmtiles'),
    minZoom: 10,
    maxZoom: 18,
  }));

test('a server, also WMTS by keys and values, and TMS', () => {
  expect(load(server)).toMatchObject({ perSecond: 4, megabytes: 2_000, freshDays: 30, named: true });
  const wmts = 'https://data.example/wmts?LAYER=PLAN&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}';
  expect(load({ ...server, url: wmts })).toMatchObject({ url: wmts });
  expect(faults({ ...server, url: 'http://127.0.0.1:8080/{z}/{x}/{-y}' })).toBe('none');
  expect(faults({ ...server, url: 'https://a.example/{z}/{x}/{y}?k={key}', keyFile: 'key' })).toBe('none');
});

test.each<[string, unknown, RegExp]>([
  ['neither', {}, /baseMap: must have either file .* or url/],
  ['both', { ...server, file: 'a.pmtiles' }, /baseMap: must have either file .* or url/],
  ['no attribution', { ...server, attribution: undefined }, /baseMap\.attribution: a tile server wants/],
  ['no bounds', { ...server, bounds: undefined }, /baseMap\.bounds: must say what area/],
  ['bounds turned round', { ...server, bounds: [5.2, 47.42, 4.85, 47.22] }, /west before east/],
  ['bounds off the map', { ...server, bounds: [4.85, 47.22, 5.2, 97] }, /baseMap\.bounds\[3\]/],
  ['zooms turned round', { ...server, minZoom: 15, maxZoom: 12 }, /baseMap\.maxZoom: must not be less/],
  ['not an address', { ...server, url: 'tiles/{z}/{x}/{y}' }, /baseMap\.url: must be an address/],
  ['no places for a tile', { ...server, url: 'https://a.example/a.png' }, /must have \{z\}, \{x\} and \{y\}/],
  ['unknown braces', { ...server, url: 'https://a.example/{s}/{z}/{x}/{y}' }, /nothing else/],
  ['plain http elsewhere', { ...server, url: 'http://a.example/{z}/{x}/{y}' }, /over https/],
  ['a file by http', { ...server, url: 'file:///etc/{z}/{x}/{y}' }, /over https/],
  [
    'a host that only begins like this machine',
    { ...server, url: 'http://127.0.0.1.evil.example/{z}/{x}/{y}' },
    /over https/,
  ],
  ['a key without its file', { ...server, url: 'https://a.example/{z}/{x}/{y}?k={key}' }, /baseMap\.keyFile/],
  ['a file without a key', { ...server, keyFile: 'key' }, /baseMap\.keyFile: goes with \{key\}/],
  ['a contact that is no header', { ...server, contact: 'a\r\nb: c' }, /baseMap\.contact/],
])('%s is refused by name', (_, baseMap, said) => expect(faults(baseMap)).toMatch(said));
