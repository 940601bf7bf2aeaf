import { z } from 'zod';
import { Position } from '../geo/position.ts';
import { RuleId } from '../ids.ts';
import { LampSelection } from '../lamp/override.ts';
import { ReplyCode } from '../wire/reply.ts';

/** Lamps that one wish names at most: a large city's. */
export const MOST_WISHED = 400_000;

const levelled = {
  /** more than one command names go as several, in this order */
  lamps: z.array(z.string().min(1).max(256)).min(1).max(MOST_WISHED),
  /** 0–1 */
  level: z.number().min(0).max(1),
};
const asked = {
  minutes: z
    .number()
    .positive()
    .max(72 * 60),
  ticket: z.string().min(1).max(256).optional(),
  motive: z.string().max(1_000).optional(),
  /** the rule whose advice is followed */
  advice: RuleId.optional(),
  selection: LampSelection.optional(),
};

/** What lamps are wanted to do. The seat adds session, times and an expiry. */
export const LampWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), ...levelled, ...asked }),
  /** several levels that are one order */
  z.object({ kind: z.literal('scene'), parts: z.array(z.object(levelled)).min(1).max(20), ...asked }),
  z.object({ kind: z.literal('release'), override: z.string() }),
  /** those of it that have not followed, anew */
  z.object({ kind: z.literal('resend'), override: z.string() }),
  /** where it really stands */
  z.object({
    kind: z.literal('mend'),
    lamp: z.string().min(1).max(256),
    /** where it was seen */
    from: Position,
    position: Position,
    motive: z.string().trim().min(1).max(1_000),
  }),
]);
export type LampWish = z.infer<typeof LampWish>;

const refusal = {
  code: ReplyCode.or(z.enum(['NO_SESSION', 'NO_HUB', 'NO_ANSWER'])),
  detail: z.string().optional(),
};

/** What came of it: how lamps follow is room data (`override`). NO_ANSWER: it may be done, lamps will tell. */
export const LampAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  /** some of its commands were refused, or not sent any more: so many lamps are as they were, by the first reason */
  z.object({ kind: z.literal('partly'), left: z.int().min(1), ...refusal }),
  z.object({ kind: z.literal('refused'), ...refusal }),
]);
export type LampAnswer = z.infer<typeof LampAnswer>;
