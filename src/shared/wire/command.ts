import { z } from 'zod';
import { AlarmCommand } from '../alarm/command.ts';
import { AttachmentRef } from '../attachment/model.ts';
import { CallAnswer } from '../call/command.ts';
import { Position } from '../geo/position.ts';
import { CameraId, CommandId, LampId, PersonId, RuleId, SessionId, TicketId, UnitId } from '../ids.ts';
import { SelectionsKeep } from '../kept-selection/command.ts';
import { LampSelection } from '../lamp/override.ts';
import { PreemptionSeen } from '../lamp/preemption-command.ts';
import { LightingPlanPublish, LightingPlanRestore } from '../lighting/command.ts';
import { AnswerRead, ProcedureRef, StepRead } from '../procedure/mark.ts';
import { ViewsKeep } from '../queue-view/command.ts';
import { RefusalLeave, RefusalSeen } from '../refusal/command.ts';
import { ShiftCommand } from '../shift/command.ts';
import { Caller, Outcome, Place, Priority, TicketDraft } from '../ticket/model.ts';
import { UnitReply } from '../unit/model.ts';
import { commandHead } from './command-head.ts';
import { MOST_LAMPS } from './lamp-order.ts';
import { Instant } from './time.ts';

const ticket = z.object({ type: z.literal('ticket'), id: TicketId });
const text = z.string().trim().min(1).max(4_000);
const motive = z.string().trim().min(1).max(1_000);

const head = commandHead;
/** A command on a ticket; `exp` is the version that its author saw. */
const onTicket = <O extends string, A extends z.ZodType>(op: O, args: A) =>
  z.object({ ...head, op: z.literal(op), target: ticket, exp: z.int().min(0), args });
const none = z.object({});

/** What is done with a step, named as it was read; taking a mark back names the command that made it. */
export const StepArgs = z.discriminatedUnion('mark', [
  z.object({
    mark: z.literal('done'),
    procedure: ProcedureRef,
    step: StepRead,
    /** where the step asks a question */
    answer: AnswerRead.optional(),
  }),
  z.object({ mark: z.literal('skipped'), procedure: ProcedureRef, step: StepRead }),
  z.object({ mark: z.literal('none'), procedure: ProcedureRef, step: StepRead, undo: CommandId }),
]);
export type StepArgs = z.infer<typeof StepArgs>;

/** Mandatory steps that a closing leaves out, named as they were read; its motive is theirs. */
export const SkippedAtClosing = z.object({
  procedure: ProcedureRef,
  steps: z.array(StepRead).min(1).max(60),
});
export type SkippedAtClosing = z.infer<typeof SkippedAtClosing>;

export const TicketCommand = z.discriminatedUnion('op', [
  onTicket('ticket.create', TicketDraft),
  onTicket('ticket.claim', none),
  onTicket('ticket.release', none),
  onTicket(
    'ticket.assign',
    z.object({
      units: z.array(UnitId).min(1).max(20),
      /** somebody has told them by radio or telephone */
      byVoice: z.boolean().optional(),
      /** they are chosen, and not to be told by this: its author was without the hub, and will say when */
      tell: z.literal(false).optional(),
    }),
  ),
  onTicket(
    'ticket.note',
    z.object({
      text,
      /** a colleague whom it is for, and who is told of it */
      to: PersonId.optional(),
    }),
  ),
  onTicket('ticket.prioritise', z.object({ priority: Priority })),
  onTicket('ticket.link', z.object({ ticket: TicketId })),
  /** on the ticket that holds the link: a link is written on one of the two and read from both */
  onTicket('ticket.unlink', z.object({ ticket: TicketId })),
  onTicket('ticket.merge', z.object({ into: TicketId })),
  onTicket(
    'ticket.close',
    z.object({ outcome: Outcome, note: text.optional(), skipped: SkippedAtClosing.optional() }),
  ),
  onTicket('ticket.reopen', none),
  onTicket('ticket.takeover', none),
  onTicket('ticket.handover', z.object({ to: PersonId })),
  onTicket('ticket.accept', none),
  onTicket('ticket.decline', none),
  onTicket('ticket.acknowledge', none),
  /** somebody will be called back by then; a later promise takes the place of an open one */
  onTicket('ticket.promise', z.object({ due: Instant, number: Caller.shape.number })),
  /** they were */
  onTicket('ticket.keep', z.object({ note: text.optional() })),
  /** they will not be, and why */
  onTicket('ticket.revoke', none).extend({ motive }),
  onTicket(
    'ticket.amend',
    z.object({
      title: TicketDraft.shape.title.optional(),
      place: Place.optional(),
      description: TicketDraft.shape.description,
      caller: TicketDraft.shape.caller,
      kind: TicketDraft.shape.kind.optional(),
      service: TicketDraft.shape.service.optional(),
    }),
  ),
  /** takes one unit off the ticket, which goes on; the unit is told */
  onTicket('unit.release', z.object({ unit: UnitId })),
  /** what a unit said by radio or telephone; of a refusal the head's motive is its own */
  onTicket('unit.report', z.object({ unit: UnitId, answer: UnitReply })),
  /** a step of the procedure is done or skipped (a mandatory one with a motive), or its mark taken back */
  onTicket('ticket.step', StepArgs),
  /** this version is followed from now on, instead of the one that was seen */
  onTicket(
    'ticket.procedure',
    z.object({
      procedure: ProcedureRef,
      /** as it was read */
      title: z.string().min(1).max(120),
      instead: ProcedureRef.optional(),
    }),
  ),
  /** names a file; its bytes follow on `room/v1/blob/<seatId>` */
  onTicket('ticket.attach', AttachmentRef),
  /** takes off what the command of that id attached, and why */
  onTicket('ticket.detach', z.object({ attachment: CommandId })).extend({ motive }),
  /** a rule's advice on what `key` names (another ticket, a unit …) is not followed, and why: refusals are data */
  onTicket('advice.refuse', z.object({ rule: RuleId, key: z.string().min(1).max(256) })).extend({ motive }),
]);
export type TicketCommand = z.infer<typeof TicketCommand>;
export type TicketOp = TicketCommand['op'];

