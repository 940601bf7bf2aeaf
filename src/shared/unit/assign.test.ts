import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticket as sample } from '../../../tests/support/ticket.ts';
import { CommandId, UnitId } from '../ids.ts';
import { Ticket, type TicketPatch } from '../ticket/model.ts';
import { instant } from '../wire/time.ts';
import { answer, assign, notTold, reported, TELLING_MS, takeOff } from './assign.ts';
import { UnitReply } from './model.ts';
import { cameTooLateToTell, ordersBetween, toRecall } from './orders.ts';

const at = instant(0);
const claimed = sample('T-1', { state: 'claimed', version: 2 });
const units = ['PM 12', 'PM 07', 'Voirie 4'].map((id) => UnitId.parse(id));
const [pm12, pm07] = units as [UnitId, UnitId, UnitId];
const cmds = [1, 2, 3].map((n) => CommandId.parse(`01938e8a-0000-7000-8000-00000000000${n}`));
const [first, second] = cmds as [CommandId, CommandId, CommandId];
const with_ = (ticket: Ticket, patch: TicketPatch | undefined): Ticket =>
  Ticket.parse({ ...ticket, ...patch });
const sent = (ticket: Ticket, unit: UnitId, cmd: CommandId, tellable = true) =>
  with_(ticket, assign(ticket, { units: [unit], byVoice: false, cmd, at, tellable: () => tellable }));
const answered = (ticket: Ticket, unit: UnitId, cmd: CommandId, said: UnitReply, motive?: string): Ticket => {
  const result = answer(ticket, unit, { cmd, answer: said, motive }, at);
  return result.kind === 'taken' ? with_(ticket, result.patch) : ticket;
};
const stateOf = (ticket: Ticket, unit: UnitId) => ticket.assignments?.find((one) => one.unit === unit)?.state;

describe('an assignment', () => {
  test('goes from told to done, step by step, and a lost step is no harm', () => {
    const told = sent(claimed, pm12, first);
    expect(stateOf(told, pm12)).toBe('told');
    const accepted = answered(told, pm12, first, 'accepted');
    expect(stateOf(answered(accepted, pm12, first, 'onSite'), pm12)).toBe('onSite');
    expect(stateOf(answered(told, pm12, first, 'done'), pm12)).toBe('done');
    expect(stateOf(answered(answered(told, pm12, first, 'done'), pm12, first, 'accepted'), pm12)).toBe(
      'done',
    );
  });

  test('that cannot be told says so, and telling it again is another order', () => {
    const untold = sent(claimed, pm12, first, false);
    expect(stateOf(untold, pm12)).toBe('untold');
    const again = sent(untold, pm12, second);
    expect(again.assignments).toEqual([{ unit: pm12, state: 'told', at, cmd: second }]);
    expect(answer(again, pm12, { cmd: first, answer: 'refused' }, at)).toEqual({ kind: 'otherOrder' });
  });

  test('of who is under way changes nothing: it is not told twice', () => {
    const accepted = answered(sent(claimed, pm12, first), pm12, first, 'accepted');
    const again = sent(accepted, pm12, second);
    expect(again.assignments).toEqual(accepted.assignments);
    expect(ordersBetween(accepted, again, second, at)).toEqual([]);
  });

  test('that is refused gives the matter back, with its motive; another unit goes on', () => {
    const one = sent(claimed, pm12, first);
    const alone = answered(one, pm12, first, 'refused', 'pneu crevé');
    expect(alone).toMatchObject({ state: 'claimed', units: [] });
    expect(alone.assignments).toEqual([
      { unit: pm12, state: 'refused', at, cmd: first, motive: 'pneu crevé' },
    ]);
    const both = answered(sent(one, pm07, second), pm12, first, 'refused');
    expect(both).toMatchObject({ state: 'inProgress', units: [pm07] });
  });

  test('by voice takes the place of one that was not told, whose late answer counts all the same', () => {
    const untold = sent(claimed, pm12, first, false);
    const tell = { units: [pm12], byVoice: true, cmd: second, at, tellable: () => true };
    const said = with_(untold, assign(untold, tell));
    expect(said.assignments).toEqual([{ unit: pm12, state: 'byVoice', at, cmd: first }]);
    expect(answer(said, pm12, { cmd: second, answer: 'accepted' }, at)).toEqual({ kind: 'otherOrder' });
    expect(stateOf(answered(said, pm12, first, 'onSite'), pm12)).toBe('onSite');
  });

  test('without an answer in time is untold; what comes late is taken at its word', () => {
    const told = sent(claimed, pm12, first);
    expect(notTold(told, pm12, second, at)).toBeUndefined();
    const untold = with_(told, notTold(told, pm12, first, at));
    expect(untold.units).toEqual([pm12]);
    expect(stateOf(untold, pm12)).toBe('untold');
    expect(stateOf(answered(untold, pm12, first, 'accepted'), pm12)).toBe('accepted');
    const accepted = answered(told, pm12, first, 'accepted');
    expect(notTold(accepted, pm12, first, at)).toBeUndefined();
  });

  test('on a closed ticket is history', () => {
    const closed = with_(sent(claimed, pm12, first), { state: 'closed', outcome: 'done', closedAt: at });
    expect(answer(closed, pm12, { cmd: first, answer: 'accepted' }, at)).toEqual({ kind: 'closed' });
    expect(notTold(closed, pm12, first, at)).toBeUndefined();
  });
});

