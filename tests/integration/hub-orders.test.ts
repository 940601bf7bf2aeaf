import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LampOverride } from '../../src/shared/lamp/override.ts';
import { commandOf, LampCommand, LampState } from '../../src/shared/lamp/state.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { Field } from '../support/field.ts';
import { draft, ForeignSeat } from '../support/foreign-seat.ts';
import { lampsOf } from '../support/frame-lamps.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { LampGateway } from '../support/lamp-gateway.ts';
import { lampId, smallDictionaries, smallLamps } from '../support/small-city.ts';
import { until } from '../support/until.ts';

/** Real broker and hub; the gateway is none of ours: it does what each test wants, also what none should do. */
const STREET = 'rue Monge';
const CABINET = `ARM-${STREET}`;
const IDS = [0, 1, 2, 3].map((n) => lampId(STREET, n));
const dir = mkdtempSync(join(tmpdir(), 'vigie-orders-'));

let broker: TestBroker;
let hub: TestHub;
let field: Field;
let gateway: LampGateway;
let seat: ForeignSeat;
let ticket: string;
const overrides = new Map<string, LampOverride>();
/** what frames say of a lamp of the first district, by its place in the dictionary */
const frames = new Map<number, number>();

const start = () =>
  startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir,
    dictionaries: smallDictionaries,
    config: { lighting: { followSeconds: 2 } },
  });
const set = (more: object = {}, minutes = 30) =>
  seat.make({
    op: 'lamp.set',
    target: { type: 'lamps', ids: IDS },
    args: { level: 1, until: instant(Date.now() + minutes * 60_000), ticket },
    expiresAt: instant(Date.now() + 30_000),
    ...more,
  });
const orderOf = (cmd: string) => gateway.order(cmd, (order) => order.cmd === cmd);
const stands = (id: string, what: Partial<LampOverride>) =>
  until(`override ${id} ${JSON.stringify(what)}`, () => {
    const override = overrides.get(id);
    const fits = Object.entries(what).every(([name, value]) => override?.[name as 'lamps'] === value);
    return fits ? override : undefined;
  });
const gone = (id: string) => until(`override ${id} gone`, () => (overrides.has(id) ? undefined : true));
const giveBack = async (id: string) => {
  const release = seat.make({
    op: 'lamp.release',
    target: { type: 'override', id },
    args: {},
    expiresAt: instant(Date.now() + 30_000),
  });
  expect(await seat.command(release)).toMatchObject({ code: 'OK' });
  const order = await orderOf(release.cmd);
  await gateway.acknowledge(release.cmd);
  await field.lamps(IDS, { level: 0.4 });
  await gone(id);
  return order;
};
const eventOf = (type: string, override: string) =>
  until(`${type} of ${override}`, () =>
    [...seat.events.values()].find((event) => event.type === type && event.light?.override === override),
  );
const indexOf = (lamp: string) => smallDictionaries[0]!.lamps.findIndex((one) => one?.id === lamp);
const stateOf = (lamp: string) => frames.get(indexOf(lamp)) ?? 0;

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01'] });
  field = await Field.connect(broker.url, broker.secrets.city);
  await field.lamps(smallLamps, { level: 0.4 });
  gateway = await LampGateway.connect(broker.url, broker.secrets.city, CABINET);
  hub = start();
  await hub.waitReady();
  seat = await ForeignSeat.connect(broker.url, 'seat-01', broker.secrets['seat-01']);
  seat.client.on('message', (topic, payload) => {
    const [, , kind, what, id = ''] = topic.split('/');
    if (kind === 'data' && what === 'override') {
      if (payload.length === 0) overrides.delete(id);
      else overrides.set(id, LampOverride.parse(JSON.parse(payload.toString())));
    }
    if (kind === 'dist' && what === '01')
      for (const { index, state } of lampsOf(payload)) frames.set(index, state);
  });
  await seat.client.subscribeAsync(
    ['room/v1/data/override/+', 'room/v1/dist/01/full', 'room/v1/dist/01/delta'],
    {
      qos: 1,
    },
  );
  await seat.signIn('p-1');
  ticket = v7();
  await seat.command(seat.on('ticket.create', ticket, 0, draft()));
});

