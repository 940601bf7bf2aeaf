import { z } from 'zod';
import { Position } from '../geo/position.ts';
import { RuleId } from '../ids.ts';
import { MOST_LAMPS } from '../wire/lamp-order.ts';
import { ReplyCode } from '../wire/reply.ts';

/** What lamps are wanted to do. The seat adds session, times and an expiry. */
export const LampWish = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set'),
    lamps: z.array(z.string().min(1).max(256)).min(1).max(MOST_LAMPS),
    /** 0–1 */
    level: z.number().min(0).max(1),
    minutes: z
      .number()
      .positive()
      .max(72 * 60),
    ticket: z.string().min(1).max(256).optional(),
    motive: z.string().max(1_000).optional(),
    /** the rule whose advice is followed */
    advice: RuleId.optional(),
  }),
  z.object({ kind: z.literal('release'), override: z.string() }),
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

/** What came of it: how lamps follow is room data (`override`). NO_ANSWER: it may be done, lamps will tell. */
export const LampAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({
    kind: z.literal('refused'),
    code: ReplyCode.or(z.enum(['NO_SESSION', 'NO_HUB', 'NO_ANSWER'])),
    detail: z.string().optional(),
  }),
]);
export type LampAnswer = z.infer<typeof LampAnswer>;