/** What an operator does at a desk: kept on disk and sent until answered, so that it can be done without the hub. */
export const DeskCommand = z.discriminatedUnion('op', [
  ...TicketCommand.options,
  ...ShiftCommand.options,
  RefusalSeen,
  ViewsKeep,
  SelectionsKeep,
  PreemptionSeen,
]);
export type DeskCommand = z.infer<typeof DeskCommand>;
export type DeskOp = DeskCommand['op'];

const TARGETS: ReadonlyMap<string, DeskCommand['target']['type']> = new Map(
  DeskCommand.options.map(({ shape }) => [shape.op.value, shape.target.shape.type.value]),
);
/** What kind of thing an op is on; a ticket where the op is unknown, which its schema then refuses. */
export const targetType = (op: string): DeskCommand['target']['type'] => TARGETS.get(op) ?? 'ticket';
export const isOnTicket = (command: DeskCommand): command is TicketCommand =>
  command.target.type === 'ticket';

/**
 * Opens a session bound to the seat whose topic carries it; the seat names it, so that asking again, or adopting it
 * after a lost answer, opens no other. `proof` never leaves this command. The times of a session are its seat's clock.
 */
export const SessionOpen = z.object({
  v: z.literal(1),
  cmd: CommandId,
  op: z.literal('session.open'),
  args: z.object({ session: SessionId, person: PersonId, proof: z.string().max(4_096) }),
  madeAt: Instant,
  expiresAt: Instant.optional(),
});
/**
 * Brings a session that a seat opened while the hub was away; the hub judges it anew. Without `endedAt` somebody sits
 * there now, which ends whatever else is open at that seat.
 */
export const SessionAdopt = z.object({
  v: z.literal(1),
  cmd: CommandId,
  op: z.literal('session.adopt'),
  args: z.object({
    session: SessionId,
    person: PersonId,
    openedAt: Instant,
    endedAt: Instant.optional(),
  }),
  madeAt: Instant,
  expiresAt: Instant.optional(),
});
export const SessionClose = z.object({
  v: z.literal(1),
  cmd: CommandId,
  op: z.literal('session.close'),
  args: z.object({ session: SessionId }),
  madeAt: Instant,
  expiresAt: Instant.optional(),
});

/** Asks to watch a camera, for a ticket or for a motive; never queued, never late. */
export const CameraView = z.object({
  ...head,
  op: z.literal('camera.view'),
  target: z.object({ type: z.literal('camera'), id: CameraId }),
  args: z.object({ ticket: TicketId.optional() }),
});

/**
 * Takes lamps out of their programme until `until`, for an open ticket or a motive. One wish for more lamps than
 * a command names is several of them, which `selection` holds together. A lamp burns at its safety floor at least. An effect on the world: never
 * queued, and expired where it comes late. Its id names the override that it begins.
 */
export const LampSet = z.object({
  ...head,
  op: z.literal('lamp.set'),
  target: z.object({ type: z.literal('lamps'), ids: z.array(LampId).min(1).max(MOST_LAMPS) }),
  args: z.object({
    level: z.number().min(0).max(1),
    until: Instant,
    ticket: TicketId.optional(),
    selection: LampSelection.optional(),
  }),
  expiresAt: Instant,
});
/**
 * Commands those lamps of an override anew that have not followed, whichever the hub knows them to be: a seat is told
 * of some only. Same level, same end.
 */
export const LampResend = z.object({
  ...head,
  op: z.literal('lamp.resend'),
  target: z.object({ type: z.literal('override'), id: CommandId }),
  args: none,
  expiresAt: Instant,
});
/** Gives the lamps of an override back to their programme before its end. */
export const LampRelease = z.object({
  ...head,
  op: z.literal('lamp.release'),
  target: z.object({ type: z.literal('override'), id: CommandId }),
  args: none,
  expiresAt: Instant,
});

/** Says where a lamp really stands, and why its author knows. An import that still says the old place leaves it there. */
export const InventoryMend = z.object({
  ...head,
  op: z.literal('inventory.mend'),
  target: z.object({ type: z.literal('lamp'), id: LampId }),
  args: z.object({
    /** where its author saw it */
    from: Position,
    position: Position,
  }),
  motive,
});
export type InventoryMend = z.infer<typeof InventoryMend>;

/** All that travels on `room/v1/cmd/<seatId>`. */
export const Command = z.discriminatedUnion('op', [
  ...DeskCommand.options,
  RefusalLeave,
  SessionOpen,
  SessionAdopt,
  SessionClose,
  CameraView,
  CallAnswer,
  LampSet,
  LampResend,
  LampRelease,
  InventoryMend,
  LightingPlanPublish,
  LightingPlanRestore,
  ...AlarmCommand.options,
]);
export type Command = z.infer<typeof Command>;
export type Op = Command['op'];
