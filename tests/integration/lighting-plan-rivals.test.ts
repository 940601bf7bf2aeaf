import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandId } from '../../src/shared/ids.ts';
import { carryOver } from '../../src/shared/lighting/carry-over.ts';
import type { LightingPlan } from '../../src/shared/lighting/model.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { somePeople, startHub, type TestHub, type TestPerson } from '../support/hub.ts';
import { shippedPlan, writePlan } from '../support/plan.ts';
import { startSeat, type TestSeat } from '../support/seat.ts';
import { knownAt, planAt, planForced } from '../support/seat-data.ts';
import { smallDictionaries, smallStreets } from '../support/small-city.ts';
import { until } from '../support/until.ts';

const dir = mkdtempSync(join(tmpdir(), 'vigie-rivals-'));
const people: readonly TestPerson[] = [
  ...somePeople,
  { id: 'p-6', name: 'Noé Faure', role: 'supervisor', domains: [] },
];
/** Of the hub's plan, as IT keeps it. */
const file = writePlan(shippedPlan());

let broker: TestBroker;
let hub: TestHub;
let seat: TestSeat;
/** Where the other supervisor sits. */
let other: TestSeat;

const runHub = (): TestHub =>
  startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir: join(dir, 'hub'),
    people,
    dictionaries: smallDictionaries,
    streets: smallStreets,
    config: { lighting: { plan: file } },
  });

async function sitDown(at: string, person: string): Promise<TestSeat> {
  const its = await startSeat({
    seat: at,
    brokerUrl: broker.url,
    password: broker.secrets[at],
    dir: join(dir, at),
  });
  await until('the hub is up', async () => (await its.request('link.state')).hub.kind === 'up');
  expect(await its.request('session.open', { person, proof: '' })).toMatchObject({ ok: true });
  return its;
}

const command = () => CommandId.parse(v7());
/** Its first program's first step at another level. */
const edited = (plan: LightingPlan, level: number): LightingPlan => {
  const { steps, ...program } = plan.controlPrograms[0]!;
  const changed = { ...program, steps: steps.with(0, { from: steps[0]!.from, level }) };
  return {
    ...plan,
    version: plan.version + 1,
    controlPrograms: plan.controlPrograms.with(0, changed),
  };
};

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01', 'seat-02'] });
  hub = runHub();
  await hub.waitReady();
  seat = await sitDown('seat-01', 'p-4');
  other = await sitDown('seat-02', 'p-6');
}, 30_000);
afterAll(async () => {
  await other.stop();
  await seat.stop();
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

/** Its own change to the plan: another level of its first floor. */
const refloored = (plan: LightingPlan, level: number): LightingPlan => ({
  ...plan,
  version: plan.version + 1,
  floors: plan.floors.with(0, { ...plan.floors[0]!, level }),
});

it('of two supervisors who publish at once one is told who was faster, and carries their change over: none is lost', async () => {
  const plan = await planForced(seat, 1);
  const [mine, theirs] = [edited(plan, 55), refloored(plan, 65)];
  const wish = (wanted: LightingPlan, base: number) =>
    ({ kind: 'publish', cmd: command(), plan: wanted, base, motive: 'en même temps' }) as const;
  const [first, second] = [wish(mine, 1), wish(theirs, 1)];
  const answers = await Promise.all([
    seat.request('lightingPlan.command', first),
    other.request('lightingPlan.command', second),
  ]);
  const won = answers.findIndex(({ kind }) => kind === 'done');
  expect(answers[won]).toEqual({ kind: 'done', version: 2 });
  expect(answers[1 - won]).toMatchObject({
    code: 'VERSION_CONFLICT',
    inForce: { version: 2, command: [first, second][won]!.cmd },
  });
  const late = carryOver(plan, [theirs, mine][won]!, await planForced(seat, 2));
  const again = wish({ ...late, version: 3 }, 2);
  const loser = [other, seat][won]!;
  expect(await loser.request('lightingPlan.command', again)).toEqual({ kind: 'done', version: 3 });
  expect(await planForced(seat, 3)).toEqual({ ...mine, floors: theirs.floors, version: 3 });
}, 30_000);

it('a file that IT changes while somebody writes a draft comes into force, and the draft is told so', async () => {
  const plan = await planForced(seat, 3);
  const draft = edited(plan, 45);
  writeFileSync(file, JSON.stringify(refloored(plan, 75)));
  const theirs = await planForced(seat, 4);
  const wish = { kind: 'publish', cmd: command(), plan: draft, base: 3, motive: 'brouillon' } as const;
  expect(await seat.request('lightingPlan.command', wish)).toMatchObject({
    code: 'VERSION_CONFLICT',
    inForce: { version: 4, by: { kind: 'file' } },
  });
  const carried = { ...carryOver(plan, draft, theirs), version: 5 };
  expect(
    await seat.request('lightingPlan.command', { ...wish, cmd: command(), plan: carried, base: 4 }),
  ).toEqual({ kind: 'done', version: 5 });
  expect(await planForced(seat, 5)).toEqual({ ...draft, floors: theirs.floors, version: 5 });
  // A file that can't be read, or says an earlier version otherwise, changes nothing and is told.
  writeFileSync(file, '{ version: 6, place: [5, 47] }');
  await until('the fault is told', async () => (await knownAt(seat, 'lightingPlan'))[0]?.refused);
  writeFileSync(file, JSON.stringify(refloored(plan, 20)));
  const { refused } = await until('the earlier number is told', async () =>
    (await knownAt(seat, 'lightingPlan')).find((one) => one.refused?.faults[0]?.includes('say 6')),
  );
  expect([refused?.file, await planAt(seat)]).toEqual(['plan.yaml', { ...carried }]);
}, 30_000);

it('a plan that is sent to a hub that dies is in force whole or not at all, known by its command, and can be sent anew', async () => {
  const plan = (await planAt(seat))!;
  const cmd = command();
  const wish = { kind: 'publish', cmd, plan: edited(plan, 62), base: plan.version, motive: 'nuit' } as const;
  process.kill(hub.pid, 'SIGSTOP');
  const asked = seat.request('lightingPlan.command', wish);
  await hub.kill();
  hub = runHub();
  await hub.waitReady();
  const answer = await asked;
  const { now, own } = await until('the plan and its versions agree', async () => {
    const versions = await knownAt(seat, 'lightingVersion');
    const last = versions.toSorted((a, b) => b.version - a.version)[0];
    const now = await planAt(seat);
    const own = versions.find((version) => version.command === cmd);
    return now !== undefined && now.version === last?.version ? { now, own } : undefined;
  });
  if (answer.kind === 'done') expect(own?.version).toBe(plan.version + 1);
  else expect(['NO_ANSWER', 'EXPIRED', 'NO_HUB']).toContain(answer.code);
  expect(now).toEqual(own === undefined ? plan : wish.plan);
  const anew = { ...wish, cmd: command(), plan: edited(now, 64), base: now.version };
  expect(await seat.request('lightingPlan.command', anew)).toEqual({
    kind: 'done',
    version: now.version + 1,
  });
  expect(await planForced(seat, now.version + 1)).toEqual(anew.plan);
}, 60_000);
