import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { callContext, openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { until } from '../../../tests/support/until.ts';
import { createLog } from '../../node/log/log.ts';
import { DEFAULT_TARGETS } from '../../shared/ticket/targets.ts';
import { type Ack, Intake } from '../../shared/wire/intake.ts';
import { instant } from '../../shared/wire/time.ts';
import { intakeReport } from '../intake/drafts.ts';
import { openOnce } from '../intake/open.ts';
import { readAnswers } from './read.ts';
import { AnswerRelay } from './relay.ts';

let room: TestDesk;
let sent: Ack[];
let brokerUp: boolean;
let relay: AnswerRelay;
let command: Awaited<ReturnType<TestDesk['signIn']>>;

const make = () =>
  new AnswerRelay({
    store: room.store,
    templates: readAnswers(undefined, 'fr'),
    speech: { locale: 'fr', timeZone: 'Europe/Paris', targets: DEFAULT_TARGETS },
    send: async (_source, ack) => {
      if (brokerUp) sent.push(ack);
      return { ok: brokerUp };
    },
    committed: () => {},
    now: () => room.clock.now,
    log: createLog({ name: 'test', write: () => {} }),
  });
const report = (sourceId: string) =>
  room.store.write(async (unit) => {
    const at = instant(room.clock.now);
    const intake = Intake.parse({ v: 1, sourceId, at, report: draft({ kind: 'noise' }) });
    return (await openOnce(unit, intakeReport('onDijon', intake), at, callContext)).ticket;
  });
const act = async (op: string, id: string, args: object = {}, motive?: string) => {
  const row = await room.store.db.selectFrom('ticket').select('version').where('id', '=', id).execute();
  const whole = { op, target: { type: 'ticket', id }, exp: row[0]!.version, args, ...(motive && { motive }) };
  const [reply] = await room.ask('seat-01', command(whole));
  expect(reply).toMatchObject({ code: 'OK' });
};
const drained = async () => {
  relay.wake();
  await until('all answers are recorded', async () => {
    const rows = await room.store.db.selectFrom('answer').select('n').where('sent_at', 'is', null).execute();
    return rows.length === 0;
  });
};
const told = (sourceId: string) =>
  sent.filter((ack) => ack.sourceId === sourceId).map(({ answer }) => answer?.slice(0, 30));

beforeEach(async () => {
  room = await openTestDesk();
  sent = [];
  brokerUp = true;
  relay = make();
  command = await room.signIn('seat-01', 'p-1');
});
afterEach(async () => {
  await relay.stop();
  room.close();
});

it('tells who reported each change that matters to them, in order, and the story says so', async () => {
  const id = await report('R-1');
  await act('ticket.claim', id);
  await act('ticket.note', id, { text: 'M. Dupont, voisin, en colère' });
  await act('ticket.release', id);
  await act('ticket.claim', id);
  await act('ticket.assign', id, { units: ['PM-12'] });
  await act('ticket.close', id, { outcome: 'transferred' });
  await drained();
  expect(told('R-1')).toEqual([
    'Votre demande est enregistrée ',
    'Votre demande est prise en cha',
    'Une équipe est chargée de votr',
    'Votre demande a été transmise ',
  ]);
  expect(JSON.stringify(sent)).not.toContain('Dupont');
  const stories = (await room.events()).filter(({ type }) => type === 'ticket.told');
  expect(stories.map(({ note }) => note)).toEqual(sent.map(({ answer }) => answer));
});

it('tells those whose report was merged how the other goes on, and keeps promises between two', async () => {
  const [first, second] = [await report('R-1'), await report('R-2')];
  await act('ticket.merge', second, { into: first });
  await act('ticket.claim', first);
  await act('ticket.promise', first, { due: instant(room.clock.now + 3_600_000) });
  await drained();
  expect(told('R-2')).toEqual([
    'Votre demande est enregistrée ',
    'Votre demande rejoint un signa',
    'Votre demande est prise en cha',
  ]);
  expect(told('R-1').at(-1)).toBe('Vous serez rappelé avant 20:00');
  await act('ticket.revoke', first, {}, 'injoignable');
  await drained();
  expect([told('R-1').at(-1), told('R-2').length]).toEqual(['Le rappel prévu n’aura pas lie', 3]);
});

it('tells who was promised a call back that it is withdrawn, after their report was merged, and nobody else', async () => {
  const [first, second] = [await report('R-1'), await report('R-2')];
  await act('ticket.promise', second, { due: instant(room.clock.now + 3_600_000) });
  await act('ticket.merge', second, { into: first });
  await act('ticket.revoke', first, {}, 'injoignable');
  await drained();
  expect(told('R-2').at(-1)).toBe('Le rappel prévu n’aura pas lie');
  expect(told('R-1')).toEqual(['Votre demande est enregistrée ']);
});

it('keeps them while there is no broker, over a restart, and none comes out of turn', async () => {
  brokerUp = false;
  const id = await report('R-1');
  await act('ticket.claim', id);
  relay.wake();
  await relay.stop();
  expect(sent).toEqual([]);
  brokerUp = true;
  relay = make();
  await drained();
  expect(told('R-1')).toEqual(['Votre demande est enregistrée ', 'Votre demande est prise en cha']);
});

it('an answer that follows a claim doesn’t hide who was faster', async () => {
  const id = await report('R-1');
  await act('ticket.claim', id);
  await drained();
  const other = await room.signIn('seat-02', 'p-2');
  const lost = other({ op: 'ticket.claim', target: { type: 'ticket', id }, exp: 1, args: {} });
  const [reply] = await room.ask('seat-02', lost);
  expect(reply).toMatchObject({ code: 'VERSION_CONFLICT', last: { type: 'ticket.claimed', person: 'p-1' } });
});