describe('units are told to stand down', () => {
  const both = sent(answered(sent(claimed, pm12, first), pm12, first, 'onSite'), pm07, second);
  const third = cmds[2]!;
  test.each<[string, TicketPatch | undefined, readonly UnitId[]]>([
    ['both, when the ticket is closed', { state: 'closed', outcome: 'done', closedAt: at }, [pm12, pm07]],
    ['both, when it is given back', { state: 'open', units: [], assignments: [] }, [pm12, pm07]],
    ['the one that is taken off', takeOff(both, pm12, at), [pm12]],
    ['nobody, by another change', { priority: 3 }, []],
  ])('%s', (_, patch, who) => {
    const orders = ordersBetween(both, with_(both, patch), third, at);
    expect(orders.map(({ unit, order }) => [unit, order.order])).toEqual(
      who.map((unit) => [unit, 'standDown']),
    );
  });

  test('not those that are done or have refused', () => {
    const over = answered(sent(claimed, pm12, first), pm12, first, 'done');
    const closed = with_(over, { state: 'closed', outcome: 'done', closedAt: at });
    expect(ordersBetween(over, closed, second, at)).toEqual([]);
  });
});

test('whatever is assigned, answered and taken off in any order: a ticket is in progress while somebody goes, and nobody twice', () => {
  const unit = fc.constantFrom(...units);
  const cmd = fc.constantFrom(...cmds);
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('assign' as const),
      unit,
      cmd,
      voice: fc.boolean(),
      tellable: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('answer' as const),
      unit,
      cmd,
      said: fc.constantFrom(...UnitReply.options),
    }),
    fc.record({ kind: fc.constant('untold' as const), unit, cmd }),
    fc.record({ kind: fc.constant('off' as const), unit }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let ticket = claimed;
      for (const one of steps) {
        if (one.kind === 'assign') {
          const { unit: id, voice: byVoice, cmd: by, tellable } = one;
          const how = { units: [id], byVoice, cmd: by, at, tellable: () => tellable };
          ticket = with_(ticket, assign(ticket, how));
        } else if (one.kind === 'answer') ticket = answered(ticket, one.unit, one.cmd, one.said);
        else if (one.kind === 'untold') ticket = with_(ticket, notTold(ticket, one.unit, one.cmd, at));
        else ticket = with_(ticket, takeOff(ticket, one.unit, at));
        const known = (ticket.assignments ?? []).map((assignment) => assignment.unit);
        expect(new Set(known).size).toBe(known.length);
        expect(ticket.state).toBe(ticket.units.length > 0 ? 'inProgress' : 'claimed');
        const refused = (ticket.assignments ?? []).filter(({ state }) => state === 'refused');
        expect(ticket.units.filter((id) => refused.some((no) => no.unit === id))).toEqual([]);
        expect(ticket.units.every((id) => known.includes(id))).toBe(true);
      }
    }),
  );
});

