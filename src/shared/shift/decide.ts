import { assertNever } from '../assert-never.ts';
import type { Actor, Decided } from '../ticket/decide.ts';
import type { Ticket } from '../ticket/model.ts';
import type { ReplyCode } from '../wire/reply.ts';
import { type Instant, later } from '../wire/time.ts';
import type { ShiftCommand } from './command.ts';
import type { Shift } from './model.ts';

/** What a command does: the handover as it is then, another of the same person that ends, and each ticket's change. */
export interface ShiftDecided {
  readonly ok: true;
  readonly shift: Shift;
  readonly ended?: Shift;
  readonly tickets: readonly (readonly [Ticket, Decided])[];
}
export interface ShiftRefused {
  readonly ok: false;
  readonly code: Extract<ReplyCode, 'BAD_STATE' | 'NOT_FOUND' | 'FORBIDDEN'>;
}
export interface ShiftScene {
  readonly actor: Actor;
  /** when it was done, by the hub's clock */
  readonly at: Instant;
  /** the one that the command is about, where there is one */
  readonly shift: Shift | undefined;
  /** the one that the actor has offered and nobody has answered */
  readonly waiting: Shift | undefined;
  /** tickets held by who leaves: the actor for an offer, else who offered it */
  readonly held: readonly Ticket[];
}

const refuse = (code: ShiftRefused['code']): ShiftRefused => ({ ok: false, code });
const change = (ticket: Ticket, type: Decided['type'], patch: Decided['patch']) =>
  [ticket, { ok: true, type, version: ticket.version + 1, patch }] as const;

/**
 * Decides a command on a handover of a shift, for all its tickets at once: they pass together or not at all. A ticket
 * that was offered to somebody else before stays so; one that who leaves took since the offer stays theirs.
 */
export function decideShift(command: ShiftCommand, scene: ShiftScene): ShiftDecided | ShiftRefused {
  return command.op === 'shift.offer' ? offer(command, scene) : answer(command, scene);
}

function offer(
  { target, args }: Extract<ShiftCommand, { op: 'shift.offer' }>,
  { actor, at, shift, waiting, held }: ShiftScene,
): ShiftDecided | ShiftRefused {
  if (shift !== undefined || args.to === actor.person) return refuse('BAD_STATE');
  const offered = held.filter(
    ({ handoverTo }) => handoverTo === undefined || handoverTo === waiting?.to || handoverTo === args.to,
  );
  return {
    ok: true,
    shift: {
      v: 1,
      id: target.id,
      from: { seat: actor.seat, person: actor.person },
      ...args,
      state: 'offered',
      offeredAt: at,
      tickets: offered.map(({ id }) => id),
    },
    ...(waiting === undefined ? {} : { ended: { ...waiting, state: 'withdrawn', answeredAt: at } }),
    tickets: offered
      .filter(({ handoverTo }) => handoverTo !== args.to)
      .map((ticket) => change(ticket, 'ticket.handedOver', { handoverTo: args.to })),
  };
}

function answer(
  command: Exclude<ShiftCommand, { op: 'shift.offer' }>,
  { actor, at, shift, held }: ShiftScene,
): ShiftDecided | ShiftRefused {
  if (shift === undefined) return refuse('NOT_FOUND');
  if (shift.state !== 'offered') return refuse('BAD_STATE');
  const asked = actor.person === shift.to;
  const concerned = held.filter(({ handoverTo }) => handoverTo === shift.to);
  switch (command.op) {
    case 'shift.accept':
      if (!asked) return refuse('FORBIDDEN');
      return {
        ok: true,
        shift: { ...shift, state: 'accepted', answeredAt: at, tickets: concerned.map(({ id }) => id) },
        tickets: concerned.map((ticket) =>
          change(ticket, 'ticket.accepted', {
            owner: { seat: actor.seat, person: actor.person },
            ownedSince: later(ticket.claimedAt ?? ticket.openedAt, at),
            handoverTo: null,
          }),
        ),
      };
    case 'shift.decline': {
      if (!asked) return refuse('FORBIDDEN');
      const { motive } = command;
      return {
        ok: true,
        shift: {
          ...shift,
          state: 'declined',
          answeredAt: at,
          ...(motive === undefined ? {} : { motive }),
        },
        tickets: concerned.map((ticket) => change(ticket, 'ticket.declined', { handoverTo: null })),
      };
    }
    case 'shift.withdraw':
      if (actor.person !== shift.from.person && actor.role !== 'supervisor') return refuse('FORBIDDEN');
      return {
        ok: true,
        shift: { ...shift, state: 'withdrawn', answeredAt: at },
        tickets: concerned.map((ticket) => change(ticket, 'ticket.withdrawn', { handoverTo: null })),
      };
    default:
      return assertNever(command);
  }
}
