import { z } from 'zod';
import { CommandId } from '../ids.ts';
import { LightingPlan } from '../lighting/model.ts';
import { PlanHead } from '../lighting/version.ts';
import { ReplyCode } from '../wire/reply.ts';

const asked = {
  /** kept by the window before it asks: a version that came of it is known by this, whether it was answered or not */
  cmd: CommandId,
  /** the version in force that its author saw */
  base: z.int().min(1),
  motive: z.string().trim().min(1).max(1_000),
};

/** What the window wants of the lighting plan; the seat adds session, time and an expiry. */
export const PlanWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('publish'), plan: LightingPlan, ...asked }),
  z.object({ kind: z.literal('restore'), version: z.int().min(1), ...asked }),
]);
export type PlanWish = z.infer<typeof PlanWish>;

export const PlanAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), version: z.int() }),
  z.object({
    kind: z.literal('refused'),
    code: ReplyCode.or(z.enum(['NO_SESSION', 'NO_HUB', 'NO_ANSWER'])),
    field: z.string().optional(),
    /** the version in force, where another is than was thought */
    inForce: PlanHead.optional(),
  }),
]);
export type PlanAnswer = z.infer<typeof PlanAnswer>;
