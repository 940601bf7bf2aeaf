import type { ChosenBy } from '../../../shared/lamp/selection.ts';
import type { Translate } from '../../lib/i18n/index.tsx';
import { type Asked, refusedWords } from '../relight/index.ts';

/** What a selection is called, in the panel and by all who see its order. */
export const chosenWords = (t: Translate, by: ChosenBy): string =>
  'name' in by ? by.name : t(`selection.by.${by.kind}`);

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
