import { z } from 'zod';
import { MOST_FILES } from '../attachment/limits.ts';
import { Attachment } from '../attachment/model.ts';
import { Position } from '../geo/position.ts';
import { CommandId, PersonId, RuleId, SeatId, TicketId, UnitId } from '../ids.ts';
import { FaultCondition } from '../lamp/fault/condition.ts';
import { LampEventFacts } from '../lamp/override.ts';
import { ProcedureRef, StepMark } from '../procedure/mark.ts';
import { Assignment, TakenOff } from '../unit/assignment.ts';
import { Instant } from '../wire/time.ts';

/** P1 Immédiat, P2 Urgent, P3 Courant, P4 Différé. */
export const Priority = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Priority = z.infer<typeof Priority>;

export const TicketState = z.enum(['open', 'claimed', 'inProgress', 'closed']);
export type TicketState = z.infer<typeof TicketState>;

/** The municipal service that answers for a kind of ticket. */
export const Service = z.enum([
  'police',
  'lighting',
  'roads',
  'cleaning',
  'greenSpaces',
  'parking',
  'transit',
  'bikes',
  'buildings',
  'citizens',
]);
export type Service = z.infer<typeof Service>;

export const Place = z.object({
  position: Position.optional(),
  street: z.string().max(200).optional(),
  commune: z.string().max(200).optional(),
  /** as it is said and read: « 41, rue de la Liberté, devant la pharmacie » */
  label: z.string().min(1).max(300),
});
export type Place = z.infer<typeof Place>;

export const Caller = z.object({
  name: z.string().max(120).optional(),
  number: z.string().max(40).optional(),
});
export type Caller = z.infer<typeof Caller>;

export const Owner = z.object({ seat: SeatId, person: PersonId });
export type Owner = z.infer<typeof Owner>;

/** Somebody was promised to be called back. Kept, it stays with the ticket; revoked, only its event does. */
export const Callback = z.object({
  due: Instant,
  /** where it is not the caller's */
  name: Caller.shape.name,
  number: Caller.shape.number,
  /** the ticket whose caller it was made to, since merged into this one */
  from: TicketId.optional(),
  by: Owner,
  keptAt: Instant.optional(),
});
export type Callback = z.infer<typeof Callback>;

/** Where a ticket came from. Source and source id together open one ticket, however often they are sent. */
export const TicketSource = z.object({
  kind: z.enum(['operator', 'call', 'citizen', 'fault', 'service']),
  system: z.string().min(1).max(100),
  sourceId: z.string().min(1).max(200),
});
export type TicketSource = z.infer<typeof TicketSource>;

export const Outcome = z.enum(['done', 'noAction', 'transferred', 'unfounded', 'duplicate']);
export type Outcome = z.infer<typeof Outcome>;

/** What an operator or a source gives when a ticket is opened. */
export const TicketDraft = z.object({
  title: z.string().trim().min(1).max(160),
  kind: z.string().min(1).max(80),
  service: Service,
  priority: Priority,
  place: Place,
  description: z.string().max(4_000).optional(),
  caller: Caller.optional(),
  /** lamps, cameras or other devices the ticket is about */
  devices: z.array(z.string().max(256)).max(200).optional(),
});
export type TicketDraft = z.infer<typeof TicketDraft>;

export const Ticket = TicketDraft.extend({
  id: TicketId,
  /** for people: INT-2411-0417 (month and day, number of the day); given by the hub */
  ref: z.string().max(40).optional(),
  source: TicketSource,
  state: TicketState,
  owner: Owner.optional(),
  /** a named person asked to take over; still the owner's until accepted */
  handoverTo: PersonId.optional(),
  /** who goes, or went: refused ones are not among them */
  units: z.array(UnitId).max(50),
  /** how far each is, one entry for each unit; those that refused too, until somebody has seen to it */
  assignments: z.array(Assignment).max(100).optional(),
  /** who was taken off by somebody: such a unit is not advised again at once */
  takenOff: z.array(TakenOff).max(100).optional(),
  links: z.array(TicketId).max(200),
  outcome: Outcome.optional(),
  mergedInto: TicketId.optional(),
  /** advice that somebody has refused, by rule and what it was about: it is not given again (`refusalKey`) */
  refusedAdvice: z.array(z.string().max(320)).max(200).optional(),
  /** the version of a procedure that somebody began with; a newer one is offered, never put in its place */
  procedure: ProcedureRef.optional(),
  /** of that procedure, and of others that somebody followed without knowing of it */
  steps: z.array(StepMark).max(200).optional(),
  /** counts what was done on steps: they keep the version, and must be applied once and in order all the same */
  stepRevision: z.int().min(1).optional(),
  /** files, in the order in which the hub heard of them */
  attachments: z.array(Attachment).max(MOST_FILES).optional(),
  /** counts what was done on files, as `stepRevision` does on steps */
  attachmentRevision: z.int().min(1).optional(),
  /** who silenced a P1 for the room, by acknowledging or claiming it */
  acknowledgedBy: Owner.optional(),
  /** and when: how long it asked the whole room before (alarm/announced.ts) */
  acknowledgedAt: Instant.optional(),
  /** it was given back or opened again: the whole room was asked once more */
  askedAgain: z.literal(true).optional(),
  callback: Callback.optional(),
  /** what its devices told of is over by their own word, since when, and what it was; absent while it lasts */
  returned: z.object({ at: Instant, condition: FaultCondition }).optional(),
  version: z.int().min(1),
  openedAt: Instant,
  /** targets count to this first claim, whoever has it since */
  claimedAt: Instant.optional(),
  /** since when this owner has it, who did not claim it but took it over or accepted it */
  ownedSince: Instant.optional(),
  closedAt: Instant.optional(),
  updatedAt: Instant,
});
export type Ticket = z.infer<typeof Ticket>;

