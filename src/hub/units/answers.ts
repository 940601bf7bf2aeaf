import type { CommandId, TicketId, UnitId } from '../../shared/ids.ts';
import type { TicketPatch } from '../../shared/ticket/model.ts';
import { type Answered, answer, notTold, recalled, TELLING_MS } from '../../shared/unit/assign.ts';
import type { UnitAnswer } from '../../shared/unit/model.ts';
import { goesInVain, orderOn } from '../../shared/unit/orders.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import { journalize } from '../journal/journalize.ts';
import type { Unit } from '../store/unit.ts';
import { readTicket } from '../tickets/read.ts';
import { record } from '../tickets/record.ts';
import { endOrder, isToStandDown, keepOrders, type PendingOrder } from './orders.ts';

export type Answer = Omit<UnitAnswer, 'v'>;
/** What became of an answer: as on the ticket, or the acknowledgement of an order to stand down, or of no ticket. */
export type AnswerOutcome = Answered['kind'] | 'stoodDown' | 'noTicket';

/**
 * Takes a unit's answer: ends its order and says so on the ticket. What changes nothing there (late, on a closed
 * ticket, to another order) is in the journal all the same, but for what had been said before. A unit that turns out to
 * be on its way in vain is told to stand down.
 * @param at when it was heard
 * @param newCmd names the order to stand down, if there is one
 */
export async function takeAnswer(
  unit: Unit,
  id: UnitId,
  said: Answer,
  at: Instant,
  newCmd: CommandId,
): Promise<AnswerOutcome> {
  const outcome = await judge(unit, id, said, at, newCmd);
  if (outcome === 'repeated') return outcome;
  const { cmd, answer: word, ticket, motive } = said;
  await journalize(unit, {
    at,
    action: 'unit.answer',
    target: `ticket:${ticket}`,
    ...(motive === undefined || motive === '' ? {} : { motive }),
    payload: { unit: id, cmd, answer: word, code: outcome, saidAt: said.at },
  });
  return outcome;
}

async function judge(
  unit: Unit,
  id: UnitId,
  said: Answer,
  at: Instant,
  newCmd: CommandId,
): Promise<AnswerOutcome> {
  if ((await endOrder(unit, id, said.cmd)) === 'standDown') {
    await keepRecall(unit, id, said.ticket, 'heard', at);
    return 'stoodDown';
  }
  const ticket = await readTicket(unit.tx, said.ticket);
  if (ticket === undefined) return 'noTicket';
  const answered = answer(ticket, id, said, at);
  if (answered.kind === 'taken')
    await keepVersion(unit, ticket, { type: 'unit.answered', unit: id }, answered.patch, at, said.motive);
  else if (goesInVain(ticket, id, said.answer) && !(await isToStandDown(unit, id, ticket.id))) {
    const order = orderOn(ticket, 'standDown', newCmd, instant(millis(at) + TELLING_MS));
    await keepOrders(unit, [{ unit: id, order }], at);
  }
  return answered.kind;
}

/**
 * The time for telling a unit is over: where it has not answered, the ticket says so to its owner.
 * @returns whether it does
 */
export async function giveUp(unit: Unit, { unit: id, order }: PendingOrder, at: Instant): Promise<boolean> {
  const { cmd, ticket: target, order: what } = order;
  if ((await endOrder(unit, id, cmd)) === undefined) return false; // answered meanwhile
  const ticket = await readTicket(unit.tx, target);
  const patch = ticket && what === 'go' ? notTold(ticket, id, cmd, at) : undefined;
  if (ticket !== undefined && patch !== undefined)
    await keepVersion(unit, ticket, { type: 'unit.untold', unit: id }, patch, at);
  const silent = what === 'standDown' && (await keepRecall(unit, id, target, 'silent', at));
  const payload = { unit: id, cmd, order: what };
  await journalize(unit, { at, action: 'unit.untold', target: `ticket:${target}`, payload });
  return patch !== undefined || silent;
}

/** Says on a closed ticket what became of the order to stand down. @returns whether it does */
async function keepRecall(
  unit: Unit,
  id: UnitId,
  target: TicketId,
  state: 'heard' | 'silent',
  at: Instant,
): Promise<boolean> {
  const ticket = await readTicket(unit.tx, target);
  const patch = ticket && recalled(ticket, id, { state, at });
  if (ticket === undefined || patch === undefined) return false;
  await keepVersion(unit, ticket, { type: 'unit.recalled', unit: id }, patch, at);
  return true;
}

const keepVersion = (
  unit: Unit,
  ticket: NonNullable<Awaited<ReturnType<typeof readTicket>>>,
  what: { readonly type: 'unit.answered' | 'unit.untold' | 'unit.recalled'; readonly unit: UnitId },
  patch: TicketPatch,
  at: Instant,
  motive?: string,
): Promise<unknown> =>
  record(
    unit,
    ticket.id,
    ticket,
    { ok: true, ...what, version: ticket.version, patch },
    {
      at,
      ...(motive === undefined || motive === '' ? {} : { motive }),
    },
  );
