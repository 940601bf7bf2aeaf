import { z } from 'zod';
import { DistrictId, SessionId } from '../ids.ts';
import { QueryId, refusablePage } from './page.ts';
import { Instant } from './time.ts';

/**
 * `room/v1/query/<seatId>`: how lamps were in the hours that a stretch of time touches, 48 h at most, and the passages
 * in them. For a person who sits there: that it was asked is in the journal.
 */
export const LampHistoryQuery = z.object({
  v: z.literal(1),
  query: QueryId,
  type: z.literal('lampHistory'),
  session: SessionId,
  from: Instant,
  to: Instant,
  /** of this one only */
  district: DistrictId.optional(),
});
export type LampHistoryQuery = z.infer<typeof LampHistoryQuery>;

/** A district in one hour: base64 (RFC 4648) of deflated bytes (RFC 1951), docs/contract/lamp-history.md. */
export const LampHour = z.object({
  district: DistrictId,
  /** a full hour UTC */
  at: Instant,
  bytes: z.base64().max(4_000_000),
});
export type LampHour = z.infer<typeof LampHour>;

/** How often somebody came to a lamp of each street in that hour. */
export const PassageSums = z.object({
  district: DistrictId,
  at: Instant,
  /** of the hour, that the hub listened */
  minutes: z.int().min(0).max(60),
  /** by name; null: too few to be told, for they might be one person's */
  streets: z.record(z.string().max(200), z.int().min(0).nullable()),
});
export type PassageSums = z.infer<typeof PassageSums>;

/** The answer, on `room/v1/rsp/<seatId>`, in pages. */
export const LampHistoryPage = z.object({
  ...refusablePage,
  type: z.literal('lampHistory'),
  hours: z.array(LampHour),
  passages: z.array(PassageSums),
});
export type LampHistoryPage = z.infer<typeof LampHistoryPage>;
