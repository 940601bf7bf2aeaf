import { z } from 'zod';
import { CommandId } from '../../../shared/ids.ts';
import { PARTS, type PartList } from '../../../shared/lighting/changed-parts.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';

const isPlan = (value: unknown): value is LightingPlan =>
  typeof value === 'object' &&
  value !== null &&
  PARTS.every((list) => Array.isArray((value as Record<string, unknown>)[list]));

/**
 * A plan as somebody is writing it. It may be full of faults: what is wrong with it is said beside it, and it is kept.
 */
export const Draft = z.object({
  /** the version that it was begun on */
  base: z.int().min(1),
  plan: z.custom<LightingPlan>(isPlan),
  /** by which it was sent: what comes of them is its author's own, whether they heard so or not */
  sent: z.array(CommandId).default([]),
});
export type Draft = z.infer<typeof Draft>;

/** A draft that says what a plan says. */
export const draftOf = (plan: LightingPlan): Draft => ({
  base: plan.version,
  plan: { ...plan, version: plan.version + 1 },
  sent: [],
});

/** What is being looked at of a draft: a part of one of its lists. */
export interface Place {
  readonly list: PartList;
  readonly at: number;
}

/** An id that none of them has: « programme-3 ». */
export function freeId(stem: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let n = taken.length + 1;
  while (ids.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
}

/** Which one value two plans differ in, as a path; empty where there are several, or one was added or taken out. */
export function fieldChanged(before: unknown, after: unknown): string {
  if (Object.is(before, after)) return '';
  if (!isTree(before) || !isTree(after)) return '.';
  const keys = Object.keys(after);
  if (keys.length !== Object.keys(before).length) return '';
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const [key] = changed;
  if (key === undefined || changed.length > 1) return '';
  const inner = fieldChanged(before[key], after[key]);
  return inner === '' ? '' : `${key}/${inner}`;
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
