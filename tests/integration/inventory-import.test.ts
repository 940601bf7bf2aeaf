import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Streets } from '../../src/shared/geo/streets.ts';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { filters } from '../../src/shared/wire/topic.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/until.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/inventory');
const dir = mkdtempSync(join(tmpdir(), 'vigie-inventory-import-'));
const mapping = join(dir, 'inventory.yaml');
const lamps = join(dir, 'lamps.csv');
let broker: TestBroker;
let hub: TestHub;
let seat: MqttClient;
const heard = new Map<string, string>();

const launch = async () => {
  hub = startHub({ brokerUrl: broker.url, password: broker.secrets.hub, dir: join(dir, 'hub') });
  await hub.waitReady();
};
/** The command as IT gives it. */
async function importing(...more: readonly string[]) {
  const main = join(import.meta.dirname, '../../src/hub/main.ts');
  const args = [main, '--config', join(dir, 'hub/hub.yaml'), '--import', mapping, ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, wrong] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await until('it has ended', () => child.exitCode !== null);
  return { code: child.exitCode, said, wrong };
}
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

it('an untidy inventory imported twice: refused while the hub runs, looked at beside it, and seen by seats', async () => {
  // While the hub runs: a look, and no more.
  expect(await importing()).toMatchObject({
    code: 74,
    wrong: expect.stringContaining('the hub runs on this store'),
  });
  const dry = await importing('--dry-run', '--report', join(dir, 'report.json'));
  expect(dry).toMatchObject({ code: 78, said: expect.stringContaining('Essai à blanc') });
  expect(dry.said).toContain('18,2\u202f% des lignes de lampes sont refusées');
  expect(JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8'))).toMatchObject({
    written: false,
    lamps: { before: 0, after: 7 },
  });

  // Stopped, imported with consent, started: seats have the lamps, and streets to go by.
  await hub.stop();
  expect(await importing('--accept-refusals')).toMatchObject({ code: 0 });
  await launch();
  await until('seats know the lamps', () => known().length > 0);
  expect(known()).toEqual(['1001', '1002', '1003', '1004', '1005', '1008', '1009']);
  const [streets] = [...heard].filter(([topic]) => topic.startsWith('room/v1/streets/'));
  expect(Streets.parse(JSON.parse(streets![1])).derived).toBe(true);

  // Without its third lamp, and with a new one: it is a difference.
  const lines = readFileSync(lamps, 'latin1').split('\r\n');
  const fresh = lines[1]!.replace('1001', '1042').replace('854230,12', '854204,40');
  writeFileSync(lamps, [...lines.filter((line) => !line.startsWith('1003')), fresh].join('\r\n'), 'latin1');
  await hub.stop();
  const second = await importing('--accept-refusals', '--accept-removals');
  expect(second.said).toMatch(/ajoutées\u202f: 1\n.*retirées\u202f: 1\n/);
  await launch();
  await until('seats know of the change', () => known().includes('1042'));
  expect(known().slice(0, 3)).toEqual(['1001', '1002', null]);
});
