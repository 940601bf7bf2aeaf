import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { timeOf } from '../../src/city/clock/city-clock.ts';
import { CommandId } from '../../src/shared/ids.ts';
import { levelAt } from '../../src/shared/lighting/level.ts';
import type { LightingPlan } from '../../src/shared/lighting/model.ts';
import { isDark, nightDayOf, nightOf, stepAt } from '../../src/shared/lighting/night.ts';
import { CabinetProgram } from '../../src/shared/wire/cabinet-program.ts';
import { filters, idsOf, topics } from '../../src/shared/wire/topic.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { shippedPlan, writePlan } from '../support/plan.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { knownAt, planForced } from '../support/seat-data.ts';
import { lampId, smallDictionaries, smallStreets } from '../support/small-city.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-publish-'));
const LAMP = lampId('rue Monge', 3);
/** Its gateway takes no programme. */
const DEAF = 'ARM-rue Jeannin';
/** Its gateway says no for as long as it has no room, and then takes what it was given last. */
const FULL = 'ARM-boulevard de Brosses';
let full = false;
let tryAgain = () => {};
const now = Date.now();
/** It is two at night for these lamps, whenever this runs. */
const aheadMinutes = Math.ceil((timeOf('02:00', now) - now) / 60_000);

let broker: TestBroker;
let hub: TestHub;
let seat: TestSeat;
let gateways: MqttClient;

/** Gateways of a foreign make: each lives what it is told, says so, and reports its lamps. */
async function startGateways(): Promise<void> {
  gateways = await connectAsync(broker.url, {
    protocolVersion: 5,
    username: 'city',
    password: broker.secrets.city!,
  });
  const take = (cabinet: string, program: CabinetProgram): void => {
    const say = (code: string) => {
      const ack = { v: 1, program: program.id, ok: code === 'OK', code, at: new Date().toISOString() };
      gateways.publish(topics.cabinetProgramAck(cabinet), JSON.stringify(ack), { qos: 1, retain: true });
    };
    if (cabinet === FULL && full) {
      say('NO_ROOM');
      return;
    }
    const time = Date.now() + aheadMinutes * 60_000;
    for (const { calendar: id, floor, lamps } of program.groups) {
      const calendar = program.calendars.find((one) => one.id === id)!;
      const night = nightOf(program, calendar, nightDayOf(time, program.timeZone))!;
      const rule = {
        works: true,
        step: stepAt(night, time),
        dark: isDark(night, time),
        present: false,
        floor,
      };
      const { level } = levelAt(rule, time);
      for (const lamp of lamps) report(lamp, level / 100);
    }
    say('OK');
  };
  gateways.on('message', (topic, payload) => {
    const [cabinet = ''] = idsOf(filters.cabinetPrograms, topic) ?? [];
    if (cabinet === DEAF) return;
    const program = CabinetProgram.parse(JSON.parse(payload.toString()));
    if (cabinet === FULL) tryAgain = () => take(cabinet, program);
    take(cabinet, program);
  });
  await gateways.subscribeAsync(filters.cabinetPrograms, { qos: 1 });
}
function report(lamp: string, illuminanceLevel: number): void {
  const said = {
    id: lamp,
    type: 'Streetlight',
    powerState: illuminanceLevel > 0 ? 'on' : 'off',
    illuminanceLevel,
    observationDateTime: new Date().toISOString(),
  };
  gateways.publish(topics.lampState(lamp), JSON.stringify(said), { qos: 1, retain: true });
}

