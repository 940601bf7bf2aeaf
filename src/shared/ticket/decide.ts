import { refusalKey } from '../advice/refusal.ts';
import { assertNever } from '../assert-never.ts';
import { assign, isOnItsWay, reported, takeOff } from '../unit/assign.ts';
import { hasCommitted } from '../unit/assignment.ts';
import type { TicketCommand } from '../wire/command.ts';
import { later } from '../wire/time.ts';
import { decideAttachment } from './decide-attachment.ts';
import { decideStep, leaveOut } from './decide-step.ts';
import type { Circumstances, Decided, Decision, Refused } from './decision.ts';
import type { Owner, Ticket, TicketEventType, TicketPatch } from './model.ts';
import { changePromise, isPromised } from './promise.ts';

export type { Actor, Circumstances, Decided, Decision } from './decision.ts';

const refuse = (code: Refused['code']): Refused => ({ ok: false, code });
/** What goes over a colleague's head, or calls back who is on the way, says why: consoles ask for it beforehand. */
const WHY: Refused = { ok: false, code: 'INVALID', field: 'motive' };

/**
 * Decides a command on a ticket. Pure: the hub runs it inside the transaction that writes its event, a seat
 * runs it to show beforehand what a command would do.
 *
 * `open → claimed(owner) → inProgress(owner, units) → closed(outcome)`, closed also straight from claimed.
 * Each arrow raises the version by one and is guarded by `exp`; notes, steps and files commute, so they are not judged
 * by it and keep the version.
 */
export function decide(ticket: Ticket | undefined, command: TicketCommand, on: Circumstances): Decision {
  if (command.op === 'ticket.create') return ticket === undefined ? create(command, on) : refuse('BAD_STATE');
  if (ticket === undefined) return refuse('NOT_FOUND');
  if (command.op === 'ticket.note') return note(ticket, command.args);
  if (command.op === 'ticket.step' || command.op === 'ticket.procedure')
    return decideStep(ticket, command, on);
  if (command.op === 'ticket.attach' || command.op === 'ticket.detach')
    return decideAttachment(ticket, command, on);
  if (command.exp !== ticket.version) return refuse('VERSION_CONFLICT');
  return arrow(ticket, command, on);
}

const note = (
  { version }: Ticket,
  { text, to }: Extract<TicketCommand, { op: 'ticket.note' }>['args'],
): Decided => ({
  ok: true,
  type: 'ticket.noted',
  version,
  patch: {},
  note: text,
  ...(to === undefined ? {} : { to }),
});

function create(
  { args, target }: Extract<TicketCommand, { op: 'ticket.create' }>,
  { at, actor, ref }: Circumstances,
): Decided {
  const patch: TicketPatch = {
    ...args,
    ref,
    source: { kind: 'operator', system: actor.seat, sourceId: target.id },
    state: 'open',
    units: [],
    links: [],
    openedAt: at,
  };
  return { ok: true, type: 'ticket.created', version: 1, patch };
}

/** Back in the queue. Nobody sees to it any more, so a P1 rings again. */
export const released: TicketPatch = {
  state: 'open',
  owner: null,
  claimedAt: null,
  ownedSince: null,
  acknowledgedBy: null,
  acknowledgedAt: null,
  askedAgain: true,
  handoverTo: null,
  units: [],
  assignments: null,
};

type Arrow = Exclude<
  TicketCommand,
  {
    op:
      | 'ticket.create'
      | 'ticket.note'
      | 'ticket.step'
      | 'ticket.procedure'
      | 'ticket.attach'
      | 'ticket.detach';
  }
>;

