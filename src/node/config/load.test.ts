import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigError } from './error.ts';
import { type LoadOptions, loadConfig } from './load.ts';

const schema = z.strictObject({
  hub: z.strictObject({
    port: z.int().min(1).max(65_535).default(8080),
    mode: z.enum(['sqlite', 'postgres']).default('sqlite'),
  }),
  mqtt: z.strictObject({
    brokers: z.array(z.url({ protocol: /^mqtts?$/ })).min(1),
    password: z.string().min(4).optional(),
  }),
});

const good = `hub:
  port: 9000
mqtt:
  brokers: [mqtt://localhost:1883]
`;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-config-'));
  path = join(folder, 'hub.yaml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function load(text: string, options?: LoadOptions) {
  writeFileSync(path, text);
  return loadConfig(path, schema, options);
}

function faults(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigError) return error.lines.map((line) => line.replace(`${path}:`, ''));
    throw error;
  }
  throw new Error('expected a ConfigError');
}

test('a file, its schema defaults, the caller defaults and the environment make one configuration', () => {
  const env = { vars: { VIGIE_PASSWORD: '12345' }, keys: { VIGIE_PASSWORD: 'mqtt.password' } };
  expect(load(good, { env, defaults: { hub: { mode: 'postgres', port: 1 } } })).toEqual({
    hub: { port: 9000, mode: 'postgres' },
    mqtt: { brokers: ['mqtt://localhost:1883'], password: '12345' },
  });
});

test('no file runs on defaults alone; an empty file and an empty key count as left out', () => {
  const defaults = { hub: {}, mqtt: { brokers: ['mqtt://b'] } };
  const expected = { hub: { port: 8080, mode: 'sqlite' }, mqtt: { brokers: ['mqtt://b'] } };
  expect(loadConfig(undefined, schema, { defaults })).toEqual(expected);
  expect(load('', { defaults })).toEqual(expected);
  expect(load('hub:\n', { defaults })).toEqual(expected);
});

test('each fault is one line with its place, key and expectation', () => {
  expect(
    faults(() => load('hub:\n  prot: 1\n  port: http\n  mode: oracle\nmqtt:\n  brokers:\n    - ftp://x\n')),
  ).toEqual([
    '3:3: hub.port: expected number, received string',
    '4:3: hub.mode: expected one of "sqlite"|"postgres"',
    '2:3: hub.prot: unknown key',
    '7:7: mqtt.brokers[0]: Invalid URL',
  ]);
});

test('a missing key points at what should hold it', () => {
  expect(faults(() => load('hub: {}\n\nmqtt:\n  password: abcd\n'))).toEqual([
    '3:1: mqtt.brokers: missing; expected array',
  ]);
  expect(faults(() => loadConfig(undefined, schema))).toEqual([
    'configuration: hub: missing; expected object',
    'configuration: mqtt: missing; expected object',
  ]);
});

test('a fault in a variable names the variable and not the secret', () => {
  const env = { vars: { VIGIE_PASSWORD: 'abc' }, keys: { VIGIE_PASSWORD: 'mqtt.password' } };
  const [line] = faults(() => load(good, { env }));
  expect(line).toMatch(/^environment variable VIGIE_PASSWORD: mqtt\.password: /);
  expect(line).not.toContain('abc');
});

test.each([
  ['broken YAML', 'hub: [1, 2\nmqtt: 3\n', /^\d+:\d+: \S/],
  ['a key twice', 'hub: {}\nhub: {}\n', /^2:1: Map keys must be unique/],
  ['a list in place of keys', '- 1\n- 2\n', /^1:1: expected keys and values/],
])('%s is refused with its place', (_, text, expected) => {
  expect(faults(() => load(text))[0]).toMatch(expected);
});

test.each([
  ['name themselves', 'hub: &hub\n  more: *hub\n'],
  [
    'expand without an end',
    `a: &a [${'x,'.repeat(20)}]\n${'bcdefg'
      .split('')
      .map((key, i) => `${key}: &${key} [${`*${'abcdef'[i]},`.repeat(20)}]\n`)
      .join('')}`,
  ],
])('aliases that %s are refused', (_, text) => {
  expect(faults(() => load(text))[0]).toContain('aliases');
});

test('a file that begins with a byte order mark, as Windows writes it, is read', () => {
  writeFileSync(path, `\uFEFF${good}`);
  expect(loadConfig(path, schema).hub.port).toBe(9_000);
});

test('a missing file and a folder are named', () => {
  expect(faults(() => loadConfig(join(folder, 'none.yaml'), schema))[0]).toContain('there is no such file');
  expect(faults(() => loadConfig(folder, schema))[0]).toContain('it is a folder');
});

test('names of files are relative to the configuration, full ones stay', () => {
  const files = z.strictObject({
    store: z.string().default('hub.db'),
    tls: z.strictObject({ ca: z.string(), key: z.string().optional() }).optional(),
    title: z.string().default('hub.db'),
  });
  const keys = ['store', 'tls.ca', 'tls.key'];
  writeFileSync(path, 'tls: { ca: certs/ca.crt }\n');
  const beside = {
    store: join(folder, 'hub.db'),
    title: 'hub.db',
    tls: { ca: join(folder, 'certs/ca.crt') },
  };
  expect(loadConfig(path, files, { files: keys })).toEqual(beside);
  expect(loadConfig(relative('.', path), files, { files: keys })).toEqual(beside);
  writeFileSync(path, `store: ${join(folder, 'other', 'a.db')}\n`);
  expect(loadConfig(path, files, { files: keys })).toEqual({
    store: join(folder, 'other', 'a.db'),
    title: 'hub.db',
  });
});
