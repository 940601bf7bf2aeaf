import { z } from 'zod';
import { Alarm } from '../alarm/model.ts';
import { RoomCall } from '../call/model.ts';
import { CommandId, PersonId, SessionId } from '../ids.ts';
import { LampOverride } from '../lamp/override.ts';
import { PlanHead } from '../lighting/version.ts';
import { Person, Role } from '../rights/model.ts';
import { Ticket, TicketEvent } from '../ticket/model.ts';
import { Instant } from './time.ts';

/** What became of a command; how a seat answers each is in docs/contract/tickets.md. */
export const ReplyCode = z.enum([
  'OK',
  'VERSION_CONFLICT',
  'BAD_STATE',
  'NOT_FOUND',
  'NOT_OWNER',
  'FORBIDDEN',
  'INVALID',
  'EXPIRED',
  'STALE_EPOCH',
  'UNSUPPORTED_VERSION',
  'RETRY',
]);
export type ReplyCode = z.infer<typeof ReplyCode>;

export const SessionState = z.object({
  session: SessionId,
  person: Person,
  role: Role,
  /** by the clock of its seat */
  openedAt: Instant,
  /** how sure the hub is of who sits there; `declared` until real sign-in exists */
  assurance: z.enum(['declared', 'proved']),
});
export type SessionState = z.infer<typeof SessionState>;

/** A camera may be watched: by whom, until when. The stream's place stands in the catalogue. */
export const ViewGrant = z.object({ camera: z.string(), person: PersonId, until: Instant });
export type ViewGrant = z.infer<typeof ViewGrant>;

/** Reply to a command, always with the target's current state, so that who lost needs no second question. */
export const CommandReply = z.object({
  v: z.literal(1),
  cmd: CommandId,
  ok: z.boolean(),
  code: ReplyCode,
  /** the same command had been answered before */
  dup: z.boolean().optional(),
  /** sequence of the event that it made */
  seq: z.int().optional(),
  /** field at fault where the code is INVALID */
  field: z.string().max(300).optional(),
  ticket: Ticket.optional(),
  /** the latest event of the ticket, to say who was faster and when */
  last: TicketEvent.optional(),
  session: SessionState.optional(),
  /** of `call.answer`: the call as it is now, and so who was faster */
  call: RoomCall.optional(),
  grant: ViewGrant.optional(),
  /** of `lamp.*`: how its lamps stand */
  override: LampOverride.optional(),
  /** of `lightingPlan.*`: the version in force, and so who was faster */
  lightingPlan: PlanHead.optional(),
  /** the alarm as it is now */
  alarm: Alarm.optional(),
});
export type CommandReply = z.infer<typeof CommandReply>;
