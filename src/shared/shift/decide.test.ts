import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticket } from '../../../tests/support/ticket.ts';
import { applyEvent } from '../ticket/apply.ts';
import type { Ticket } from '../ticket/model.ts';
import { instant } from '../wire/time.ts';
import { ShiftCommand } from './command.ts';
import { decideShift, type ShiftDecided, type ShiftScene } from './decide.ts';
import { Shift } from './model.ts';

const AT = instant(5_000);
const owner = (person: string) => ({ seat: 'seat-01', person });
const held = (id: string, over: object = {}) =>
  ticket(id, { state: 'claimed', owner: owner('p-1'), ...over });
const command = (op: string, args: object = {}, more: object = {}) =>
  ShiftCommand.parse({
    v: 1,
    cmd: '0193f2c4-7a50-7c3e-9d5b-0a1b2c3d4e5f',
    session: 's',
    op,
    target: { type: 'shift', id: 'S-1' },
    exp: 0,
    args,
    madeAt: AT,
    ...more,
  });
const offer = (to = 'p-2') => command('shift.offer', { to, note: 'RAS', matters: [], unconfirmed: 0 });
const scene = (person: string, over: Partial<ShiftScene> = {}, role = 'operator') =>
  ({
    actor: { seat: 'seat-02', person, role },
    at: AT,
    shift: undefined,
    waiting: undefined,
    held: [],
    ...over,
  }) as ShiftScene;
const waiting = (over: object = {}) =>
  Shift.parse({
    v: 1,
    id: 'S-1',
    from: owner('p-1'),
    to: 'p-2',
    note: '',
    matters: [],
    unconfirmed: 0,
    state: 'offered',
    offeredAt: AT,
    tickets: ['T-1'],
    ...over,
  });
const ok = (decided: ReturnType<typeof decideShift>): ShiftDecided => {
  if (!decided.ok) throw new Error(decided.code);
  return decided;
};
const changes = (decided: ReturnType<typeof decideShift>) =>
  ok(decided).tickets.map(([{ id }, { type, patch }]) => [id, type, patch.handoverTo ?? patch.owner?.person]);

describe('an offer', () => {
  test('asks one person for all that is held, but for what was offered to somebody else before', () => {
    const tickets = [held('T-1'), held('T-2', { handoverTo: 'p-3' }), held('T-3', { handoverTo: 'p-2' })];
    const decided = decideShift(offer(), scene('p-1', { held: tickets }));
    expect(changes(decided)).toEqual([['T-1', 'ticket.handedOver', 'p-2']]);
    expect(ok(decided).shift).toMatchObject({ state: 'offered', to: 'p-2', tickets: ['T-1', 'T-3'] });
  });
  test('ends the one that still waits, and takes its tickets along', () => {
    const before = waiting({ id: 'S-0', to: 'p-3' });
    const decided = ok(
      decideShift(offer(), scene('p-1', { waiting: before, held: [held('T-1', { handoverTo: 'p-3' })] })),
    );
    expect(decided.ended).toMatchObject({ id: 'S-0', state: 'withdrawn', answeredAt: AT });
    expect(changes(decided)).toEqual([['T-1', 'ticket.handedOver', 'p-2']]);
  });
  test.each([
    ['to oneself', offer('p-1'), {}],
    ['that was made already', offer(), { shift: waiting() }],
  ])('%s is refused', (_name, asked, over) =>
    expect(decideShift(asked, scene('p-1', over))).toEqual({ ok: false, code: 'BAD_STATE' }),
  );
});

describe('its answer', () => {
  const tickets = [
    held('T-1', { handoverTo: 'p-2' }),
    held('T-2', { handoverTo: 'p-3' }),
    held('T-3'), // taken since the offer
  ];
  const asked = { shift: waiting(), held: tickets };
  test('accepted: what was asked passes, and says so; the rest stays where it was', () => {
    const decided = decideShift(command('shift.accept'), scene('p-2', asked));
    expect(changes(decided)).toEqual([['T-1', 'ticket.accepted', 'p-2']]);
    expect(ok(decided).shift).toMatchObject({ state: 'accepted', answeredAt: AT, tickets: ['T-1'] });
    expect(ok(decided).tickets[0]?.[1].patch).toMatchObject({ ownedSince: AT });
  });
  test('declined: nothing passes, and why is kept', () => {
    const decided = decideShift(
      command('shift.decline', {}, { motive: 'déjà trois P1' }),
      scene('p-2', asked),
    );
    expect(ok(decided).shift).toMatchObject({ state: 'declined', motive: 'déjà trois P1' });
    expect(ok(decided).tickets.map(([{ id }, { patch }]) => [id, patch])).toEqual([
      ['T-1', { handoverTo: null }],
    ]);
  });
  test('withdrawn by who offered it, or by a supervisor', () => {
    for (const by of [scene('p-1', asked), scene('p-4', asked, 'supervisor')])
      expect(changes(decideShift(command('shift.withdraw'), by))).toEqual([
        ['T-1', 'ticket.withdrawn', undefined],
      ]);
  });
  test.each([
    ['shift.accept', 'p-1'],
    ['shift.decline', 'p-3'],
    ['shift.withdraw', 'p-2'],
  ])('%s is not for %s', (op, person) =>
    expect(decideShift(command(op), scene(person, asked))).toEqual({ ok: false, code: 'FORBIDDEN' }),
  );
  test('is given once', () => {
    const answered = { ...asked, shift: waiting({ state: 'accepted' }) };
    expect(decideShift(command('shift.accept'), scene('p-2', answered))).toMatchObject({ code: 'BAD_STATE' });
    expect(decideShift(command('shift.accept'), scene('p-2'))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('whatever is held and whoever answers: each ticket has one owner before and after, and no question stays open', () => {
  const some = fc.record({
    handoverTo: fc.constantFrom(undefined, 'p-2', 'p-3'),
    state: fc.constantFrom('claimed', 'inProgress'),
  });
  const answers = fc.constantFrom('shift.accept', 'shift.decline', 'shift.withdraw');
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), answers, (kinds, op) => {
      const run = (tickets: readonly Ticket[], decided: ShiftDecided) =>
        tickets.map((before) => {
          const change = decided.tickets.find(([{ id }]) => id === before.id)?.[1];
          if (change === undefined) return before;
          const { type, version, patch } = change;
          const target = { type: 'ticket', id: before.id } as const;
          return applyEvent(before, { v: 1, seq: 1, epoch: 'e', target, type, version, at: AT, patch });
        });
      const before = kinds.map(({ handoverTo, state }, n) => held(`T-${n}`, { handoverTo, state }));
      const offered = ok(decideShift(offer(), scene('p-1', { held: before })));
      const asked = run(before, offered);
      const by = op === 'shift.withdraw' ? 'p-1' : 'p-2';
      const answered = ok(decideShift(command(op), scene(by, { shift: offered.shift, held: asked })));
      const after = run(asked, answered);
      for (const each of after) {
        expect(each.owner?.person).toBe(op === 'shift.accept' && !isOthers(each.id) ? 'p-2' : 'p-1');
        expect(each.handoverTo).toBe(isOthers(each.id) ? 'p-3' : undefined);
      }
      function isOthers(id: string): boolean {
        return before.find((each) => each.id === id)?.handoverTo === 'p-3';
      }
    }),
  );
});
