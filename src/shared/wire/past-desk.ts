import { z } from 'zod';
import { AlarmId, SessionId, TicketId } from '../ids.ts';
import { Place, Priority, Service } from '../ticket/model.ts';
import { QueryId, refusablePage } from './page.ts';
import { Instant } from './time.ts';

/** Where it was, without what somebody said of it. */
const PastPlace = Place.omit({ label: true });

/**
 * `room/v1/query/<seatId>`: which interventions and alarms there were in a stretch of time, 48 h at most. For a person
 * who sits there; the journal has it.
 */
export const PastDeskQuery = z.object({
  v: z.literal(1),
  query: QueryId,
  type: z.literal('pastDesk'),
  session: SessionId,
  from: Instant,
  to: Instant,
});
export type PastDeskQuery = z.infer<typeof PastDeskQuery>;

/** A ticket of then: what it was about, where and how long. Nobody's name and nobody's words: those are in the archive. */
export const PastTicket = z.object({
  id: TicketId,
  ref: z.string().max(40).optional(),
  kind: z.string().min(1).max(80),
  service: Service,
  place: PastPlace,
  /** since when it had which, oldest first */
  priorities: z
    .array(z.object({ at: Instant, priority: Priority }))
    .min(1)
    .max(100),
  openedAt: Instant,
  /** first claimed */
  claimedAt: Instant.optional(),
  closedAt: Instant.optional(),
});
export type PastTicket = z.infer<typeof PastTicket>;

/** An alarm of then, while its condition stood. */
export const PastAlarm = z.object({
  id: AlarmId,
  title: z.string().min(1).max(160),
  priority: Priority,
  place: PastPlace,
  lamps: z.int().min(0),
  raisedAt: Instant,
  returnedAt: Instant.optional(),
});
export type PastAlarm = z.infer<typeof PastAlarm>;

/** The answer, on `room/v1/rsp/<seatId>`, in pages. */
export const PastDeskPage = z.object({
  ...refusablePage,
  type: z.literal('pastDesk'),
  tickets: z.array(PastTicket),
  alarms: z.array(PastAlarm),
});
export type PastDeskPage = z.infer<typeof PastDeskPage>;
