import { z } from 'zod';

export const ID_CHARACTERS = /^[^\p{Cc}\p{Cs}]*$/u;

/**
 * Identifiers of different things don't mix: each is a string with a brand that only its schema gives.
 * Real inventories are not tidy, so any text of 1 to 256 characters is a valid id, but for control characters and
 * halves of characters: databases refuse or change them.
 */
export const idText = (most = 256) =>
  z.string().min(1).max(most).regex(ID_CHARACTERS, 'control characters are not allowed');
const id = <B extends string>(most?: number) => idText(most).brand<B>();

export const TicketId = id<'TicketId'>();
export type TicketId = z.infer<typeof TicketId>;
export const LampId = id<'LampId'>();
export type LampId = z.infer<typeof LampId>;
export const CabinetId = id<'CabinetId'>();
export type CabinetId = z.infer<typeof CabinetId>;
/** A pedestrian crossing. */
export const CrossingId = id<'CrossingId'>();
export type CrossingId = z.infer<typeof CrossingId>;
export const CameraId = id<'CameraId'>();
export type CameraId = z.infer<typeof CameraId>;
export const SeatId = id<'SeatId'>();
export type SeatId = z.infer<typeof SeatId>;
export const PersonId = id<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;
export const SessionId = id<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;
export const ShiftId = id<'ShiftId'>();
export type ShiftId = z.infer<typeof ShiftId>;
export const RefusalId = id<'RefusalId'>();
export type RefusalId = z.infer<typeof RefusalId>;
/** Of two orders for lamps of which one was laid over the other. */
export const PreemptionId = id<'PreemptionId'>();
export type PreemptionId = z.infer<typeof PreemptionId>;
export const AlarmId = id<'AlarmId'>();
export type AlarmId = z.infer<typeof AlarmId>;
export const UnitId = id<'UnitId'>();
export type UnitId = z.infer<typeof UnitId>;
/** A telephone call, as telephony names it. */
export const CallId = id<'CallId'>(200);
export type CallId = z.infer<typeof CallId>;
/** Key of a lighting district, the `<nn>` of the topics. */
export const DistrictId = id<'DistrictId'>();
export type DistrictId = z.infer<typeof DistrictId>;
/** UUID v7: the time is in it, so commands of one seat sort by age. */
export const CommandId = z.uuid().brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;
/** A rule of `src/shared/advice`, by its name. */
export const RuleId = z.string().min(1).max(60);
export type RuleId = z.infer<typeof RuleId>;