afterAll(async () => {
  await Promise.all([seat.close(), field.close(), gateway.close()]);
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

describe('a street that is lit for a ticket', () => {
  let cmd: string;

  it('is commanded, acknowledged and observed, each seen apart by seats and in frames', async () => {
    const command = set();
    cmd = command.cmd;
    expect(await seat.command(command)).toMatchObject({ code: 'OK', override: { lamps: 4, commanded: 0 } });
    expect(await orderOf(cmd)).toMatchObject({ lamps: IDS, level: 1 });
    await stands(cmd, { commanded: 4, acknowledged: 0, observed: 0 });
    await until('frames say commanded', () => commandOf(stateOf(IDS[0]!)) === LampCommand.commanded);
    await gateway.acknowledge(cmd, [{ lamp: IDS[3]!, code: 'LOCKED' }]);
    await stands(cmd, { acknowledged: 3, observed: 0, troubles: 1 });
    await until('frames say refused', () => commandOf(stateOf(IDS[3]!)) === LampCommand.refused);
    await field.lamps(IDS.slice(0, 2), { level: 1 });
    await stands(cmd, { observed: 2 });
    await until('frames say override', () => (stateOf(IDS[0]!) & LampState.override) !== 0);
    expect(commandOf(stateOf(IDS[2]!))).toBe(LampCommand.acknowledged);
    await eventOf('lamp.commanded', cmd);
    const { light } = await eventOf('lamp.observed', cmd);
    expect(light).toMatchObject({ lamps: 4, observed: 2 });
    expect(light?.named).toEqual([
      { lamp: IDS[2], why: 'unchanged' },
      { lamp: IDS[3], why: 'refused', code: 'LOCKED' },
    ]);
  });

  it('goes on over the death of the hub, without a second order', async () => {
    const sent = gateway.orders.length;
    await hub.kill();
    hub = start();
    await hub.waitReady();
    await field.lamp(IDS[2]!, { level: 1 });
    await stands(cmd, { observed: 3 });
    expect(gateway.orders).toHaveLength(sent);
  });

  it('is said again to the lamp that had refused, and to no other', async () => {
    await stands(cmd, { judged: true, troubles: 1 });
    const again = seat.make({
      op: 'lamp.resend',
      target: { type: 'override', id: cmd },
      args: {},
      expiresAt: instant(Date.now() + 30_000),
    });
    expect(await seat.command(again)).toMatchObject({ code: 'OK', override: { id: cmd, lamps: 4 } });
    expect(await orderOf(again.cmd)).toMatchObject({ lamps: [IDS[3]], level: 1 });
    await gateway.acknowledge(again.cmd, [{ lamp: IDS[3]!, code: 'LOCKED' }]);
    await stands(cmd, { judged: true, observed: 3, troubles: 1 });
  });

  it('is given back by hand, and gone once all have gone back', async () => {
    expect(await giveBack(cmd)).toMatchObject({ release: true, lamps: IDS.slice(0, 3) });
    expect(await eventOf('lamp.released', cmd)).toMatchObject({ person: 'p-1', light: { release: true } });
    await until('frames say nothing of it', () => (stateOf(IDS[0]!) & LampState.override) === 0);
  });
});

it('an order that has expired is refused, and never sent', async () => {
  const sent = gateway.orders.length;
  const late = set({ expiresAt: instant(Date.now() - 1) });
  expect(await seat.command(late)).toMatchObject({ code: 'EXPIRED' });
  const next = set();
  await seat.command(next);
  await orderOf(next.cmd);
  expect(gateway.orders.slice(sent).map(({ cmd }) => cmd)).toEqual([next.cmd]);
  await giveBack(next.cmd);
});

it('at its end gateways go back by themselves; one that does not is told to', async () => {
  const command = set({}, 0.03);
  const { cmd } = command;
  await seat.command(command);
  await orderOf(cmd);
  await gateway.acknowledge(cmd);
  await field.lamps(IDS, { level: 1 });
  await stands(cmd, { observed: 4 });
  await stands(cmd, { phase: 'release' });
  await field.lamps(IDS.slice(1), { level: 0.4 });
  const told = await gateway.order(
    'to go back',
    (order) => 'release' in order && order.lamps[0] === IDS[0] && order.lamps.length === 1,
  );
  await gateway.acknowledge(told.cmd);
  await field.lamp(IDS[0]!, { level: 0.4 });
  await gone(cmd);
  const released = await eventOf('lamp.released', cmd);
  expect(released.person).toBeUndefined();
});

it('the order before counts again when the one over it ends, also where the hub died in between', async () => {
  const last = instant(Date.now() + 1_800_000);
  const first = set({ args: { level: 1, until: last, ticket } });
  await seat.command(first);
  await orderOf(first.cmd);
  await gateway.acknowledge(first.cmd);
  await field.lamps(IDS, { level: 1 });
  await stands(first.cmd, { observed: 4 });
  const end = instant(Date.now() + 6_000);
  const over = set({
    args: { level: 0.6, until: end, ticket },
    target: { type: 'lamps', ids: IDS.slice(0, 2) },
  });
  await seat.command(over);
  // The whole of what these lamps are to do: their gateway needs nobody to go on.
  expect(await orderOf(over.cmd)).toMatchObject({
    level: 0.6,
    after: [{ level: 1, until: last }],
  });
  await gateway.acknowledge(over.cmd);
  await field.lamps(IDS.slice(0, 2), { level: 0.6 });
  await stands(over.cmd, { observed: 2, unkept: 2 });
  expect(overrides.get(first.cmd)?.under).toMatchObject([{ id: over.cmd, lamps: 2 }]);
  expect(overrides.get(over.cmd)?.over).toMatchObject([{ id: first.cmd, lamps: 2 }]);
  await hub.kill();
  await until('its end', () => (Date.now() > Date.parse(end) ? true : undefined));
  hub = start();
  await hub.waitReady();
  const again = await gateway.order(
    'to count again',
    (order) => 'level' in order && ![first.cmd, over.cmd].includes(order.cmd) && order.until === last,
  );
  expect(again).toMatchObject({ level: 1, lamps: IDS.slice(0, 2) });
  await gateway.acknowledge(again.cmd);
  await field.lamps(IDS.slice(0, 2), { level: 1 });
  await gone(over.cmd);
  await stands(first.cmd, { observed: 4, phase: 'set' });
  expect(overrides.get(first.cmd)?.under).toBeUndefined();
  expect((await eventOf('lamp.observed', first.cmd)).light).toMatchObject({ lamps: 4 });
});
