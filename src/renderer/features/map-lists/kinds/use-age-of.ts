import { useCallback, useRef } from 'react';
import { type LampKey, slotOf } from '../../../../shared/lamp/selection.ts';
import { useLanguage, wholeDuration } from '../../../lib/i18n/index.tsx';
import { leftOffAt, useCity } from '../../city/index.ts';
import { isStale, useLink } from '../../link/index.ts';
import { useListMoment } from './use-list-moment.ts';

/**
 * How old what is known of lamps is, in words, where they are not followed any more. The function stays the same: lines
 * that ask it each second need not be made anew for that.
 */
export function useAgeOf(): (keys: readonly LampKey[]) => string | undefined {
  const { t, locale } = useLanguage();
  const ages = useCity((city) => city.ages);
  const lost = useLink(({ state }) => isStale(state));
  const moment = useListMoment();
  const ask = (keys: readonly LampKey[]): string | undefined => {
    const slots = new Set(keys.map(slotOf));
    const left = Array.from(slots, (slot) => leftOffAt(ages.get(slot), lost, moment)).filter(
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
  return useCallback((keys) => latest.current(keys), []);
}
