import { useMemo } from 'react';
import { STALE_MS } from '../../../../shared/advice/nearest-unit.ts';
import { nearestStreet } from '../../../../shared/geo/nearest-street.ts';
import { millis } from '../../../../shared/wire/time.ts';
import { useLanguage, wholeDuration } from '../../../lib/i18n/index.tsx';
import { useCity } from '../../city/index.ts';
import { isStale, useLink } from '../../link/index.ts';
import { useUnits } from '../../units/index.ts';
import type { ListedMap, Thing } from '../model.ts';
import { useListMoment } from './use-list-moment.ts';

/** From how near a unit is looked at. */
const CLOSENESS = 17;
const byName = new Intl.Collator('fr', { numeric: true });

/** Units on duty, as far as this person may see where they are; what is done with one is done at a ticket. */
export function useUnitThings({ go }: ListedMap): readonly Thing[] {
  const { t, locale } = useLanguage();
  const units = useUnits();
  const streets = useCity((city) => city.streets);
  const lost = useLink(({ state }) => isStale(state));
  const moment = useListMoment();
  return useMemo(
    () =>
      [...units.values()]
        .filter(({ status }) => status !== 'offDuty')
        .toSorted((a, b) => byName.compare(a.callSign, b.callSign))
        .map(({ id, callSign, status, service, position, positionAt, at }): Thing => {
          const age = moment - millis(positionAt ?? at);
          const old = lost || age > STALE_MS;
          return {
            id,
            label: callSign,
            say: () => {
              const near = position && nearestStreet(streets, position);
              return {
                detail: [
                  t(`units.status.${status}`),
                  t(`desk.service.${service}`),
                  position === undefined
                    ? t('lists.nowhere')
                    : [near?.name, near?.commune].filter(Boolean).join(', '),
                ]
                  .filter(Boolean)
                  .join(' · '),
                age:
                  old && position !== undefined
                    ? t('map.lamp.age', { age: wholeDuration(Math.max(0, age), locale) })
                    : undefined,
              };
            },
            show: position && (() => go({ position, zoom: CLOSENESS })),
          };
        }),
    [t, locale, units, streets, lost, moment, go],
  );
}