/** Its deep night at another level, as somebody who edits it would say it. */
const edited = (plan: LightingPlan, level: number): LightingPlan => ({
  ...plan,
  version: plan.version + 1,
  controlPrograms: plan.controlPrograms.map((program) => ({
    ...program,
    steps: program.steps.map((step) => ({ from: step.from, level })),
  })),
});
const command = () => CommandId.parse(v7());
const observed = (level: number) =>
  seat.next('lamps.detail', (lamp) => lamp.id === LAMP && Math.round((lamp.level ?? 0) * 100) === level);

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01'] });
  hub = startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir: join(dir, 'hub'),
    dictionaries: smallDictionaries,
    streets: smallStreets,
    config: { lighting: { plan: writePlan(shippedPlan()), aheadMinutes } },
  });
  await startGateways();
  await hub.waitReady();
  seat = await startSeat({
    seat: 'seat-01',
    brokerUrl: broker.url,
    password: broker.secrets['seat-01'],
    dir: join(dir, 'seat'),
  });
  await until('the hub is up', async () => (await seat.request('link.state')).hub.kind === 'up');
  expect(await seat.request('session.open', { person: 'p-4', proof: '' })).toMatchObject({ ok: true });
  await seat.request('lamps.follow', { lamp: LAMP });
}, 30_000);
afterAll(async () => {
  await seat.stop();
  await gateways.endAsync(true);
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

it('a step that was edited at a console is published, obeyed by gateways, and seen on the lamp; and taken back', async () => {
  const first = await planForced(seat, 1);
  const cmd = command();
  full = true;
  const answer = await seat.request('lightingPlan.command', {
    kind: 'publish',
    cmd,
    plan: edited(first, 35),
    base: 1,
    motive: 'essai',
  });
  expect(answer).toEqual({ kind: 'done', version: 2 });
  await observed(35);
  const reached = (count: number) =>
    until(`${count} cabinets have it`, async () =>
      (await knownAt(seat, 'lightingReach')).find(({ version, taken }) => version === 2 && taken === count),
    );
  // Who says no is named with its word, who says nothing without one; who says yes after all has it.
  const [refusing, silent] = (await reached(4)).lacking;
  expect(refusing).toMatchObject({ cabinet: FULL, code: 'NO_ROOM' });
  expect(silent).toEqual({ cabinet: DEAF, since: expect.any(String) });
  full = false;
  tryAgain();
  expect(await reached(5)).toMatchObject({ cabinets: 6, lacking: [{ cabinet: DEAF }] });
  const [, second] = await knownAt(seat, 'lightingVersion');
  expect(second).toMatchObject({ version: 2, motive: 'essai', command: cmd, by: { name: 'Claude Meunier' } });
  expect((await knownAt(seat, 'lightingPlan'))[0]).toMatchObject({
    behind: { file: 'plan.yaml', version: 1 },
  });

  // Who saw the first version only is too late.
  const late = {
    kind: 'publish',
    cmd: command(),
    plan: edited(first, 80),
    base: 1,
    motive: 'essai',
  } as const;
  expect(await seat.request('lightingPlan.command', late)).toMatchObject({
    code: 'VERSION_CONFLICT',
    inForce: { version: 2, command: cmd, by: { name: 'Claude Meunier' } },
  });
  const back = { kind: 'restore', cmd: command(), version: 1, base: 2, motive: 'trop sombre' } as const;
  expect(await seat.request('lightingPlan.command', back)).toEqual({ kind: 'done', version: 3 });
  expect(await planForced(seat, 3)).toEqual({ ...first, version: 3 });
  await observed(40);
}, 30_000);

it('groups, incidents and scenes are published from a console: a street burns by another calendar', async () => {
  const plan = await planForced(seat, 3);
  const groups = [
    { id: 'monge', name: 'Rue Monge', where: { streets: ['rue Monge'] }, calendar: plan.calendars[0]!.id },
    ...plan.groups,
  ];
  const [incident, ...incidents] = plan.incidents;
  const wanted: LightingPlan = {
    ...plan,
    version: 4,
    groups,
    incidents: [{ ...incident!, metres: 120 }, ...incidents],
    scenes: [{ id: 'bal', name: 'Bal', parts: [{ where: { streets: ['rue Monge'] }, level: 100 }] }],
  };
  const wish = { kind: 'publish', cmd: command(), plan: wanted, base: 3, motive: 'bal' } as const;
  const ghost = { ...groups[0]!, id: 'x', where: { streets: ['rue Perdue'] } };
  expect(
    await seat.request('lightingPlan.command', {
      ...wish,
      cmd: command(),
      plan: { ...wanted, groups: [ghost, ...groups] },
    }),
  ).toMatchObject({ code: 'INVALID', field: 'args.plan.groups.0.where.streets.0' });
  expect(await seat.request('lightingPlan.command', wish)).toEqual({ kind: 'done', version: 4 });
  // The ring road's programme, at two at night.
  await observed(80);
  const scenes = await knownAt(seat, 'lightingScene');
  expect(
    scenes.map(({ id, parts }) => [id, parts[0]?.lamps.flatMap(({ indices }) => indices).length]),
  ).toEqual([['bal', 20]]);
}, 30_000);

it('a hub that starts anew goes on by what was published, knows who has it, and leaves the file behind', async () => {
  await hub.kill();
  hub = startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir: join(dir, 'hub'),
    dictionaries: smallDictionaries,
    streets: smallStreets,
    config: { lighting: { plan: writePlan(shippedPlan()), aheadMinutes } },
  });
  await hub.waitReady();
  await until('five cabinets have it', async () =>
    (await knownAt(seat, 'lightingReach')).find(({ version, taken }) => version === 4 && taken === 5),
  );
  expect((await knownAt(seat, 'lightingPlan'))[0]).toMatchObject({
    plan: { version: 4 },
    behind: { version: 1 },
  });
}, 30_000);