function arrow(ticket: Ticket, command: Arrow, on: Circumstances): Decision {
  const { actor, at, tellable = () => false } = on;
  const me: Owner = { seat: actor.seat, person: actor.person };
  const mine = ticket.owner?.person === me.person;
  const supervises = actor.role === 'supervisor';
  /** Who was without the hub may do late what was done early, and on what was not there yet by its clock. */
  const done = later(ticket.claimedAt ?? ticket.openedAt, at);
  const held = ticket.state === 'claimed' || ticket.state === 'inProgress';
  const to = (type: TicketEventType, patch: TicketPatch, note?: string): Decided => ({
    ok: true,
    type,
    version: ticket.version + 1,
    patch,
    ...(note === undefined ? {} : { note }),
  });

  switch (command.op) {
    case 'ticket.claim':
      if (ticket.state !== 'open') return refuse('BAD_STATE');
      return to('ticket.claimed', {
        state: 'claimed',
        owner: me,
        claimedAt: done,
        ...(ticket.acknowledgedBy === undefined ? { acknowledgedBy: me, acknowledgedAt: done } : {}),
      });
    case 'ticket.acknowledge':
      if (ticket.state === 'closed' || ticket.acknowledgedBy !== undefined) return refuse('BAD_STATE');
      return to('ticket.acknowledged', { acknowledgedBy: me, acknowledgedAt: done });
    case 'ticket.release':
      if (!held) return refuse('BAD_STATE');
      if (!mine && !supervises) return refuse('NOT_OWNER');
      if ((!mine || hasCommitted(ticket)) && command.motive === undefined) return WHY;
      return to('ticket.released', released);
    case 'ticket.assign': {
      if (!held) return refuse('BAD_STATE');
      if (!mine) return refuse('NOT_OWNER');
      const { units, byVoice = false, tell = true } = command.args;
      const may = tell ? tellable : () => false;
      const patch = assign(ticket, { units, byVoice, cmd: command.cmd, at, tellable: may });
      return { ...to('ticket.assigned', patch), ...(byVoice ? { byVoice } : {}) };
    }
    case 'unit.release': {
      if (!held) return refuse('BAD_STATE');
      if (!mine && !supervises) return refuse('NOT_OWNER');
      const patch = takeOff(ticket, command.args.unit, done);
      if (patch === undefined) return refuse('BAD_STATE');
      if (command.motive === undefined && isOnItsWay(ticket, command.args.unit)) return WHY;
      return { ...to('unit.released', patch), unit: command.args.unit };
    }
    case 'unit.report': {
      if (!held) return refuse('BAD_STATE');
      if (!mine && !supervises) return refuse('NOT_OWNER');
      const patch = reported(ticket, { ...command.args, motive: command.motive }, later(ticket.openedAt, at));
      if (patch === undefined) return refuse('BAD_STATE');
      return { ...to('unit.reported', patch), unit: command.args.unit, byVoice: true };
    }
    case 'ticket.close':
      if (!held) return refuse('BAD_STATE');
      if (!mine && !supervises) return refuse('NOT_OWNER');
      if (isPromised(ticket)) return { ...refuse('BAD_STATE'), field: 'callback' };
      return to(
        'ticket.closed',
        {
          state: 'closed',
          outcome: command.args.outcome,
          closedAt: done,
          handoverTo: null,
          ...leaveOut(ticket, command, on),
        },
        command.args.note,
      );
    case 'ticket.merge':
      if (ticket.state === 'closed' || command.args.into === ticket.id) return refuse('BAD_STATE');
      if (held && !mine && !supervises) return refuse('NOT_OWNER');
      return to('ticket.merged', {
        state: 'closed',
        outcome: 'duplicate',
        mergedInto: command.args.into,
        closedAt: done,
        handoverTo: null,
        ...(isPromised(ticket) ? { callback: null } : {}), // the other's from now on
      });
    case 'ticket.link':
      if (command.args.ticket === ticket.id) return refuse('BAD_STATE');
      return to('ticket.linked', { links: [...new Set([...ticket.links, command.args.ticket])] });
    case 'ticket.unlink':
      if (!ticket.links.includes(command.args.ticket)) return refuse('BAD_STATE');
      return to('ticket.unlinked', { links: ticket.links.filter((other) => other !== command.args.ticket) });
    case 'ticket.prioritise':
      if (ticket.state === 'closed') return refuse('BAD_STATE');
      return to('ticket.prioritised', { priority: command.args.priority });
    case 'advice.refuse': {
      if (ticket.state === 'closed') return refuse('BAD_STATE');
      const { rule, key } = command.args;
      const known = ticket.refusedAdvice ?? [];
      return to('advice.refused', { refusedAdvice: [...new Set([...known, refusalKey(rule, key)])] });
    }
    case 'ticket.promise':
    case 'ticket.keep':
    case 'ticket.revoke': {
      const change = changePromise(ticket, command, me, at);
      return change === undefined ? refuse('BAD_STATE') : to(change.type, change.patch, change.note);
    }
    case 'ticket.amend':
      if (ticket.state === 'closed') return refuse('BAD_STATE');
      return to('ticket.amended', { ...command.args });
    case 'ticket.reopen':
      if (ticket.state !== 'closed') return refuse('BAD_STATE');
      if (!supervises) return refuse('FORBIDDEN');
      return to('ticket.reopened', {
        state: 'open',
        owner: null,
        outcome: null,
        closedAt: null,
        claimedAt: null,
        ownedSince: null,
        acknowledgedBy: null,
        acknowledgedAt: null,
        askedAgain: true,
        mergedInto: null,
        units: [],
        assignments: null,
      });
    case 'ticket.takeover':
      if (!held || mine) return refuse('BAD_STATE');
      if (!supervises) return refuse('FORBIDDEN');
      if (command.motive === undefined) return WHY;
      return to('ticket.takenOver', { owner: me, ownedSince: done, handoverTo: null });
    case 'ticket.handover':
      if (!held) return refuse('BAD_STATE');
      if (!mine && !supervises) return refuse('NOT_OWNER');
      if (command.args.to === ticket.owner?.person) return refuse('BAD_STATE');
      return to('ticket.handedOver', { handoverTo: command.args.to });
    case 'ticket.accept':
      if (ticket.handoverTo === undefined) return refuse('BAD_STATE');
      if (ticket.handoverTo !== me.person) return refuse('FORBIDDEN');
      return to('ticket.accepted', { owner: me, ownedSince: done, handoverTo: null });
    case 'ticket.decline':
      if (ticket.handoverTo === undefined) return refuse('BAD_STATE');
      if (ticket.handoverTo === me.person) return to('ticket.declined', { handoverTo: null });
      // Whoever offered it may think better of it; nobody has answered yet.
      return mine || supervises ? to('ticket.withdrawn', { handoverTo: null }) : refuse('FORBIDDEN');
    default:
      return assertNever(command);
  }
}
