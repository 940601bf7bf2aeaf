import type { PriorityReason } from '../../../../shared/advice/priority.ts';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { Translate } from '../../../lib/i18n/index.tsx';
import { kindOf } from '../words.ts';

/** Why, with the words that decided. */
export function priorityReason(t: Translate, reason: PriorityReason): string {
  switch (reason.kind) {
    case 'kind':
      return t('draft.reason.kind', { kind: kindOf(t, reason.of), priority: `P${reason.priority}` });
    case 'life':
    case 'weapon':
    case 'fireNearPeople':
    case 'child':
    case 'over':
    case 'school':
    case 'tram':
      return t(`draft.reason.${reason.kind}`, { words: reason.words.join(', ') });
    case 'night':
    case 'day':
      return t(`draft.reason.${reason.kind}`);
    default:
      return assertNever(reason);
  }
}
