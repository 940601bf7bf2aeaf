import { z } from 'zod';
import { CommandId, RefusalId } from '../ids.ts';
import { commandHead } from '../wire/command-head.ts';
import { Instant } from '../wire/time.ts';
import { Refusal } from './model.ts';

const { person, cmd, op, target, args, motive, madeAt, state, code, field } = Refusal.shape;

/**
 * A seat leaves to supervisors what was refused there to somebody who sits there no more. It speaks for itself and not
 * for a person: no session is wanted, for the session of that person may be what the room refuses.
 */
export const RefusalLeave = z.object({
  v: z.literal(1),
  cmd: CommandId,
  op: z.literal('refusal.leave'),
  args: z.object({ person, cmd, op, target, args, motive, madeAt, state, code, field }),
  madeAt: Instant,
  expiresAt: Instant.optional(),
});

export type RefusalLeave = z.infer<typeof RefusalLeave>;

/** Somebody has taken note of it, and says why nothing else is to be done, where that is so. */
export const RefusalSeen = z.object({
  ...commandHead,
  op: z.literal('refusal.seen'),
  target: z.object({ type: z.literal('refusal'), id: RefusalId }),
  /** 0 by custom and not looked at */
  exp: z.int().min(0),
  args: z.object({}),
});
export type RefusalSeen = z.infer<typeof RefusalSeen>;
