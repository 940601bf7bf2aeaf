import { useMemo } from 'react';
import { slotOf } from '../../../../shared/lamp/selection.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { type OpenCrossing, useCity } from '../../city/index.ts';
import type { ListedMap, Thing } from '../model.ts';
import { lampWords, refsOf } from './lamp-counts.ts';
import { useAgeOf } from './use-age-of.ts';

const byName = new Intl.Collator('fr', { numeric: true });
const labelOf = ({ street, id }: OpenCrossing): string => street ?? id;

/** Pedestrian crossings by the street that is crossed, those that no lamp lights first; within each its lamps. */
export function useCrossingThings({ crossings, openCrossing }: ListedMap): readonly Thing[] {
  const t = useT();
  const lamps = useCity((city) => city.lamps);
  const ageOf = useAgeOf();
  return useMemo(
    () =>
      crossings
        .toSorted((a, b) => byName.compare(labelOf(a), labelOf(b)) || byName.compare(a.id, b.id))
        .map((crossing): Thing => {
          const { id, commune, state, lamps: keys } = crossing;
          const label = labelOf(crossing);
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
              age: ageOf(keys.map(slotOf)) ?? (state === 'silent' ? t('lists.unheard') : undefined),
            }),
            show: () => openCrossing(id),
            lamps: () => keys,
            inside: () => ({ kind: 'lamps', lamps: refsOf(keys) }),
          };
        }),
    [t, crossings, lamps, ageOf, openCrossing],
  );
}