/** Types of events on a ticket, one for each op that changes it. */
export const TicketEventType = z.enum([
  'ticket.created',
  'ticket.claimed',
  'ticket.released',
  'ticket.assigned',
  'ticket.noted',
  'ticket.prioritised',
  'ticket.linked',
  'ticket.unlinked',
  'ticket.merged',
  'ticket.closed',
  'ticket.reopened',
  'ticket.takenOver',
  'ticket.handedOver',
  'ticket.accepted',
  'ticket.declined',
  'ticket.withdrawn',
  'ticket.acknowledged',
  'ticket.amended',
  'ticket.stepDone',
  'ticket.stepSkipped',
  'ticket.stepUndone',
  'ticket.procedureChosen',
  'ticket.attached',
  'ticket.detached',
  // the hub has all bytes of a file: they can be had from it
  'ticket.fileHeld',
  'ticket.promised',
  // made on a ticket that was merged into this one
  'ticket.promiseMoved',
  'ticket.kept',
  'ticket.revoked',
  // the person who reported was sent an answer: its words are the note
  'ticket.told',
  'advice.refused',
  /** a unit's own word, and that it could not be told: both keep the version */
  'unit.answered',
  'unit.untold',
  /** it has heard that it need go no further, or could not be told that: keeps the version too */
  'unit.recalled',
  /** its word by radio or telephone, written down by who heard it */
  'unit.reported',
  'unit.released',
  'lamp.commanded',
  'lamp.observed',
  'lamp.released',
  /** more lamps belong to the fault that it tells of; by the hub */
  'ticket.grown',
  /** that fault is over, as its devices say; by the hub, and the ticket stays somebody's to close */
  'ticket.returned',
]);
export type TicketEventType = z.infer<typeof TicketEventType>;

/**
 * What keeps the version, since it depends on nothing that an operator has decided meanwhile: a command made without
 * having seen it does not conflict (docs/adr/0040, 0059, 0060, 0076).
 */
export const KEEPS_VERSION: ReadonlySet<TicketEventType> = new Set([
  'ticket.noted',
  'ticket.told',
  'ticket.promiseMoved',
  'unit.answered',
  'unit.untold',
  'unit.recalled',
  'ticket.stepDone',
  'ticket.stepSkipped',
  'ticket.stepUndone',
  'ticket.procedureChosen',
  'ticket.attached',
  'ticket.detached',
  'ticket.fileHeld',
  'lamp.commanded',
  'lamp.observed',
  'lamp.released',
  'ticket.grown',
  'ticket.returned',
]);

/**
 * What an event changes: fields of the ticket by name, null for one that is emptied (as JSON merge patch,
 * RFC 7396, one level deep). A note changes no field: its text travels beside.
 */
export type TicketPatch = { readonly [F in keyof Ticket]?: Ticket[F] | null };
const { id: _id, version: _version, updatedAt: _updatedAt, ...patchable } = Ticket.shape;
// Each field made nullable and optional: zod can do it, its types can't say it.
export const TicketPatch = z.object(
  Object.fromEntries(Object.entries(patchable).map(([name, field]) => [name, field.nullable().optional()])),
) as unknown as z.ZodType<TicketPatch>;

export const TicketEvent = z.object({
  v: z.literal(1),
  seq: z.int().min(1),
  epoch: z.string().min(1),
  target: z.object({ type: z.literal('ticket'), id: TicketId }),
  type: TicketEventType,
  seat: SeatId.optional(),
  person: PersonId.optional(),
  version: z.int().min(1),
  cmd: CommandId.optional(),
  at: Instant,
  /** when the person acted, where that was earlier: on a seat without the hub */
  madeAt: Instant.optional(),
  patch: TicketPatch,
  note: z.string().max(4_000).optional(),
  /** the colleague whom the note is for */
  to: PersonId.optional(),
  /** units assigned: they were told by radio or telephone, and by nothing of the room's; a unit's word: likewise heard */
  byVoice: z.literal(true).optional(),
  motive: z.string().max(1_000).optional(),
  /** the unit that it is about: who has answered, could not be told, was taken off */
  unit: UnitId.optional(),
  /** the rule whose advice was followed or refused */
  advice: RuleId.optional(),
  /** the step, the procedure or the file that it is about, as whoever did it read it */
  subject: z.string().max(160).optional(),
  /** to the step's question */
  answer: z.string().max(60).optional(),
  /** of lamps that were commanded for this ticket */
  light: LampEventFacts.optional(),
});
export type TicketEvent = z.infer<typeof TicketEvent>;
