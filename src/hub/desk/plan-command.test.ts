import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import type { LightingPlan } from '../../shared/lighting/model.ts';
import { instant } from '../../shared/wire/time.ts';

let room: TestDesk;
beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

type Change = (plan: LightingPlan) => object;
/** The plan in force with its deep night at another level, as the next version. */
const dimmed =
  (level: number): Change =>
  (plan) => ({
    ...plan,
    version: plan.version + 1,
    controlPrograms: plan.controlPrograms.map((program) =>
      program.id === 'rocade' ? { ...program, steps: [{ from: { dusk: 0 }, level }] } : program,
    ),
  });

async function send(parts: object, person = 'p-4') {
  const mine = await room.signIn('seat-01', person);
  const command = mine({
    target: { type: 'lightingPlan', id: 'room' },
    motive: 'budget voté',
    expiresAt: instant(room.clock.now + 30_000),
    ...parts,
  });
  const [reply] = await room.ask('seat-01', command);
  return reply!;
}
const publish = (exp: number, change: Change, person?: string) =>
  send({ op: 'lightingPlan.publish', exp, args: { plan: change(room.plans.plan!) } }, person);
const restore = (exp: number, version: number) =>
  send({ op: 'lightingPlan.restore', exp, args: { version } });
const levelOf = () => room.plans.plan?.controlPrograms.find(({ id }) => id === 'rocade')?.steps[0];

it('brings a plan into force as the next version, and journalises who, why and on what', async () => {
  expect(await publish(1, dimmed(40))).toMatchObject({
    code: 'OK',
    lightingPlan: { version: 2, by: { kind: 'person', person: 'p-4', name: 'Claude Meunier' } },
  });
  expect(room.plans.plan?.version).toBe(2);
  expect(levelOf()).toMatchObject({ level: 40 });
  const [entry] = await room.store.db
    .selectFrom('journal')
    .select('json')
    .where('action', '=', 'lightingPlan.publish')
    .execute();
  expect(JSON.parse(entry!.json)).toMatchObject({
    person: 'p-4',
    target: 'lightingPlan:room',
    motive: 'budget voté',
    payload: { code: 'OK', base: 1, version: 2 },
  });
});

it('refuses who saw an earlier version, and says which is in force by now', async () => {
  await publish(1, dimmed(40));
  const late = await publish(1, (plan) => ({ ...plan, version: 2 }), 'p-4');
  expect(late).toMatchObject({
    code: 'VERSION_CONFLICT',
    lightingPlan: { version: 2, motive: 'budget voté' },
  });
  expect(levelOf()).toMatchObject({ level: 40 });
});

it('goes back to an earlier version as one of its own', async () => {
  const before = levelOf();
  await publish(1, dimmed(40));
  expect(await restore(2, 1)).toMatchObject({ code: 'OK', lightingPlan: { version: 3, restores: 1 } });
  expect(levelOf()).toEqual(before);
  expect(await restore(3, 7)).toMatchObject({ code: 'NOT_FOUND', field: 'args.version' });
});

it('refuses operators, what comes late, another number, and names that nothing in the inventory bears', async () => {
  expect(await publish(1, dimmed(40), 'p-1')).toMatchObject({ code: 'FORBIDDEN', field: 'role' });
  expect(await publish(1, dimmed(40), 'p-5')).toMatchObject({ code: 'FORBIDDEN', field: 'role' });
  expect(await publish(1, (plan) => ({ ...plan, version: 7 }))).toMatchObject({
    code: 'INVALID',
    field: 'args.plan.version',
  });
  const late = { op: 'lightingPlan.publish', exp: 1, args: { plan: dimmed(40)(room.plans.plan!) } };
  expect(await send({ ...late, madeAt: instant(room.clock.now - 60_000) })).toMatchObject({
    code: 'EXPIRED',
  });
  const nowhere: Change = (plan) => ({
    ...plan,
    version: 2,
    floors: [{ id: 'f', name: 'Ici', where: { streets: ['rue Monge', 'rue de Nulle-Part'] }, level: 50 }],
  });
  expect(await publish(1, nowhere)).toMatchObject({
    code: 'INVALID',
    field: 'args.plan.floors.0.where.streets.1',
  });
  const gone: Change = (plan) => ({
    ...plan,
    version: 2,
    floors: [{ id: 'f', name: 'Ici', where: { districts: ['Monge', 'Toison d’Or'] }, level: 50 }],
  });
  expect(await publish(1, gone)).toMatchObject({
    code: 'INVALID',
    field: 'args.plan.floors.0.where.districts.1',
  });
  expect(room.plans.plan?.version).toBe(1);
});
