import type { LightingPlan } from '../../../shared/lighting/model.ts';
import type { RoomLightingPlan } from '../../../shared/lighting/published.ts';

/** What the hub's file is beside the plan in force. */
export type FileState =
  /** it can't be taken; `version` stays in force, 0 where none is */
  | { readonly kind: 'refused'; readonly file: string; readonly version: number; readonly next: number }
  /** it says an earlier version, `said`: what is in force was published at a console */
  | {
      readonly kind: 'behind';
      readonly file: string;
      readonly said: number;
      readonly version: number;
      readonly next: number;
    }
  | { readonly kind: 'same'; readonly version: number };

export function fileState({ plan, refused, behind }: RoomLightingPlan): FileState {
  const version = plan?.version ?? 0;
  if (refused !== undefined) return { kind: 'refused', file: refused.file, version, next: version + 1 };
  if (behind === undefined) return { kind: 'same', version };
  return { kind: 'behind', file: behind.file, said: behind.version, version, next: version + 1 };
}

/** A plan as the hub reads it, with its own number: JSON is YAML too. */
export const planFile = (plan: LightingPlan): string => `${JSON.stringify(plan, null, 2)}\n`;