test('a closing that the hub hears later than units are told of anything has called back nobody', () => {
  const heard = (ms: number) => ({ at: instant(TELLING_MS + ms), madeAt: instant(0) });
  expect(cameTooLateToTell(heard(0))).toBe(false);
  expect(cameTooLateToTell(heard(1))).toBe(true);
  expect(cameTooLateToTell({ at: instant(0) })).toBe(false);
});

describe('what a unit says by radio', () => {
  const called = with_(
    claimed,
    assign(claimed, { units: [pm12], byVoice: true, cmd: first, at, tellable: () => true }),
  );

  test('is written down step by step, marked as heard, and never backwards', () => {
    const there = with_(called, reported(called, { unit: pm12, answer: 'onSite' }, instant(60_000)));
    expect(there.assignments).toEqual([{ unit: pm12, state: 'onSite', at: instant(60_000), byVoice: true }]);
    expect(reported(there, { unit: pm12, answer: 'accepted' }, at)).toBeUndefined();
    expect(stateOf(with_(there, reported(there, { unit: pm12, answer: 'done' }, at)), pm12)).toBe('done');
  });

  test('that it does not come takes it from those who go; who is not on the ticket says nothing', () => {
    const refused = with_(called, reported(called, { unit: pm12, answer: 'refused', motive: 'panne' }, at));
    expect(refused).toMatchObject({ state: 'claimed', units: [], assignments: [{ motive: 'panne' }] });
    expect(reported(called, { unit: pm07, answer: 'onSite' }, at)).toBeUndefined();
  });

  test('it is called back by voice too, but by its order where it had one', () => {
    const there = with_(called, reported(called, { unit: pm12, answer: 'onSite' }, at));
    const closed = (ticket: Ticket) => with_(ticket, { state: 'closed', outcome: 'done', closedAt: at });
    expect(ordersBetween(there, closed(there), second, at)).toEqual([]);
    const told = sent(claimed, pm12, first);
    const heard = with_(told, reported(told, { unit: pm12, answer: 'accepted' }, at));
    expect(ordersBetween(heard, closed(heard), second, at)).toMatchObject([
      { order: { order: 'standDown' } },
    ]);
    expect(stateOf(answered(heard, pm12, first, 'onSite'), pm12)).toBe('onSite');
  });

  test('who goes in vain at a closing is known beforehand: those that the room calls back are those it tells', () => {
    const both = sent(called, pm07, second);
    expect(toRecall(both)).toEqual({ byRoom: [pm07], byVoice: [pm12] });
    const there = with_(both, reported(both, { unit: pm12, answer: 'onSite' }, at));
    expect(toRecall(there)).toEqual({ byRoom: [pm07], byVoice: [pm12] });
    const closed = with_(there, { state: 'closed', outcome: 'done', closedAt: at });
    expect(ordersBetween(there, closed, second, at).map(({ unit }) => unit)).toEqual([pm07]);
    expect(toRecall(answered(there, pm07, second, 'done'))).toEqual({ byRoom: [], byVoice: [pm12] });
  });
});

test('a ticket remembers who was taken off it, and when last', () => {
  const both = sent(sent(claimed, pm12, first), pm07, second);
  const off = with_(both, takeOff(both, pm12, at));
  expect(off.takenOff).toEqual([{ unit: pm12, at }]);
  const less = with_(off, takeOff(off, pm07, at));
  const again = sent(less, pm12, first);
  expect(with_(again, takeOff(again, pm12, instant(60_000))).takenOff).toEqual([
    { unit: pm07, at },
    { unit: pm12, at: instant(60_000) },
  ]);
});
