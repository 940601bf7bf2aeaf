import { z } from 'zod';
import { Position } from '../geo/position.ts';
import { CommandId, TicketId, UnitId } from '../ids.ts';
import { Place, Priority, Service } from '../ticket/model.ts';
import { Instant } from '../wire/time.ts';

/** How a unit moves: decides how fast it is (`geo/route.ts`) and how it is drawn. */
export const UnitKind = z.enum(['foot', 'bike', 'motorbike', 'car', 'van', 'truck']);
export type UnitKind = z.infer<typeof UnitKind>;

/** In the words of dispatch: free, on the way, there, with something else, at the end of its service, broken down. */
export const UnitStatus = z.enum(['available', 'enRoute', 'onSite', 'busy', 'offDuty', 'outOfService']);
export type UnitStatus = z.infer<typeof UnitStatus>;

/** What a unit says to an order. */
export const UnitReply = z.enum(['accepted', 'refused', 'onSite', 'done']);
export type UnitReply = z.infer<typeof UnitReply>;

const answer = {
  /** of the order that it answers */
  cmd: CommandId,
  ticket: TicketId,
  answer: UnitReply,
  /** why not; a refusal without one is taken too */
  motive: z.string().trim().max(1_000).optional(),
  /** by the fleet's clock */
  at: Instant,
};

/** `city/v1/unit/<id>/ack`: sent at each answer. */
export const UnitAnswer = z.object({ v: z.literal(1), ...answer });
export type UnitAnswer = z.infer<typeof UnitAnswer>;

const unit = {
  v: z.literal(1),
  id: UnitId,
  /** what is said on the radio: « PM 12 » */
  callSign: z.string().trim().min(1).max(60),
  service: Service,
  kind: UnitKind,
  /** what it can do; a word that no rule knows is kept and shown */
  skills: z.array(z.string().min(1).max(60)).max(30),
  status: UnitStatus,
  position: Position.optional(),
  /** when it was there; without it the position is as old as the report */
  positionAt: Instant.optional(),
  /** of the report, by the fleet's clock */
  at: Instant,
};

/**
 * `city/v1/unit/<id>/state`, retained: the unit as its fleet knows it. `answers` holds the latest answer to each order
 * that is not over, so that a hub that was away when it was given hears it too.
 */
export const UnitReport = z.object({ ...unit, answers: z.array(z.object(answer)).max(50).optional() });
export type UnitReport = z.infer<typeof UnitReport>;

/** A unit as seats are told of it (`room/v1/data/unit/<id>`): its report without the answers, which are on the tickets. */
export const RoomUnit = z.object(unit);
export type RoomUnit = z.infer<typeof RoomUnit>;

/** The unit without where it is: as who may not see that is told of it (`unit.locate`), and as a seat's disk has it. */
export function withoutPlace({ position: _, positionAt: __, ...unit }: RoomUnit): RoomUnit {
  return unit;
}

/**
 * `city/v1/unit/<id>/cmd`: go there, or go no further. The same order may come again until it is answered; after
 * `expiresAt` nobody acts on it.
 */
export const UnitOrder = z.object({
  v: z.literal(1),
  cmd: CommandId,
  order: z.enum(['go', 'standDown']),
  ticket: TicketId,
  ref: z.string().max(40).optional(),
  title: z.string().max(160),
  kind: z.string().max(80),
  priority: Priority,
  place: Place,
  expiresAt: Instant,
});
export type UnitOrder = z.infer<typeof UnitOrder>;
