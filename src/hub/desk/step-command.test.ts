import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';

type Make = Awaited<ReturnType<TestDesk['signIn']>>;
let room: TestDesk;
let one: Make;
let two: Make;
const id = v7();
beforeEach(async () => {
  room = await openTestDesk();
  one = await room.signIn('seat-01', 'p-1');
  two = await room.signIn('seat-02', 'p-2');
  await room.ask('seat-01', on(one, 'ticket.create', draft(), 0));
});
afterEach(() => room.close());

const on = (make: Make, op: string, args: object, exp = 1) =>
  make({ op, target: { type: 'ticket', id }, exp, args });
const malaise = { id: 'malaise', version: 1 };
const samu = { id: 'prevenir-samu', text: 'Prévenir le SAMU (15)', mandatory: true };
const respire = { id: 'respire', text: 'Demander si la personne respire' };
const step = (make: Make, mark: string, read: object, more: object = {}) =>
  on(make, 'ticket.step', { mark, procedure: malaise, step: read, ...more });

test('a mandatory step is skipped with a motive, which its event, its mark and the journal keep', async () => {
  const [bare] = await room.ask('seat-01', step(one, 'skipped', samu));
  expect(bare).toMatchObject({ code: 'INVALID', field: 'motive' });
  const [done] = await room.ask('seat-01', { ...step(one, 'skipped', samu), motive: 'déjà sur place' });
  expect(done).toMatchObject({
    code: 'OK',
    ticket: { version: 1, procedure: malaise, steps: [{ state: 'skipped', motive: 'déjà sur place' }] },
    last: { type: 'ticket.stepSkipped', subject: 'Prévenir le SAMU (15)', motive: 'déjà sur place' },
  });
  const lines = await room.store.db
    .selectFrom('journal')
    .select('json')
    .where('action', '=', 'ticket.step')
    .execute();
  expect(lines.map(({ json }) => JSON.parse(json))).toMatchObject([
    { payload: { code: 'INVALID' } },
    { person: 'p-1', motive: 'déjà sur place', payload: { code: 'OK' } },
  ]);
});

test.each([
  ['a procedure that the hub never had', { procedure: { ...malaise, version: 9 } }, 'args.procedure'],
  ['words that the step does not have', { step: { ...respire, text: 'Rentrer chez soi' } }, 'args.step'],
  ['a step that is said to be mandatory and is not', { step: { ...respire, mandatory: true } }, 'args.step'],
  ['a question without its answer', {}, 'args.answer'],
  ['an answer that there is not', { answer: { id: 'peut-etre', label: 'Peut-être' } }, 'args.answer'],
])('%s is refused, and the field is named', async (_, over, field) => {
  const [reply] = await room.ask('seat-01', step(one, 'done', respire, over));
  expect([reply?.ok, reply?.field]).toEqual([false, field]);
  expect(reply?.ticket?.steps).toBeUndefined();
});

test('the second of two is told whose the mark is, by the ticket as it is', async () => {
  const answer = { id: 'oui', label: 'Oui' };
  await room.ask('seat-01', step(one, 'done', respire, { answer }));
  const [late] = await room.ask('seat-02', step(two, 'done', respire, { answer }));
  expect(late).toMatchObject({ code: 'BAD_STATE', ticket: { steps: [{ person: 'p-1', answer }] } });
  const [other] = await room.ask('seat-02', step(two, 'done', samu));
  expect(other).toMatchObject({ code: 'OK', ticket: { steps: [{ person: 'p-1' }, { person: 'p-2' }] } });
});

test('done without the hub and told later, a step was done when it was', async () => {
  const late = step(one, 'done', samu);
  room.clock.now += 3_600_000;
  const [reply] = await room.ask('seat-01', late);
  expect(reply?.ticket?.steps?.[0]?.at).toBe(late.madeAt);
  expect(reply?.last?.madeAt).toBe(late.madeAt);
});

describe('closed over mandatory steps that are not done', () => {
  const mine = v7();
  const of = (op: string, exp: number, args: object, motive?: string) => ({
    ...one({ op, target: { type: 'ticket', id: mine }, exp, args }),
    ...(motive === undefined ? {} : { motive }),
  });
  const skipped = { procedure: malaise, steps: [samu] };
  beforeEach(async () => {
    await room.ask(
      'seat-01',
      of('ticket.create', 0, draft({ kind: 'personDown' })),
      of('ticket.claim', 1, {}),
    );
  });

  test.each([
    ['without a word of them', {}, 'pas utile', 'args.skipped'],
    ['without their motive', { skipped }, undefined, 'motive'],
    [
      'with words that a step does not have',
      { skipped: { ...skipped, steps: [{ ...samu, text: 'Rien' }] } },
      'x',
      'args.skipped',
    ],
    [
      'by another procedure',
      { skipped: { ...skipped, procedure: { id: 'rixe', version: 1 } } },
      'x',
      'args.skipped',
    ],
  ])('%s it is refused, and the field is named', async (_, more, motive, field) => {
    const [reply] = await room.ask('seat-01', of('ticket.close', 2, { outcome: 'done', ...more }, motive));
    expect(reply).toMatchObject({ code: 'INVALID', field, ticket: { state: 'claimed' } });
  });

  test('with a motive it is, and they are skipped by who closed it', async () => {
    const close = of('ticket.close', 2, { outcome: 'done', skipped }, 'SAMU déjà là');
    const [reply] = await room.ask('seat-01', close);
    const mark = { step: samu, state: 'skipped', person: 'p-1', motive: 'SAMU déjà là' };
    expect(reply).toMatchObject({ code: 'OK', ticket: { state: 'closed', version: 3, steps: [mark] } });
    expect(reply?.last).toMatchObject({ type: 'ticket.closed', motive: 'SAMU déjà là' });
  });

  test('what a colleague has done meanwhile stays done', async () => {
    await room.ask('seat-02', {
      ...two({
        op: 'ticket.step',
        target: { type: 'ticket', id: mine },
        exp: 2,
        args: { mark: 'done', procedure: malaise, step: samu },
      }),
    });
    const [reply] = await room.ask('seat-01', of('ticket.close', 2, { outcome: 'done', skipped }, 'inutile'));
    expect(reply).toMatchObject({ code: 'OK', ticket: { steps: [{ state: 'done', person: 'p-2' }] } });
    expect(reply?.ticket?.steps).toHaveLength(1);
  });

  test('unfounded, there was nothing to do', async () => {
    const [reply] = await room.ask('seat-01', of('ticket.close', 2, { outcome: 'unfounded' }));
    expect(reply?.code).toBe('OK');
  });

  test('of another state of the ticket it is told that first', async () => {
    const [reply] = await room.ask('seat-01', of('ticket.close', 1, { outcome: 'done' }));
    expect(reply?.code).toBe('VERSION_CONFLICT');
  });
});
