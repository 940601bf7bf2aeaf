import { useMemo } from 'react';
import { type LampKey, slotOf } from '../../../../shared/lamp/selection.ts';
import { type Translate, useLanguage, wholeDuration } from '../../../lib/i18n/index.tsx';
import { type City, circuitName, type OpenCabinet, useCity } from '../../city/index.ts';
import type { ListedMap, Thing } from '../model.ts';
import { lampWords, refsOf } from './lamp-counts.ts';
import { useAgeOf } from './use-age-of.ts';
import { useListMoment } from './use-list-moment.ts';

type Lamps = City['lamps'];

/** Cabinets with how their lamps say that they are; within each its circuits, within those their lamps. */
export function useCabinetThings({ cabinets, openCabinet }: ListedMap): readonly Thing[] {
  const { t, locale } = useLanguage();
  const lamps = useCity((city) => city.lamps);
  const ageOf = useAgeOf();
  const moment = useListMoment();
  return useMemo(
    () =>
      cabinets.map((cabinet): Thing => {
        const { id, street, commune, state, circuits, heard } = cabinet;
        const keys = () => circuits.flatMap((circuit) => circuit.lamps);
        const age = () => {
          if (ageOf(keys().map(slotOf)) === undefined && state !== 'silent') return undefined;
          return heard === undefined
            ? t('lists.unheard')
            : t('map.lamp.age', { age: wholeDuration(Math.max(0, moment - heard), locale) });
        };
        return {
          id,
          label: id,
          wrong: state !== 'ok',
          say: () => ({
            detail: [
              [street, commune].filter(Boolean).join(', '),
              t('lists.circuits', { n: circuits.length }),
              lampWords(t, lamps, keys()),
            ]
              .filter(Boolean)
              .join(' · '),
            state: state === 'ok' ? undefined : t(`cabinet.state.${state}`),
            age: age(),
          }),
          show: () => openCabinet(id, undefined),
          lamps: keys,
          inside: () => ({
            kind: 'things',
            things: circuits.map((circuit) => circuitThing(t, lamps, cabinet, circuit, openCabinet)),
          }),
        };
      }),
    [t, locale, cabinets, lamps, ageOf, moment, openCabinet],
  );
}

/** « Départ 1 »; a name that says so itself is left as it is. */
const named = (t: Translate, name: string): string =>
  /^d[eé]part\b/i.test(name) ? name : t('lists.circuit', { name });

function circuitThing(
  t: Translate,
  lamps: Lamps,
  { id: cabinet, tripped }: OpenCabinet,
  { id, lamps: keys }: { readonly id: string; readonly lamps: readonly LampKey[] },
  openCabinet: ListedMap['openCabinet'],
): Thing {
  const off = tripped.includes(id);
  return {
    id: `${cabinet} ${id}`,
    label: id === '' ? t('cabinet.circuit.unknown') : named(t, circuitName(id, cabinet)),
    called: id || cabinet,
    wrong: off,
    say: () => ({
      detail: lampWords(t, lamps, keys),
      state: off ? t('cabinet.circuit.tripped') : undefined,
    }),
    show: () => openCabinet(cabinet, id),
    lamps: () => keys,
    inside: () => ({ kind: 'lamps', lamps: refsOf(keys) }),
  };
}
