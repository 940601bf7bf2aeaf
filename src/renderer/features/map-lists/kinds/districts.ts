import { useMemo } from 'react';
import { areaOf } from '../../../../shared/geo/area.ts';
import { boxOf } from '../../../../shared/geo/box.ts';
import type { DistrictLamps } from '../../../../shared/ipc/model.ts';
import { type LampKey, lampKey } from '../../../../shared/lamp/selection.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { useCity } from '../../city/index.ts';
import type { ListedMap, Thing } from '../model.ts';
import { lampWords } from './lamp-counts.ts';
import { streetThings } from './streets.ts';
import { useAgeOf } from './use-age-of.ts';

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
  const t = useT();
  const { lamps, book } = useCity((city) => city);
  const ageOf = useAgeOf();
  return useMemo(
    () =>
      districts.flatMap(({ slot, name, rings }): Thing[] => {
        const piece = book.piece(slot);
        const box = boxOf(rings.flat());
        if (piece === undefined || box === undefined) return [];
        const keys = keysOf(piece);
        return [
          {
            id: String(slot),
            label: name,
            wrong: ageOf([slot]) !== undefined,
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
                age: ageOf([slot]),
              };
            },
            show: () => go({ box, zoom: CLOSENESS }),
            lamps: () => keys,
            inside: () => ({ kind: 'things', things: streetThings(t, { lamps, book }, [piece], go, ageOf) }),
          },
        ];
      }),
    [t, districts, lamps, book, go, ageOf],
  );
}
