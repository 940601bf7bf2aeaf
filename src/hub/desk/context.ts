import type { AttachmentLimits } from '../../shared/attachment/limits.ts';
import type { Camera } from '../../shared/camera/model.ts';
import type { AlarmId, CameraId, DistrictId, LampId, SeatId, TicketId, UnitId } from '../../shared/ids.ts';
import type { DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import type { ProcedureRef } from '../../shared/procedure/mark.ts';
import type { Procedure } from '../../shared/procedure/model.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import type { CommandReply } from '../../shared/wire/reply.ts';
import { type Instant, millis } from '../../shared/wire/time.ts';
import type { People } from '../accounts/people.ts';
import type { CallContext } from '../calls/take.ts';
import type { RoomData } from '../edge/room-data.ts';
import type { LightingPlans } from '../lighting/program/plans.ts';

/** What deciding depends on beside the store; time and ids are given, so that runs can be repeated. */
export interface DeskContext {
  readonly people: People;
  /** what all seats are told of, once it is committed */
  readonly data: Pick<RoomData, 'put' | 'remove'>;
  readonly camera: (id: CameraId) => Camera | undefined;
  /** whether the room knows a field unit and can tell it something */
  readonly knowsUnit: (id: UnitId) => boolean;
  /** of any version that there was */
  readonly procedure: (ref: ProcedureRef) => Procedure | undefined;
  /** the procedure that consoles show for a ticket, where there is one and no more than one */
  readonly followed: (ticket: Ticket) => Procedure | undefined;
  readonly calls: CallContext;
  readonly lamp: (id: LampId) => DictionaryLamp | undefined;
  readonly districtOf: (id: LampId) => DistrictId | undefined;
  /** what lamps are not to be dimmed below at that moment, ms: % by lamp */
  readonly lightFloors: (at: number) => (lamp: DictionaryLamp) => number;
  /** the ticket that a lamp is raised for now, and its level, % */
  readonly lightNeeded: (id: LampId) => { readonly ticket: TicketId; readonly level: number } | undefined;
  readonly lightingPlans: Pick<LightingPlans, 'plan' | 'names' | 'published'>;
  /** of the room, for the numbers of tickets */
  readonly timeZone: string;
  /** what was made longer ago than this is not recorded any more */
  readonly lateMs: number;
  /** how long one viewing is granted for */
  readonly viewMinutes: number;
  /** what files the room lets in */
  readonly files: AttachmentLimits;
  /** how long lamps may be taken out of their programme at most */
  readonly longestOverrideMs: number;
  /** names an alarm that the transaction under way changes */
  readonly alarmTouched: (id: AlarmId) => void;
}

/** Later than this, a command says when it was made: it was written down without the hub. */
export const LATE_MS = 2_000;

/** The circumstances of one command: the seat is that of the topic, never of the payload. */
export interface Circumstance {
  readonly seat: SeatId;
  readonly at: Instant;
}

/** What came of it, without the parts that every reply has. */
export type Outcome = Omit<CommandReply, 'v' | 'cmd' | 'ok' | 'dup'>;

/** What acts on the world is not done when it was asked for longer ago than this, whatever it says. */
export const ACTS_WITHIN_MS = 30_000;

/** Past its time: an effect on the world must never come late. */
export const expired = (
  { expiresAt }: { readonly expiresAt?: Instant | undefined },
  { at }: Circumstance,
): boolean => expiresAt !== undefined && millis(expiresAt) < millis(at);
