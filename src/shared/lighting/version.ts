import { z } from 'zod';
import { CommandId, PersonId } from '../ids.ts';
import { Instant } from '../wire/time.ts';
import { LightingPlan } from './model.ts';

/** Who brought a version of the plan into force: a person at a console, or IT by the file. */
export const PlanAuthor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), person: PersonId, name: z.string().min(1).max(120) }),
  z.object({ kind: z.literal('file') }),
]);
export type PlanAuthor = z.infer<typeof PlanAuthor>;

/** What a version of the lighting plan is, without the plan. */
export const PlanHead = z.object({
  version: z.int().min(1),
  since: Instant,
  by: PlanAuthor,
  motive: z.string().max(1_000).optional(),
  /** it says again what this earlier version said */
  restores: z.int().min(1).optional(),
  /** by which it was brought into force: who sent it and never heard the answer knows it by this */
  command: CommandId.optional(),
});
export type PlanHead = z.infer<typeof PlanHead>;

/** So many versions are shown to seats, the latest ones; the hub keeps all there were. */
export const MOST_VERSIONS = 20;

/** `room/v1/data/lightingVersion/<version>`: a version that is in force or was. */
export const LightingVersion = PlanHead.extend({
  v: z.literal(1),
  /** the version */
  id: z.string().min(1).max(20),
  plan: LightingPlan,
});
export type LightingVersion = z.infer<typeof LightingVersion>;
