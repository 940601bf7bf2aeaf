import { z } from 'zod';
import { PersonId, ShiftId, TicketId } from '../ids.ts';
import { Owner } from '../ticket/model.ts';
import { Instant } from '../wire/time.ts';

/** One thing that whoever comes must know of, as it was when the handover was prepared. */
export const Matter = z.discriminatedUnion('kind', [
  /** held by who leaves; `asked` is somebody whom it was offered to before */
  z.object({ kind: z.literal('ticket'), ticket: TicketId, asked: PersonId.optional() }),
  /** units are out for it */
  z.object({ kind: z.literal('units'), ticket: TicketId, units: z.array(z.string().max(256)).max(50) }),
  /** somebody waits to be called back */
  z.object({ kind: z.literal('promise'), ticket: TicketId, due: Instant }),
  /** steps of its procedure were left out */
  z.object({
    kind: z.literal('skipped'),
    ticket: TicketId,
    steps: z.array(z.string().max(160)).max(200),
    /** why, in the order of the steps; empty where none was asked for. A seat of before does not say them */
    motives: z.array(z.string().max(1_000)).max(200).optional(),
  }),
  /** hidden for a time by who leaves */
  z.object({
    kind: z.literal('shelved'),
    alarm: z.string().max(256),
    title: z.string().max(160),
    until: Instant,
  }),
]);
export type Matter = z.infer<typeof Matter>;

export const ShiftState = z.enum(['offered', 'accepted', 'declined', 'withdrawn']);
export type ShiftState = z.infer<typeof ShiftState>;

/**
 * `room/v1/data/shift/<shiftId>`: one person hands their shift to another, who accepts it with all its tickets, or does
 * not. Until then all stays with who leaves.
 */
export const Shift = z.object({
  v: z.literal(1),
  id: ShiftId,
  from: Owner,
  to: PersonId,
  note: z.string().max(4_000),
  matters: z.array(Matter).max(500),
  /** commands of who leaves that the room had not heard of when it was prepared */
  unconfirmed: z.int().min(0),
  state: ShiftState,
  offeredAt: Instant,
  answeredAt: Instant.optional(),
  /** when the hub found that nobody had answered it for too long: supervisors are told */
  unansweredAt: Instant.optional(),
  /** why it was declined */
  motive: z.string().max(1_000).optional(),
  /** tickets that were offered with it, and once it is accepted those that passed */
  tickets: z.array(TicketId).max(1_000),
});
export type Shift = z.infer<typeof Shift>;
