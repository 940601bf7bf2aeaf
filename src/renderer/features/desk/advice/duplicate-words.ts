import type { DuplicateReason } from '../../../../shared/advice/duplicate.ts';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { Translate } from '../../../lib/i18n/index.tsx';

/** Why two tickets are taken for one, with the figure that was used. */
export function duplicateReason(t: Translate, reason: DuplicateReason): string {
  switch (reason.kind) {
    case 'near':
      return t('advice.near', { metres: reason.metres });
    case 'sameStreet':
      return t('advice.sameStreet');
    case 'soon':
      return t('advice.soon', { minutes: reason.minutes });
    case 'sameKind':
      return t('advice.sameKind');
    case 'sameWords':
      return t('advice.sameWords', { words: reason.words.join(', ') });
    default:
      return assertNever(reason);
  }
}
