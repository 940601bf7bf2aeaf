import { useMemo } from 'react';
import { slotOf } from '../../../../shared/lamp/selection.ts';
import { useLanguage, wholeDuration } from '../../../lib/i18n/index.tsx';
import { leftOffAt, type OpenCrossing, useCity } from '../../city/index.ts';
import { isStale, useLink } from '../../link/index.ts';
import type { ListedMap, Thing } from '../model.ts';
import { lampWords, refsOf } from './lamp-counts.ts';
import { useListMoment } from './use-list-moment.ts';

const byName = new Intl.Collator('fr', { numeric: true });
const labelOf = ({ street, id }: OpenCrossing): string => street ?? id;

/** Pedestrian crossings by the street that is crossed, those that no lamp lights first; within each its lamps. */
export function useCrossingThings({ crossings, openCrossing }: ListedMap): readonly Thing[] {
  const { t, locale } = useLanguage();
  const { lamps, ages } = useCity((city) => city);
  const lost = useLink(({ state }) => isStale(state));
  const moment = useListMoment();
  return useMemo(
    () =>
      crossings
        .toSorted((a, b) => byName.compare(labelOf(a), labelOf(b)) || byName.compare(a.id, b.id))
        .map((crossing): Thing => {
          const { id, commune, state, lamps: keys } = crossing;
          const label = labelOf(crossing);
          const age = () => {
            const since = keys
              .map((key) => leftOffAt(ages.get(slotOf(key)), lost, moment))
              .filter((at) => at !== undefined);
            if (since.length === 0) return state === 'silent' ? t('lists.unheard') : undefined;
            const oldest = Math.min(...since);
            return oldest === 0
              ? t('lists.unheard')
              : t('map.lamp.age', { age: wholeDuration(Math.max(0, moment - oldest), locale) });
          };
          return {
            id,
            label,
            called: t('crossing.called', { street: label }),
            wrong: state !== 'ok',
            say: () => ({
              detail: [commune, id, keys.length > 0 ? lampWords(t, lamps, keys) : undefined]
                .filter(Boolean)
                .join(' · '),
              state: state === 'unlit' ? t('crossing.unlit') : undefined,
              age: age(),
            }),
            show: () => openCrossing(id),
            lamps: () => keys,
            inside: () => ({ kind: 'lamps', lamps: refsOf(keys) }),
          };
        }),
    [t, locale, crossings, lamps, ages, lost, moment, openCrossing],
  );
}
