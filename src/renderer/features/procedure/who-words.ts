import type { Who } from '../../../shared/procedure/model.ts';
import type { Translate } from '../../lib/i18n/index.tsx';

/** Whose hand a step is, where it is not the operator's own. */
export function whoWords(t: Translate, who: Who | undefined): string | undefined {
  if (who === undefined || who === 'operator') return undefined;
  return typeof who === 'string' ? t(`procedure.who.${who}`) : who.external;
}
