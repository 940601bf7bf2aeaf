import { z } from 'zod';
import { CommandId, LampId, PersonId, SeatId, TicketId } from '../ids.ts';
import { Instant } from '../wire/time.ts';

/** What lamps were chosen by, and what it is called: « Boulevard de la Marne », « Au lasso ». */
export const LampSelection = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(200),
  /** they have no name of their own: what they were chosen by, which each window says in its language in place of `name` */
  by: z.enum(['click', 'lasso', 'box', 'mixed']).optional(),
  /** so many of all that the name stands for: « rue de la Liberté, 26 sur 27 » */
  part: z.object({ lamps: z.int().min(1), of: z.int().min(2) }).optional(),
});
export type LampSelection = z.infer<typeof LampSelection>;

/**
 * Why a lamp has not followed: the order never left the hub, its gateway said no, said nothing, or said yes while the
 * lamp reports another level (`level`, %, or has not reported since).
 */
export const LampTrouble = z.object({
  lamp: LampId,
  why: z.enum(['unsent', 'refused', 'silent', 'unchanged']),
  /** the gateway's word, where it refused */
  code: z.string().max(60).optional(),
  level: z.int().min(0).max(100).optional(),
});
export type LampTrouble = z.infer<typeof LampTrouble>;

/** Lamps named in one message; `troubles` counts them all. */
export const MOST_NAMED = 50;

/** Another order that lies over or under one, and on how many of its lamps. */
export const PiledOrder = z.object({
  id: CommandId,
  person: PersonId,
  street: z.string().max(200),
  selection: LampSelection.optional(),
  /** 0–1 */
  level: z.number().min(0).max(1),
  until: Instant,
  lamps: z.int().min(1),
});
export type PiledOrder = z.infer<typeof PiledOrder>;

/**
 * Lamps taken out of their programme for a time, by one `lamp.set` whose id it has (`room/v1/data/override/<id>`).
 * Commanded, acknowledged and observed are three counts: only the state that follows proves anything.
 */
export const LampOverride = z.object({
  v: z.literal(1),
  id: CommandId,
  ticket: TicketId.optional(),
  motive: z.string().max(1_000).optional(),
  /** the street that most of its lamps stand in */
  street: z.string().max(200),
  selection: LampSelection.optional(),
  person: PersonId,
  seat: SeatId,
  /** 0–1 */
  level: z.number().min(0).max(1),
  at: Instant,
  /** when gateways go back by themselves */
  until: Instant,
  /** `set`: on its way or in force. `release`: given back, or its end has come; gone once all have gone back */
  phase: z.enum(['set', 'release']),
  /** later orders that count on lamps of it, the most first: these are in none of the counts below but `lamps` */
  under: z.array(PiledOrder).max(MOST_NAMED).optional(),
  /** orders that it lies over, the most first: where it ends before them, their lamps are theirs again */
  over: z.array(PiledOrder).max(MOST_NAMED).optional(),
  /** so many lamps would go back to their programme at its end without the hub, and not to the order before: their gateway keeps one only */
  unkept: z.int().min(1).optional(),
  /** when those that had not followed were last commanded anew */
  resentAt: Instant.optional(),
  lamps: z.int().min(1),
  /** so many of them burn at their safety floor, above the level */
  floored: z.int().min(1).optional(),
  /** so many more were asked for and left as they are: an open intervention wants more light there */
  spared: z.int().min(1).optional(),
  /** of the phase: orders that have left the hub, that gateways have taken, that states have proved */
  commanded: z.int().min(0),
  acknowledged: z.int().min(0),
  observed: z.int().min(0),
  /** so many of those observed burned so already: their last report, of shortly before the order, says so */
  already: z.int().min(1).optional(),
  /** so many more burned so already by a report that is old: neither observed nor troubles until they say so anew */
  awaited: z.int().min(1).optional(),
  /** so many of those observed without their gateway's word: it may come later, be lost, or have been a refusal */
  unanswered: z.int().min(1).optional(),
  /** whether the time to follow is over: what has not is at fault */
  judged: z.boolean(),
  troubles: z.int().min(0),
  named: z.array(LampTrouble).max(MOST_NAMED),
});
export type LampOverride = z.infer<typeof LampOverride>;

/** What an event on a ticket says of the lamps that were commanded for it. */
export const LampEventFacts = z.object({
  override: CommandId,
  street: z.string().max(200),
  level: z.number().min(0).max(1),
  until: Instant,
  lamps: z.int().min(1),
  /** how many did what was wanted, where it has been seen */
  observed: z.int().min(0).optional(),
  /** so many had not followed and were commanded anew */
  again: z.int().min(1).optional(),
  /** of going back to the programme */
  release: z.literal(true).optional(),
  /** a later order lies over all of its lamps */
  taken: z.literal(true).optional(),
  /** an order over it has ended on so many lamps, and it counts on them again */
  counting: z.int().min(1).optional(),
  named: z.array(LampTrouble).max(5).optional(),
});
export type LampEventFacts = z.infer<typeof LampEventFacts>;
