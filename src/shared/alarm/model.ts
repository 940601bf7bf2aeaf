import { z } from 'zod';
import { AlarmId, CabinetId, SeatId, TicketId } from '../ids.ts';
import { FaultCondition } from '../lamp/fault/condition.ts';
import { Owner, Place, Priority } from '../ticket/model.ts';
import { Instant } from '../wire/time.ts';

/**
 * Where an alarm stands, in the words of ISA-18.2 (ANSI/ISA-18.2-2016, 5.4; IEC 62682): normal (A), unacknowledged (B),
 * acknowledged (C), returned to normal and not yet acknowledged (D), shelved (G), out of service (I). Nothing here
 * latches (E, F), and nothing is suppressed by design (H).
 */
export const AlarmState = z.enum([
  'normal',
  'unacknowledged',
  'acknowledged',
  'returned',
  'shelved',
  'outOfService',
]);
export type AlarmState = z.infer<typeof AlarmState>;

/** What all its devices have in common: one circuit, one cabinet, or cabinets that light the same streets. */
export const AlarmSource = z.object({
  kind: z.enum(['circuit', 'cabinet', 'street']),
  /** circuit, cabinet, or the street that has most of its lamps */
  id: z.string().min(1).max(256),
});
export type AlarmSource = z.infer<typeof AlarmSource>;

/**
 * The condition began or ended. Of a beginning: that nobody was told of it, since it was hidden then, or which seat saw
 * to it and when. Later occurrences, shelves and answers change nothing of that, so that a load that was counted stays.
 */
export const Transition = z.object({
  at: Instant,
  active: z.boolean(),
  hidden: z.literal(true).optional(),
  answered: z.object({ seat: SeatId, at: Instant }).optional(),
});
export type Transition = z.infer<typeof Transition>;

const motive = z.string().min(1).max(1_000);

/**
 * `room/v1/data/alarm/<alarmId>`: something that asks for somebody, grouped before it is announced. The hub keeps it;
 * one that has been normal for an hour is taken away.
 */
export const Alarm = z.object({
  v: z.literal(1),
  id: AlarmId,
  /** raised by one with each change, of its condition or by a person */
  version: z.int().min(1),
  source: AlarmSource,
  priority: Priority,
  title: z.string().min(1).max(160),
  place: Place,
  /** what is wrong; those of earlier versions don't say */
  condition: FaultCondition.optional(),
  /** lamps that it took along, at most so far */
  lamps: z.int().min(0),
  cabinets: z.array(CabinetId).max(2_000),
  /** the ticket that it opened */
  ticket: TicketId.optional(),
  state: AlarmState,
  /** whether the condition stands, also while it is shelved or out of service */
  active: z.boolean(),
  /** when the condition last began and, unless it stands, ended */
  raisedAt: Instant,
  returnedAt: Instant.optional(),
  /** who acknowledged this occurrence */
  acknowledged: z.object({ by: Owner, at: Instant }).optional(),
  shelved: z.object({ by: Owner, at: Instant, until: Instant, motive }).optional(),
  outOfService: z.object({ by: Owner, at: Instant, motive }).optional(),
  /** how often it was raised since it was last taken away */
  occurrences: z.int().min(1),
  /** the latest ones, oldest first */
  transitions: z.array(Transition).max(60),
  /** how long it may be shelved for, min: the room's rule */
  shelfMinutes: z.int().min(1),
});
export type Alarm = z.infer<typeof Alarm>;
