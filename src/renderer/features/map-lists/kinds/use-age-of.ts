import { useCallback, useRef } from 'react';
import { useLanguage, wholeDuration } from '../../../lib/i18n/index.tsx';
import { leftOffAt, useCity } from '../../city/index.ts';
import { isStale, useLink } from '../../link/index.ts';
import { useListMoment } from './use-list-moment.ts';

/** @param slots of the districts of the lamps that are meant, each as often as it comes */
export type AgeOf = (slots: readonly number[]) => string | undefined;

/**
 * How old what is known of lamps is, in words, where they are not followed any more. The function stays the same: lines
 * that ask it each second need not be made anew for that.
 */
export function useAgeOf(): AgeOf {
  const { t, locale } = useLanguage();
  const ages = useCity((city) => city.ages);
  const lost = useLink(({ state }) => isStale(state));
  const moment = useListMoment();
  const ask: AgeOf = (slots) => {
    const left = Array.from(new Set(slots), (slot) => leftOffAt(ages.get(slot), lost, moment)).filter(
      (at) => at !== undefined,
    );
    if (left.length === 0) return undefined;
    const oldest = Math.min(...left);
    return oldest === 0
      ? t('lists.unheard')
      : t('map.lamp.age', { age: wholeDuration(Math.max(0, moment - oldest), locale) });
  };
  const latest = useRef(ask);
  latest.current = ask;
  return useCallback((slots) => latest.current(slots), []);
}
