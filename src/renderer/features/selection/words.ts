import type { LampOverride } from '../../../shared/lamp/override.ts';
import type { ChosenBy } from '../../../shared/lamp/selection.ts';
import type { Translate } from '../../lib/i18n/index.tsx';
import { type Asked, refusedWords } from '../relight/index.ts';

/** What a selection is called, in the panel and by all who see its order. */
export const chosenWords = (t: Translate, by: ChosenBy): string =>
  'name' in by ? by.name : t(`selection.by.${by.kind}`);

/** What an order is called: a name that lamps were given or have, or what they were chosen by. */
export const orderWords = (t: Translate, { selection, street }: LampOverride): string =>
  selection === undefined
    ? street
    : selection.by === undefined
      ? selection.name
      : t(`selection.by.${selection.by}`);

/** What was answered to an order. */
export function answerWords(t: Translate, asked: Asked): string {
  switch (asked.kind) {
    case 'idle':
      return '';
    case 'asking':
      return t('relight.asking');
    case 'done':
      return t('selection.done');
    case 'partly':
      return t('selection.partly', { left: asked.left, why: refusedWords(t, { ...asked, kind: 'refused' }) });
    case 'refused':
      if (asked.detail === 'args.until') return t('selection.tooLong');
      if (asked.detail === 'args.level') return t('selection.allNeeded');
      return refusedWords(t, asked);
  }
}
