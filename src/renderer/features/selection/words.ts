import type { LampOverride, LampSelection } from '../../../shared/lamp/override.ts';
import type { Chosen } from '../../../shared/lamp/selection.ts';
import type { Translate } from '../../lib/i18n/index.tsx';
import { type Asked, refusedWords } from '../relight/index.ts';

/** What a selection goes by with its order. */
export type Called = Pick<LampSelection, 'name' | 'by' | 'part'>;

/** A selection by the words that go with its order. @param only the lamp that it is, where it is one alone */
export function calledOf(t: Translate, { lamps, by, whole }: Chosen, only?: string): Called {
  if (!('name' in by) && only !== undefined) return { name: only };
  if (!('name' in by))
    return { name: t(`selection.by.${by.kind}`), ...(by.kind === 'none' ? {} : { by: by.kind }) };
  if (whole === undefined || whole.size === lamps.size) return { name: by.name };
  return { name: by.name, part: { lamps: lamps.size, of: whole.size } };
}

/** What a selection is called, in the panel and by all who see its order. */
export function calledWords(t: Translate, { name, by, part }: Called): string {
  if (by !== undefined) return t(`selection.by.${by}`);
  return part === undefined ? name : t('selection.partOf', { name, n: part.lamps, all: part.of });
}

/** What an order is called: a name that lamps were given or have, or what they were chosen by. */
export const orderWords = (
  t: Translate,
  { selection, street }: Pick<LampOverride, 'selection' | 'street'>,
): string => (selection === undefined ? street : calledWords(t, selection));

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
