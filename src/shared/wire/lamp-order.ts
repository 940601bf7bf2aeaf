import { z } from 'zod';
import { CommandId, LampId } from '../ids.ts';
import { Instant } from './time.ts';

/** A command, and so one order, names this many lamps at most: the longest street has some hundreds. */
export const MOST_LAMPS = 500;

/** What a gateway goes on with by itself; more than so many no operator has piled up. */
export const OrderStep = z.object({ level: z.number().min(0).max(1), until: Instant });
export type OrderStep = z.infer<typeof OrderStep>;
export const MOST_STEPS = 10;

const head = { v: z.literal(1), cmd: CommandId, expiresAt: Instant };
/**
 * `level` 0–1 until `until`, then what is in `after`, each until its own end, and then by itself back to its programme. It
 * replaces whole what the gateway was told of these lamps before. A gateway that keeps one level only leaves `after` out,
 * goes back at `until`, and is told by the hub when that is there.
 */
const setting = {
  ...head,
  level: z.number().min(0).max(1),
  until: Instant,
  /** in order of their ends: orders that this one lies over */
  after: z.array(OrderStep).min(1).max(MOST_STEPS).optional(),
  reason: z.string().max(200).optional(),
};
/** Back to the programme now; a gateway that overrides nothing there says OK. */
const releasing = { ...head, release: z.literal(true) };
const lamps = { lamps: z.array(LampId).min(1).max(MOST_LAMPS) };

/** `city/v1/lamp/<lampId>/cmd`, for a lamp that the inventory feeds from no cabinet. */
export const LampOrder = z.union([z.object(setting), z.object(releasing)]);
export type LampOrder = z.infer<typeof LampOrder>;
/** `city/v1/cabinet/<cabinetId>/cmd`: one command for many lamps of the cabinet. */
export const CabinetOrder = z.union([
  z.object({ ...setting, ...lamps }),
  z.object({ ...releasing, ...lamps }),
]);
export type CabinetOrder = z.infer<typeof CabinetOrder>;

/** Consoles have words for OK, EXPIRED, UNKNOWN_LAMP, LOCKED (somebody works on it), FAULT and FLOOR (below its safety floor); others are shown as they are. */
const code = z.string().min(1).max(60);

/** `…/ack`: what a gateway says of a command. That it took it is no proof: that is the state that follows. */
export const LampAck = z.object({
  v: z.literal(1),
  cmd: CommandId,
  ok: z.boolean(),
  code,
  at: Instant,
  /** it has kept `after`, and goes on with it whether the hub is there or not */
  goesOn: z.literal(true).optional(),
});
/** With `ok`, of all lamps of the command but those in `refused`. */
export const CabinetAck = LampAck.extend({
  refused: z
    .array(z.object({ lamp: LampId, code }))
    .max(MOST_LAMPS)
    .optional(),
});
export type CabinetAck = z.infer<typeof CabinetAck>;
