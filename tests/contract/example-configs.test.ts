import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { CityConfig, cityFiles } from '../../src/city/config.ts';
import { HubConfig, hubFiles } from '../../src/hub/config.ts';
import { loadConfig } from '../../src/node/config/load.ts';
import { SeatConfig, seatFiles } from '../../src/node/config/seat.ts';

/** What IT copies and edits must load as it is, show every key, and tell the truth about defaults. */
const examples = [
  { name: 'seat', schema: SeatConfig, files: seatFiles, least: { seat: 'a', brokers: ['mqtt://b'] } },
  { name: 'hub', schema: HubConfig, files: hubFiles, least: { mqtt: { brokers: ['mqtt://b'] } } },
  {
    name: 'city',
    schema: CityConfig,
    files: cityFiles,
    least: { brokers: ['mqtt://b'], cameras: { cache: 'c' } },
  },
] as const;

const pathOf = (name: string) => join(import.meta.dirname, `../../resources/config/${name}.example.yaml`);
const documentation = readFileSync(
  join(import.meta.dirname, '../../docs/operating/configuration.md'),
  'utf8',
);

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `desk.viewMinutes` for every key that is no group of keys. */
const leaves = (tree: Tree, above = ''): readonly string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    isTree(value) ? leaves(value, `${above}${key}.`) : [`${above}${key}`],
  );
const valueAt = (tree: Tree, key: string): unknown =>
  key.split('.').reduce<unknown>((at, step) => (isTree(at) ? at[step] : undefined), tree);

interface Described {
  readonly properties?: Readonly<Record<string, Described>>;
}
const keysOf = ({ properties = {} }: Described, above = ''): readonly string[] =>
  Object.entries(properties).flatMap(([key, inner]) =>
    inner.properties === undefined ? [`${above}${key}`] : keysOf(inner, `${above}${key}.`),
  );
const allKeys = (schema: z.ZodType) => keysOf(z.toJSONSchema(schema, { io: 'input' }) as Described);

for (const { name, schema, files, least } of examples) {
  test(`what a ${name} takes for a name of a file is a key, and the documentation says which`, () => {
    const keys = allKeys(schema);
    expect(files.filter((file) => !keys.includes(file))).toEqual([]);
    const [, rest = ''] = documentation.split('**Names of files');
    const [sentence = ''] = rest.split('\n\n');
    expect(files.filter((file) => !sentence.includes(`\`${file}\``))).toEqual([]);
  });

  test(`the example of a ${name} loads as it is`, () => {
    expect(loadConfig(pathOf(name), schema)).toMatchObject(parse(readFileSync(pathOf(name), 'utf8')));
  });

  test(`the example of a ${name} names every key, in a comment at least`, () => {
    const text = readFileSync(pathOf(name), 'utf8');
    const named = (key: string) => new RegExp(`(^|[\\s#])${key.split('.').at(-1)}:`, 'm').test(text);
    const keys = allKeys(schema);
    expect(keys.length).toBeGreaterThan(5);
    // A password in the file itself is taken, and not shown: a file of its own is better.
    expect(keys.filter((key) => !named(key) && key !== 'mqtt.password')).toEqual([]);
  });

  test(`docs/operating/configuration.md has each key of a ${name} and its default`, () => {
    const section = documentation.split(/^## /m).find((part) => part.startsWith(`The ${name}\n`)) ?? '';
    const rows = new Map(
      [...section.matchAll(/^\| `([\w.]+)` +\| (.*?) +\|/gm)].map(([, key, said]) => [key!, said!]),
    );
    expect([...rows.keys()].toSorted()).toEqual(allKeys(schema).toSorted());
    const filled = schema.parse(least) as Tree;
    const wrong = leaves(filled)
      .filter((key) => valueAt(least, key) === undefined)
      .filter((key) => rows.get(key) !== `\`${JSON.stringify(valueAt(filled, key)).replaceAll('"', '')}\``);
    expect(wrong).toEqual([]);
  });
}

test('where the example of a hub says that it shows defaults, it does', () => {
  const filled = HubConfig.parse({ mqtt: { brokers: ['mqtt://b'] } });
  const shown = parse(readFileSync(pathOf('hub'), 'utf8')) as Tree;
  const without = ['mqtt.brokers', 'mqtt.tls.ca', 'mqtt.tls.cert', 'mqtt.tls.key', 'people'];
  const differs = leaves(shown)
    .filter((key) => !without.includes(key))
    .filter((key) => JSON.stringify(valueAt(shown, key)) !== JSON.stringify(valueAt(filled as Tree, key)));
  expect(differs).toEqual([]);
});
