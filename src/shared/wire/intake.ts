import { z } from 'zod';
import { CommandId, idText, SeatId } from '../ids.ts';
import { Caller, Place, Priority, Service, TicketDraft } from '../ticket/model.ts';
import { ReplyCode } from './reply.ts';
import { Instant } from './time.ts';

const SourceId = idText(200);

/** Telephony names itself nowhere in its messages: calls are acknowledged on `city/v1/ack/telephony`. */
export const TELEPHONY = 'telephony';

/** `city/v1/call/<callId>`, from telephony. What a transferring call centre handed over comes with it. */
export const Call = z.object({
  v: z.literal(1),
  callId: SourceId,
  status: z.enum(['ringing', 'answered', 'ended']),
  number: z.string().max(40).optional(),
  /** which of the room's lines was called: says at which seats it rings */
  line: z.string().min(1).max(100).optional(),
  at: Instant,
  transfer: z
    .object({
      title: TicketDraft.shape.title,
      kind: TicketDraft.shape.kind,
      service: Service,
      priority: Priority,
      place: Place,
      caller: Caller.optional(),
      description: TicketDraft.shape.description,
    })
    .optional(),
});
export type Call = z.infer<typeof Call>;

/**
 * `city/v1/call/<callId>/cmd`, to telephony: this seat takes the call. Telephony connects it and says `answered`; after
 * `expiresAt` it does nothing, for whoever waited has hung up or been taken by another.
 */
export const CallOrder = z.object({
  v: z.literal(1),
  cmd: CommandId,
  order: z.literal('answer'),
  callId: SourceId,
  seat: SeatId,
  at: Instant,
  expiresAt: Instant,
});
export type CallOrder = z.infer<typeof CallOrder>;

/** `city/v1/event`: what a sensor or service noticed. */
export const CityEvent = z.object({
  v: z.literal(1),
  source: idText(100),
  sourceId: SourceId,
  kind: z.enum(['fault', 'intrusion', 'flood', 'crowd', 'fire', 'other']),
  at: Instant,
  report: TicketDraft,
});
export type CityEvent = z.infer<typeof CityEvent>;

/** `city/v1/intake/<source>`: a request of a citizen or another service. */
export const Intake = z.object({ v: z.literal(1), sourceId: SourceId, at: Instant, report: TicketDraft });
export type Intake = z.infer<typeof Intake>;

/** `city/v1/ack/<source>`: the source sends again until it has heard this. */
export const Ack = z.object({
  v: z.literal(1),
  sourceId: SourceId,
  ok: z.boolean(),
  code: ReplyCode,
  ticket: z.string().optional(),
  /** for the person who reported, in words */
  answer: z.string().max(1_000).optional(),
});
export type Ack = z.infer<typeof Ack>;
