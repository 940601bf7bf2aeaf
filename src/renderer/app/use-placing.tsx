import { useCallback, useMemo, useState } from 'react';
import { nearestStreet } from '../../shared/geo/nearest-street.ts';
import type { Position } from '../../shared/geo/position.ts';
import { useCity } from '../features/city/index.ts';
import { useDesk } from '../features/desk/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { useShortcut } from '../lib/keys/index.ts';
import { Button } from '../ui/index.ts';
import styles from './CityMap.module.css';
import { whereOf } from './place-words.ts';
import { useTakePlace } from './use-take-place.ts';

/** What pointing at the place of a form adds to the map: the cross, and over it where that is in words. */
export function usePlacing() {
  const t = useT();
  const placing = useDesk((desk) => desk.placing);
  const place = useDesk((desk) => desk.place);
  const take = useTakePlace();
  const streets = useCity((city) => city.streets);
  const [aim, setAim] = useState<Position>();
  const near = useMemo(
    () => (placing && aim ? nearestStreet(streets, aim) : undefined),
    [placing, aim, streets],
  );
  const back = () => place(undefined);
  useShortcut(
    { keys: 'Escape', shown: t('common.escape'), label: 'map.aim.back', run: back },
    placing !== undefined,
  );
  const onPlace = useCallback(
    (position: Position) => {
      if (placing === undefined) return;
      take(placing.about, placing.written, position);
      place(undefined);
    },
    [placing, take, place],
  );
  return {
    aiming: placing !== undefined,
    onAim: setAim,
    onPlace,
    strip: placing && (
      <section className={styles.placing} aria-label={t('map.aim.how')}>
        <b>{t('map.aim.how')}</b>
        <span role="status" className="quiet">
          {whereOf(t, near)}
        </span>
        <Button shortcut={t('common.escape')} onClick={back}>
          {t('map.aim.back')}
        </Button>
      </section>
    ),
  };
}
