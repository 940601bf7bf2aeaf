import { useCallback } from 'react';
import { nearestStreet } from '../../shared/geo/nearest-street.ts';
import type { LampKey } from '../../shared/lamp/selection.ts';
import { useCity } from '../features/city/index.ts';
import type { MapCentre } from '../features/map/index.ts';
import { useSelection } from '../features/selection/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { useNotices } from '../lib/notices/index.ts';

/** Takes all lamps that are on the screen, once somebody wants them; they are called by the street in its middle. */
export function useSweep({ position: [lon, lat] }: MapCentre) {
  const t = useT();
  const streets = useCity((city) => city.streets);
  const sweeping = useSelection((selection) => selection.sweeping);
  const sweep = useSelection((selection) => selection.sweep);
  const choose = useSelection((selection) => selection.choose);
  const hint = useNotices(({ showHint }) => showHint);
  const take = useCallback(
    (keys: readonly LampKey[]) => {
      sweep(false);
      const street = nearestStreet(streets, [lon, lat])?.name;
      const name = street === undefined ? t('selection.screenAlone') : t('selection.screenAt', { street });
      if (keys.length === 0) hint(t('selection.screenNone'));
      else choose(keys, { kind: 'named', name }, false);
    },
    [t, streets, lon, lat, sweep, choose, hint],
  );
  return sweeping ? take : undefined;
}
