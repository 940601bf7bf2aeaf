import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readStore } from '../../src/hub/store/read.ts';
import { Streets } from '../../src/shared/geo/streets.ts';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { filters } from '../../src/shared/wire/topic.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { importInventory } from '../support/import-command.ts';
import { until } from '../support/until.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/inventory');
const dir = mkdtempSync(join(tmpdir(), 'vigie-inventory-import-'));
const mapping = join(dir, 'inventory.yaml');
const lamps = join(dir, 'lamps.csv');
const store = join(dir, 'hub/hub.db');
let broker: TestBroker;
let hub: TestHub;
let seat: MqttClient;
const heard = new Map<string, string>();

const launch = async () => {
  hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir: join(dir, 'hub') });
  await hub.waitReady();
};
const importing = (...more: readonly string[]) => importInventory(join(dir, 'hub'), mapping, ...more);
/** The living lamps that seats are told of, by district. */
const known = (): readonly (string | null)[] =>
  [...heard]
    .filter(([topic, payload]) => topic.startsWith('room/v1/dict/') && payload !== '')
    .flatMap(([, payload]) => Dictionary.parse(JSON.parse(payload)).lamps.map((lamp) => lamp?.id ?? null));

beforeAll(async () => {
  mkdirSync(join(dir, 'hub'));
  copyFileSync(join(FIXTURES, 'bureau-l93.csv'), lamps);
  writeFileSync(
    mapping,
    JSON.stringify({
      sources: [
        {
          kind: 'lamp',
          file: 'lamps.csv',
          format: 'csv',
          crs: 'EPSG:2154',
          skip: { situation: ['20'] },
          fields: {
            id: 'id_foyer',
            position: { x: 'x_l93', y: 'y_l93' },
            street: 'nom_voie',
            commune: 'commune',
            cabinet: 'id_armoire',
            circuit: 'nom_depart',
          },
        },
      ],
    }),
  );
  broker = await startBroker();
  seat = await connectAsync(broker.url, {
    username: 'seat-01',
    password: broker.secrets['seat-01'],
    protocolVersion: 5,
  });
  seat.on('message', (topic, payload) => heard.set(topic, payload.toString()));
  await seat.subscribeAsync([filters.dictionaries, filters.streets], { qos: 1 });
  await launch();
});
afterAll(async () => {
  await seat.endAsync();
  await hub.kill();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('an untidy inventory imported while the hub runs: consented to, heard by seats at once, and then a difference', async () => {
  // A look, and no more; nor is anything taken that nobody has consented to.
  const dry = await importing('--dry-run', '--report', join(dir, 'report.json'));
  expect(dry).toMatchObject({ code: 78, said: expect.stringContaining('Essai à blanc') });
  expect(dry.said).toContain('18,2\u202f% des lignes de lampadaires sont refusées');
  expect(JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8'))).toMatchObject({
    written: false,
    lamps: { before: 0, after: 7 },
  });
  expect(await importing()).toMatchObject({ code: 78, said: expect.stringContaining('Rien n’est importé') });

  const first = await importing('--accept-refusals');
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining('Le concentrateur l’a repris') });
  await until('seats know the lamps', () => known().length > 0);
  expect(known()).toEqual(['1001', '1002', '1003', '1004', '1005', '1008', '1009']);
  const streets = await until('seats know the streets', () =>
    [...heard].find(([topic]) => topic.startsWith('room/v1/streets/')),
  );
  expect(Streets.parse(JSON.parse(streets[1])).derived).toBe(true);

  const again = await importing('--accept-refusals');
  expect(again.said).toMatch(/ajoutés\u202f: 0\n.*retirés\u202f: 0\n/);

  // Without its third lamp, and with a new one.
  const lines = readFileSync(lamps, 'latin1').split('\r\n');
  const fresh = lines[1]!.replace('1001', '1042').replace('854230,12', '854204,40');
  writeFileSync(lamps, [...lines.filter((line) => !line.startsWith('1003')), fresh].join('\r\n'), 'latin1');
  const second = await importing('--accept-refusals', '--accept-removals');
  expect(second.said).toMatch(/ajoutés\u202f: 1\n.*retirés\u202f: 1\n/);
  await until('seats know of the change', () => known().includes('1042'));
  expect(known().slice(0, 3)).toEqual(['1001', '1002', null]);
});

it('an import that a hub was killed over is taken once by the one that starts, and none is needed to write it', async () => {
  const journal = () =>
    readStore(store, (db) =>
      db.selectFrom('journal').select('json').where('action', '=', 'inventory.imported').execute(),
    );
  const epoch = () =>
    readStore(store, (db) =>
      db.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirstOrThrow(),
    );
  const [before, hadEpoch] = [(await journal())!.length, await epoch()];
  const text = readFileSync(lamps, 'latin1');
  writeFileSync(lamps, text.replaceAll('1042', '1043'), 'latin1');
  process.kill(hub.pid, 'SIGSTOP');
  const waiting = importing('--accept-refusals', '--accept-removals');
  await until('the import is staged', async () =>
    readStore(
      store,
      async (db) => (await db.selectFrom('inventory_staged').select('id').execute()).length > 0,
    ),
  );
  await hub.kill();
  await launch();
  expect(await waiting).toMatchObject({
    code: 0,
    said: expect.stringContaining('Le concentrateur l’a repris'),
  });
  await until('seats know of it', () => known().includes('1043'));
  expect(known()).not.toContain('1042');
  expect((await journal())!.length).toBe(before + 1);
  expect(await epoch()).toEqual(hadEpoch);

  await hub.stop();
  writeFileSync(lamps, text, 'latin1');
  const alone = await importing('--accept-refusals', '--accept-removals');
  expect(alone).toMatchObject({
    code: 0,
    said: expect.stringContaining('dès que le concentrateur démarrera'),
  });
  await launch();
  await until('the lamp has returned', () => known().includes('1042'));
});
