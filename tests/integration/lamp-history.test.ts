import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blockOf } from '../../src/hub/lamp-history/keep.ts';
import { HOUR_MS } from '../../src/shared/lamp/history/block.ts';
import { type LampMoment, lampThrough } from '../../src/shared/lamp/history/fold.ts';
import { LampState } from '../../src/shared/lamp/state.ts';
import { JournalEntry } from '../../src/shared/wire/journal.ts';
import { topics } from '../../src/shared/wire/topic.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { Field } from '../support/field.ts';
import { ForeignSeat } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { lampId, smallDictionaries, smallLamps } from '../support/small-city.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-history-'));
const [MONGE, WALKED] = [lampId('rue Monge', 3), lampId('rue de la Liberté', 5)];
const ASK_EVERY_MS = 400;
let broker: TestBroker;
let hub: TestHub;
let field: Field;
let seat: ForeignSeat;

const launch = () =>
  startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir,
    dictionaries: smallDictionaries,
  });
/** All that the hub knows of a lamp of the first district in the hours round now, oldest first. */
async function past(id: string): Promise<readonly NonNullable<LampMoment['lamp']>[]> {
  const now = Date.now();
  const pages = await seat.lampHistory(now - HOUR_MS, now);
  const index = smallDictionaries[0]!.lamps.findIndex((lamp) => lamp?.id === id);
  const found: LampMoment[] = [];
  for (const { district, bytes } of pages.flatMap(({ hours }) => hours))
    if (district === '01')
      found.push(...lampThrough(blockOf({ bytes: Buffer.from(bytes, 'base64') }), index));
  return found.flatMap(({ lamp }) => lamp ?? []);
}

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01'] });
  field = await Field.connect(broker.url, broker.secrets.city);
  await field.lamps(smallLamps, { level: 0.6 });
  hub = launch();
  await hub.waitReady();
  seat = await ForeignSeat.connect(broker.url, 'seat-01', broker.secrets['seat-01']);
  await seat.signIn('p-1');
});
afterAll(async () => {
  await seat.close();
  await field.close();
  await hub.kill();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

/** Asked now and again, as fast as a seat may ask. */
async function untilPast(what: string, id: string) {
  let next = 0;
  return until(what, async () => {
    if (Date.now() < next) return undefined;
    next = Date.now() + ASK_EVERY_MS;
    const lamps = await past(id);
    return lamps.length > 0 && lamps;
  });
}

it('a hub keeps how lamps are, answers whoever asks, and a hub that goes on from it has it still', async () => {
  const first = await untilPast('the first minute', MONGE);
  expect(first[0]).toEqual({ state: LampState.on, level: 60, faults: 0 });
  // What was answered was kept first: a hub that is killed has it still.
  await hub.kill();
  hub = launch();
  await hub.waitReady();
  expect((await past(MONGE)).slice(0, first.length)).toEqual(first);
});

it('nothing that the hub writes says of a lamp that somebody came to it', async () => {
  for (const present of [true, false, true, false]) {
    await field.publish(topics.lampPresence(WALKED), JSON.stringify({ v: 1, present }));
    await field.lamp(WALKED, { level: present ? 1 : 0.3 });
  }
  await past(WALKED);
  await hub.stop();
  const log = hub.logLines.join('\n');
  expect(log).not.toContain(WALKED);
  const db = new Database(join(dir, 'hub.db'), { readonly: true });
  const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const naming = tables.filter((table) =>
    JSON.stringify(db.prepare(`select * from "${table}"`).all()).includes(WALKED),
  );
  expect(naming).toEqual(['dictionary']);
  const passages = db.prepare('select streets from passage_hour').pluck().all() as string[];
  expect(passages.map((text) => JSON.parse(text))).toEqual([{ 'rue de la Liberté': null }]);
  const entries = db
    .prepare("select json from journal where action = 'lamp.history'")
    .pluck()
    .all() as string[];
  db.close();
  expect(JournalEntry.parse(JSON.parse(entries[0]!))).toMatchObject({ person: 'p-1', seat: 'seat-01' });
});
