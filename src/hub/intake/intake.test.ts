import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { callContext, openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import type { RoomCall } from '../../shared/call/model.ts';
import { CabinetId, LampId } from '../../shared/ids.ts';
import { type Ack, Call, CityEvent, Intake } from '../../shared/wire/intake.ts';
import { instant } from '../../shared/wire/time.ts';
import { readAlarms } from '../alarms/alarm-rows.ts';
import { AlarmKeeper } from '../alarms/keeper.ts';
import { extentOf } from '../lighting/extent.ts';
import { FaultGroups } from '../lighting/fault-groups.ts';
import { readTicket } from '../tickets/read.ts';
import { faultReport } from './drafts.ts';
import { IntakeDesk } from './intake.ts';
import { LampFaultDesk, readLasting } from './lamp-faults.ts';

let room: TestDesk;
let acks: [string, Ack][];
let calls: RoomCall[];
let intake: IntakeDesk;
const { words } = callContext;
const at = instant(START);

beforeEach(async () => {
  room = await openTestDesk();
  acks = [];
  calls = [];
  intake = new IntakeDesk({
    store: room.store,
    context: callContext,
    now: () => START,
    ack: (source, ack) => acks.push([source, ack]),
    opened: () => {},
    called: (call) => calls.push(call),
    committed: () => {},
    failed: (error) => {
      throw error;
    },
  });
});
afterEach(() => room.close());

const call = (more: object) => Call.parse({ v: 1, callId: 'C-1', status: 'ringing', at, ...more });
const titles = async () => (await room.events()).map(({ patch }) => patch.title);

describe('a call', () => {
  it('that rings is shown to the room and opens nothing yet; taken on a telephone it is a ticket, once', async () => {
    await intake.call(call({ number: '0612345678' }));
    expect(await room.events()).toEqual([]);
    expect(calls).toEqual([
      { v: 1, id: 'C-1', number: '0612345678', status: 'ringing', rangAt: at, since: at },
    ]);
    await intake.call(call({ status: 'answered', number: '0612345678' }));
    await intake.call(call({ status: 'ended' }));
    expect(await titles()).toEqual(['Appel de 06\u00a0••\u00a0••\u00a0••\u00a078']);
    const [event] = await room.events();
    expect(event).toMatchObject({
      type: 'ticket.created',
      patch: {
        kind: 'call',
        service: 'citizens',
        priority: 3,
        place: { label: 'Lieu à préciser' },
        caller: { number: '0612345678' },
        source: { kind: 'call', system: 'telephony', sourceId: 'C-1' },
        ref: 'INT-2411-0001',
      },
    });
    expect(calls.map(({ status }) => status)).toEqual(['ringing', 'answered', 'ended']);
    const told = { v: 1, sourceId: 'C-1', ok: true, code: 'OK' };
    const ticket = event!.target.id;
    expect(acks.map(([, ack]) => ack)).toEqual([told, { ...told, ticket }, { ...told, ticket }]);
  });

  it('that hangs up unanswered is to be called back', async () => {
    await intake.call(call({ number: '0612345678' }));
    await intake.call(call({ status: 'ended' }));
    await intake.call(call({ status: 'ended' }));
    expect(await titles()).toEqual(['Appel manqué, à rappeler : 06\u00a0••\u00a0••\u00a0••\u00a078']);
    expect(calls.at(-1)).toMatchObject({ status: 'ended', missed: true });
  });

  it('that was handed over opens what it says', async () => {
    const transfer = draft({ title: 'Chute de vélo', priority: 1 });
    await intake.call(call({ number: '0612345678', transfer }));
    expect((await room.events())[0]!.patch).toMatchObject({
      title: 'Chute de vélo',
      priority: 1,
      caller: { number: '0612345678' },
    });
  });

  it('that ended before anybody heard of it opens nothing, and its source is told so', async () => {
    await intake.call(call({ status: 'ended' }));
    expect(await room.events()).toEqual([]);
    expect(acks).toEqual([['telephony', { v: 1, sourceId: 'C-1', ok: true, code: 'OK' }]]);
  });
});

it('sources do not share their ids: the same id from three doors opens three tickets', async () => {
  const report = draft();
  await intake.event(
    CityEvent.parse({ v: 1, source: 'telephony', sourceId: 'C-1', kind: 'flood', at, report }),
  );
  await intake.intake('telephony', Intake.parse({ v: 1, sourceId: 'C-1', at, report }));
  await intake.call(call({ status: 'answered' }));
  await Promise.all(
    [1, 2, 3].map(() => intake.intake('telephony', Intake.parse({ v: 1, sourceId: 'C-1', at, report }))),
  );
  expect((await room.events()).map(({ patch }) => patch.source?.kind)).toEqual([
    'service',
    'citizen',
    'call',
  ]);
});

describe('lamp faults', () => {
  const rule = { settleMs: 10, quietMs: 5, longestMs: 100, groupFrom: 2 };
  const cabinet = CabinetId.parse('ARM-1');
  const lamps = [1, 2, 3].map((n) => LampId.parse(`L-${n}`));
  const deskFor = (groups: FaultGroups) =>
    new LampFaultDesk({
      store: room.store,
      groups,
      alarms: new AlarmKeeper(() => {}, 480),
      extentOf: ({ lamps }) => ({ lamps: lamps.length, circuits: [], streets: [], at: undefined }),
      context: callContext,
      words,
      committed: () => {},
    });

  it('become tickets once, and the same faults after a restart are known', async () => {
    const groups = new FaultGroups(rule);
    for (const lamp of lamps) groups.lampFailed(lamp, cabinet, 0);
    groups.lampFailed(LampId.parse('L-9'), undefined, 0);
    expect(await deskFor(groups).look(50)).toBe(2);
    expect(await titles()).toEqual(['3 lampadaires en panne', 'Lampadaire en panne']);
    for (const { patch } of await room.events()) expect(patch.place).toEqual({ label: 'Lieu à préciser' });

    const restarted = new FaultGroups(rule, await readLasting(room.store));
    for (const lamp of lamps) restarted.lampFailed(lamp, cabinet, 100);
    const desk = deskFor(restarted);
    expect(await desk.look(200)).toBe(0);
    for (const lamp of lamps) restarted.lampWorks(lamp);
    await desk.look(300);
    expect((await readLasting(room.store)).map(({ key }) => key)).toEqual(['lamp:L-9']);
  });

  it('of a lamp alone say when it works again', async () => {
    const groups = new FaultGroups(rule);
    const desk = deskFor(groups);
    groups.lampFailed(lamps[0]!, undefined, 0);
    await desk.look(50);
    groups.lampWorks(lamps[0]!);
    await desk.look(60);
    const [created, ended] = await room.events();
    expect(ended).toMatchObject({ type: 'ticket.returned', target: created!.target });
    expect((await readTicket(room.store.db, ended!.target.id))?.returned?.condition).toBe('broken');
  });

  it('of a cabinet that says that it is not fed are of supply, which comes back: no lamp is broken', async () => {
    const groups = new FaultGroups(rule);
    const desk = deskFor(groups);
    groups.cabinetFailed(cabinet, 0, true);
    for (const lamp of lamps) groups.lampFailed(lamp, cabinet, 0);
    await desk.look(50);
    expect(await titles()).toEqual(['3 lampadaires sans alimentation']);
    expect(await readAlarms(room.store.db)).toMatchObject([{ condition: 'supply' }]);
    groups.cabinetWorks(cabinet);
    for (const lamp of lamps) groups.lampWorks(lamp);
    await desk.look(60);
    const [created] = await room.events();
    expect((await readTicket(room.store.db, created!.target.id))?.returned?.condition).toBe('supply');
  });

  it('name their street once, in the place; that of a whole cabinet is only thereabouts', () => {
    const lamp = { id: lamps[0]!, position: [5.04, 47.32] as const, street: 'rue des Forges' };
    const fault = { lamps, cabinets: [cabinet], declared: [], sourceId: 's' };
    const three = lamps.map((id) => ({ ...lamp, id }));
    const draftOf = (key: string) => faultReport({ ...fault, key }, extentOf(three, []), words).draft;
    expect(draftOf('lamp:L-1')).toMatchObject({
      title: 'Lampadaire en panne',
      place: { label: 'rue des Forges', street: 'rue des Forges' },
    });
    expect(draftOf('cabinet:ARM-1')).toMatchObject({
      title: '3 lampadaires en panne',
      place: { label: 'Secteur rue des Forges', street: 'rue des Forges' },
    });
  });

  it('that could not be written are written later, and still once', async () => {
    const groups = new FaultGroups(rule);
    groups.lampFailed(lamps[0]!, undefined, 0);
    const desk = deskFor(groups);
    const broken = room.store.db.schema;
    await broken.alterTable('intake_key').renameTo('hidden').execute();
    await expect(desk.look(50)).rejects.toThrow(/intake_key/);
    await broken.alterTable('hidden').renameTo('intake_key').execute();
    expect(await desk.look(60)).toBe(1);
    expect(await desk.look(70)).toBe(0);
    expect(await titles()).toHaveLength(1);
  });
});
