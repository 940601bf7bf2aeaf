import { useMemo } from 'react';
import { STALE_MS } from '../../shared/advice/nearest-unit.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { isUnderWay } from '../../shared/unit/assignment.ts';
import { millis } from '../../shared/wire/time.ts';
import { isStale, useLink } from '../features/link/index.ts';
import type { MapUnit } from '../features/map/index.ts';
import { useMoment, useUnits } from '../features/units/index.ts';
import { duration, useLocale } from '../lib/i18n/index.tsx';

/** Units as the map shows them: those on duty that say where they are; without the hub each is as old as it is. @param open the ticket that is looked at */
export function useMapUnits(open: Ticket | undefined): readonly MapUnit[] {
  const units = useUnits();
  const locale = useLocale();
  const moment = useMoment();
  const assignments = open?.assignments;
  const lost = useLink(({ state }) => isStale(state));
  return useMemo(
    () =>
      [...units.values()].flatMap(({ id, callSign, kind, status, position, positionAt, at }): MapUnit[] => {
        if (position === undefined || status === 'offDuty') return [];
        const age = moment - millis(positionAt ?? at);
        const goes = assignments?.some((one) => one.unit === id && isUnderWay(one)) ?? false;
        const old = lost || age > STALE_MS ? duration(age, locale) : undefined;
        return [{ id, label: callSign, kind, position, goes, age: old }];
      }),
    [units, assignments, moment, locale, lost],
  );
}
