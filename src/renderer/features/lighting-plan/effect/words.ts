import { changedParts } from '../../../../shared/lighting/changed-parts.ts';
import type { Effect } from '../../../../shared/lighting/effect.ts';
import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import type { Translate } from '../../../lib/i18n/index.tsx';

/** What of a plan changes no night by itself, and is another: around interventions, or scenes. */
export type OtherRules = 'none' | 'incidents' | 'scenes' | 'both';

/** A name that is said otherwise changes no light. */
export function otherRulesIn(before: LightingPlan, after: LightingPlan): OtherRules {
  const unnamed = (plan: LightingPlan): LightingPlan => ({
    ...plan,
    incidents: plan.incidents.map((part) => ({ ...part, name: '' })),
    scenes: plan.scenes.map((part) => ({ ...part, name: '' })),
  });
  const lists = new Set(changedParts(unnamed(before), unnamed(after)).map(({ list }) => list));
  if (lists.has('incidents')) return lists.has('scenes') ? 'both' : 'incidents';
  return lists.has('scenes') ? 'scenes' : 'none';
}

/** How many lamps would burn by other rules; where none would, what else is other. */
export function effectWords(t: Translate, { touched, lamps }: Effect, others: OtherRules): string {
  if (touched > 0) return t('plan.touched', { n: touched, of: lamps });
  return others === 'none' ? t('plan.noEffect') : t('plan.onlyOthers', { others });
}
