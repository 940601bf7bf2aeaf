import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { timeOf } from '../../src/city/clock/city-clock.ts';
import { DistrictCrossings } from '../../src/shared/crossing/model.ts';
import { levelAt } from '../../src/shared/lighting/level.ts';
import { isDark, nightDayOf, nightOf, stepAt } from '../../src/shared/lighting/night.ts';
import { CabinetProgram } from '../../src/shared/wire/cabinet-program.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { filters } from '../../src/shared/wire/topic.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { importInventory } from '../support/import-command.ts';
import { LampGateway } from '../support/lamp-gateway.ts';
import { shippedPlan, writePlan } from '../support/plan.ts';
import { until } from '../support/until.ts';

/** A city that IT imports: ten lamps of a street, 30 m apart, on one cabinet. Real broker and hub, a gateway of a foreign make. */
const dir = mkdtempSync(join(tmpdir(), 'vigie-crossing-floor-'));
const CABINET = 'ARM-1';
const EAST = 30 / 75_400;
const lampAt = (n: number): readonly [number, number] => [5.04 + n * EAST, 47.32];
/** Beside the carriageway, so far along the street in lamps. */
const crossing = (id: string, along: number) => ({
  type: 'Feature',
  id: `node/${id}`,
  properties: { '@id': `node/${id}`, highway: 'crossing', crossing: 'uncontrolled' },
  geometry: { type: 'Point', coordinates: [5.04 + along * EAST, 47.32004] },
});
const write = (name: string, content: string | object) =>
  writeFileSync(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
const extract = (...features: readonly object[]) =>
  write('passages.geojson', { type: 'FeatureCollection', features });
const now = Date.now();
/** It is two at night for these lamps, whenever this runs. */
const aheadMinutes = Math.ceil((timeOf('02:00', now) - now) / 60_000);

let broker: TestBroker;
let hub: TestHub;
let seat: ForeignSeat;
let gateway: LampGateway;
let field: MqttClient;
let program: CabinetProgram | undefined;
let told: DistrictCrossings | undefined;

const importing = () => importInventory(join(dir, 'hub'), join(dir, 'inventory.json'));
/** Lamps that this gateway never lets burn below the floor of crossings. */
const held = () =>
  program?.groups.flatMap(({ floor, lamps }) => (floor === 60 ? lamps.map(String) : [])).toSorted() ?? [];
/** How a gateway that keeps to its programme burns a lamp that was ordered to 10 %. */
function burns(lamp: string): number {
  const rule = program!.groups.find(({ lamps }) => lamps.some((id) => id === lamp))!;
  const time = Date.now() + aheadMinutes * 60_000;
  const calendar = program!.calendars.find(({ id }) => id === rule.calendar)!;
  const night = nightOf(program!, calendar, nightDayOf(time, program!.timeZone))!;
  const override = { level: 10, until: time + 60_000 };
  const { floor } = rule;
  const [step, dark] = [stepAt(night, time), isDark(night, time)];
  return levelAt({ works: true, step, dark, present: false, floor, override }, time).level;
}

beforeAll(async () => {
  mkdirSync(join(dir, 'hub'));
  const rows = Array.from(
    { length: 10 },
    (_, n) => `L-${n};${lampAt(n).join(';')};rue de l’Arquebuse;Dijon;${CABINET}`,
  );
  write('lamps.csv', ['id;lon;lat;rue;commune;armoire', ...rows].join('\n'));
  write('inventory.json', {
    sources: [
      {
        kind: 'lamp',
        file: 'lamps.csv',
        format: 'csv',
        fields: { position: { x: 'lon', y: 'lat' }, street: 'rue', commune: 'commune', cabinet: 'armoire' },
      },
      {
        kind: 'crossing',
        file: 'passages.geojson',
        format: 'geojson',
        only: { highway: ['crossing'] },
        skip: { crossing: ['unmarked'] },
        fields: { id: '@id' },
      },
    ],
    limits: { removed: 1 },
  });
  broker = await startBroker({ seats: ['seat-01'] });
  hub = startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir: join(dir, 'hub'),
    config: { lighting: { plan: writePlan(shippedPlan()), aheadMinutes } },
  });
  await hub.waitReady();
  field = await connectAsync(broker.url, {
    protocolVersion: 5,
    username: 'city',
    password: broker.secrets.city!,
  });
  field.on('message', (_, payload) => {
    program = CabinetProgram.parse(JSON.parse(payload.toString()));
  });
  await field.subscribeAsync(filters.cabinetPrograms, { qos: 1 });
  gateway = await LampGateway.connect(broker.url, broker.secrets.city, CABINET);
  seat = await ForeignSeat.connect(broker.url, 'seat-01', broker.secrets['seat-01']);
  seat.client.on('message', (topic, payload) => {
    if (topic.startsWith('room/v1/data/crossings/'))
      told = payload.length === 0 ? undefined : DistrictCrossings.parse(JSON.parse(payload.toString()));
  });
  await seat.client.subscribeAsync('room/v1/data/crossings/+', { qos: 1 });
  await seat.signIn('p-1');
});
afterAll(async () => {
  await Promise.all([seat.close(), gateway.close(), field.endAsync(true)]);
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('lamps that light an imported crossing are not dimmed below the plan’s floor, by hub or gateway', async () => {
  extract(crossing('1', 2.5), crossing('2', 7));
  expect(await importing()).toMatchObject({
    code: 0,
    said: expect.stringContaining('Passages piétons\u202f: 2, ajoutés\u202f: 2'),
  });
  // On either side of the first, and beside the second: the next lamps are 30 m away from that.
  await until('the gateway knows', () => held().join() === 'L-2,L-3,L-7' || undefined);
  await until('seats know the crossings', () => told?.crossings.length === 2 || undefined);
  expect(told?.crossings[0]).toMatchObject({ id: 'node/1', street: 'rue de l’Arquebuse', commune: 'Dijon' });
  expect([burns('L-3'), burns('L-7'), burns('L-4')]).toEqual([60, 60, 10]);

  const ticket = v7();
  await seat.command(seat.on('ticket.create', ticket, 0, draft()));
  const order = seat.make({
    op: 'lamp.set',
    target: { type: 'lamps', ids: ['L-2', 'L-4', 'L-7'] },
    args: { level: 0.1, until: instant(Date.now() + 1_800_000), ticket },
    expiresAt: instant(Date.now() + 30_000),
  });
  expect(await seat.command(order)).toMatchObject({ code: 'OK' });
  const levels = await until('the orders', () => {
    const all = gateway.orders.flatMap((one) =>
      'level' in one ? one.lamps.map((id) => [id, one.level]) : [],
    );
    return all.length === 3 ? Object.fromEntries(all) : undefined;
  });
  expect(levels).toEqual({ 'L-2': 0.6, 'L-4': 0.1, 'L-7': 0.6 });
});

it('a second import is a difference, which moves the floor along', async () => {
  extract(crossing('1', 2.5), crossing('3', 5));
  const second = await importing();
  expect(second.said).toContain('Passages piétons\u202f: 2, ajoutés\u202f: 1, retirés\u202f: 1');
  await until('the gateway knows', () => held().join() === 'L-2,L-3,L-5' || undefined);
  expect(burns('L-7')).toBe(10);
  expect(told?.crossings.map(({ id }) => String(id))).toEqual(['node/1', 'node/3']);

  extract(crossing('1', 2.5), crossing('2', 7), crossing('3', 5));
  expect((await importing()).said).toContain(
    'Passages piétons\u202f: 3, ajoutés\u202f: 1, de retour\u202f: 1',
  );
  await until('the gateway knows', () => held().join() === 'L-2,L-3,L-5,L-7' || undefined);
});

it('a lamp fewer leaves a crossing to the nearest one that is left', async () => {
  const lines = readFileSync(join(dir, 'lamps.csv'), 'utf8').split('\n');
  write('lamps.csv', lines.filter((line) => !line.startsWith('L-7')).join('\n'));
  expect(await importing()).toMatchObject({ code: 0 });
  // 30 m to either side: beyond 20 m, and within twice of it.
  await until('the gateway knows', () => held().join() === 'L-2,L-3,L-5,L-6,L-8' || undefined);
});
