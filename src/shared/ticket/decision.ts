import type { AttachmentLimits } from '../attachment/limits.ts';
import type { PersonId, UnitId } from '../ids.ts';
import type { LampEventFacts } from '../lamp/override.ts';
import type { Role } from '../rights/model.ts';
import type { ReplyCode } from '../wire/reply.ts';
import type { Instant } from '../wire/time.ts';
import type { Owner, TicketEventType, TicketPatch } from './model.ts';

/** Who commands and when: derived from the session by the hub, never from the payload. */
export interface Actor extends Owner {
  readonly role: Role;
}
export interface Circumstances {
  readonly actor: Actor;
  /** when it was done, by the hub's clock: without the hub that is before the event */
  readonly at: Instant;
  /** number for people, used by create only */
  readonly ref: string;
  /** whether a unit can still be told of its assignment; none can where this is not said */
  readonly tellable?: (unit: UnitId) => boolean;
  /** what the room lets in, and since when it has all bytes of the file that is attached; a seat may not know */
  readonly files?: { readonly limits: AttachmentLimits; readonly heldAt?: Instant };
}

/** What the event will say beyond seat, person, sequence and time. */
export interface Decided {
  readonly ok: true;
  readonly type: TicketEventType;
  readonly version: number;
  readonly patch: TicketPatch;
  readonly note?: string;
  readonly to?: PersonId;
  readonly byVoice?: true;
  readonly unit?: UnitId;
  readonly subject?: string;
  readonly answer?: string;
  readonly light?: LampEventFacts;
}
export interface Refused {
  readonly ok: false;
  readonly code: Extract<
    ReplyCode,
    'VERSION_CONFLICT' | 'BAD_STATE' | 'NOT_FOUND' | 'NOT_OWNER' | 'FORBIDDEN' | 'INVALID'
  >;
  /** what of the ticket or the command stands in the way, where the code alone doesn't say */
  readonly field?: 'motive' | 'callback' | 'attachments' | 'args.size' | 'args.attachment';
}
export type Decision = Decided | Refused;
