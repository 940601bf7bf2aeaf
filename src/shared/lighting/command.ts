import { z } from 'zod';
import { commandHead } from '../wire/command-head.ts';
import { Instant } from '../wire/time.ts';
import { LightingPlanFile } from './plan-file.ts';

/** A command has 64 KiB: a plan that is longer as JSON is IT's to bring, by the file. */
export const MOST_CHARACTERS = 50_000;
export const isShort = (plan: object): boolean => JSON.stringify(plan).length <= MOST_CHARACTERS;

const head = {
  ...commandHead,
  target: z.object({ type: z.literal('lightingPlan'), id: z.literal('room') }),
  /** the version in force that its author saw; the next one is this one's */
  exp: z.int().min(1),
  motive: z.string().trim().min(1).max(1_000),
  expiresAt: Instant,
};

/** Brings a plan into force from a console; its `version` is the one after `exp`. An effect on the world: never queued. */
export const LightingPlanPublish = z.object({
  ...head,
  op: z.literal('lightingPlan.publish'),
  args: z.object({
    plan: LightingPlanFile.refine(
      isShort,
      `longer than ${MOST_CHARACTERS} characters: to be brought by the file`,
    ),
  }),
});
/** Brings into force again, as a version of its own, what an earlier one said. */
export const LightingPlanRestore = z.object({
  ...head,
  op: z.literal('lightingPlan.restore'),
  args: z.object({ version: z.int().min(1) }),
});
export type LightingPlanCommand = z.infer<typeof LightingPlanPublish> | z.infer<typeof LightingPlanRestore>;
