import { useMemo } from 'react';
import { areaOf } from '../../../../shared/geo/area.ts';
import { boxOf } from '../../../../shared/geo/box.ts';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import { type LampKey, lampKey } from '../../../../shared/lamp/selection.ts';
import { useLanguage, wholeDuration } from '../../../lib/i18n/index.tsx';
import { leftOffAt, useCity } from '../../city/index.ts';
import { isStale, useLink } from '../../link/index.ts';
import type { ListedMap, Thing } from '../model.ts';
import { lampWords } from './lamp-counts.ts';
import { streetThings } from './streets.ts';
import { useAgeOf } from './use-age-of.ts';
import { useListMoment } from './use-list-moment.ts';

/** Districts are seen whole: from no nearer than this. */
const CLOSENESS = 16;
const M2_IN_KM2 = 1_000_000;
/** Of more communes than this only how many there are is said. */
const NAMED_COMMUNES = 2;

const keysOf = ({ slot, ids }: DistrictLamps): readonly LampKey[] =>
  Array.from(ids, (id, index) => (id ? [lampKey({ slot, index })] : [])).flat();

const communesOf = ({ names, commune, ids }: DistrictLamps): readonly string[] =>
  [...new Set(Array.from(ids, (id, index) => (id ? names[commune[index] ?? 0] : undefined)))].flatMap(
    (name) => name || [],
  );

/** What the outline of each district tells: where it is, how many lamps, over what ground, and how old that is. */
export function useDistrictThings({ districts, go }: ListedMap): readonly Thing[] {
  const { t, locale } = useLanguage();
  const { lamps, book, ages } = useCity((city) => city);
  const lost = useLink(({ state }) => isStale(state));
  const moment = useListMoment();
  const ageOf = useAgeOf();
  return useMemo(
    () =>
      districts.flatMap(({ slot, name, rings }): Thing[] => {
        const piece = book.piece(slot);
        const box = boxOf(rings.flat());
        if (piece === undefined || box === undefined) return [];
        const keys = keysOf(piece);
        const since = leftOffAt(ages.get(slot), lost, moment);
        return [
          {
            id: String(slot),
            label: name,
            wrong: since !== undefined,
            say: () => {
              const communes = communesOf(piece);
              return {
                detail: [
                  communes.length > NAMED_COMMUNES
                    ? t('lists.communes', { n: communes.length })
                    : communes.join(', '),
                  lampWords(t, lamps, keys),
                  t('lists.area', { area: areaOf(rings) / M2_IN_KM2 }),
                ]
                  .filter(Boolean)
                  .join(' · '),
                age:
                  since === undefined
                    ? undefined
                    : since === 0
                      ? t('lists.unheard')
                      : t('map.lamp.age', { age: wholeDuration(moment - since, locale) }),
              };
            },
            show: () => go({ box, zoom: CLOSENESS }),
            lamps: () => keys,
            inside: () => ({ kind: 'things', things: streetThings(t, { lamps, book }, [piece], go, ageOf) }),
          },
        ];
      }),
    [t, locale, districts, lamps, book, ages, lost, moment, go, ageOf],
  );
}
