import type { LightingPlan } from '../../../shared/lighting/model.ts';
import type { Place } from './draft.ts';

/** What of the plan needs a part, and would be left without it. */
export function usersOf(
  { controlPrograms, calendars, presence, groups }: LightingPlan,
  { list, at }: Place,
): readonly Pick<LightingPlan['groups'][number], 'name'>[] {
  switch (list) {
    case 'controlPrograms': {
      const id = controlPrograms[at]?.id;
      return calendars.filter(
        ({ program, rules }) => program === id || rules.some((rule) => rule.program === id),
      );
    }
    case 'calendars':
      return groups.filter(({ calendar }) => calendar === calendars[at]?.id);
    case 'presence': {
      const id = presence[at]?.id;
      return controlPrograms.filter(({ steps }) =>
        steps.some((step) => 'presence' in step && step.presence === id),
      );
    }
    default:
      return [];
  }
}
