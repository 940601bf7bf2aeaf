import { useCallback, useMemo, useState } from 'react';
import { type NearestStreet, nearestStreet, ON_STREET_M } from '../../shared/geo/nearest-street.ts';
import type { Position } from '../../shared/geo/position.ts';
import { useCity } from '../features/city/index.ts';
import { atPoint, useDesk } from '../features/desk/index.ts';
import { type Translate, useT } from '../lib/i18n/index.tsx';
import { useShortcut } from '../lib/keys/index.ts';
import { Button } from '../ui/index.ts';
import styles from './CityMap.module.css';

/** How far a street is told in: a mouse is no finer, m. */
const STEP_M = 10;

/** What pointing at the place of a form adds to the map: the cross, and over it where that is in words. */
export function usePlacing() {
  const t = useT();
  const placing = useDesk((desk) => desk.placing);
  const place = useDesk((desk) => desk.place);
  const fill = useDesk((desk) => desk.fill);
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
      const near = nearestStreet(streets, position);
      const { about, written } = placing;
      fill(about, (before = written) => ({
        ...before,
        draft: { ...before.draft, ...atPoint(before.draft, position, near, labelOf(t, near)) },
      }));
      place(undefined);
    },
    [placing, streets, fill, place, t],
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

const rounded = (metres: number): number => Math.max(STEP_M, Math.round(metres / STEP_M) * STEP_M);

/** « rue Monge, Dijon », or how far that is. */
function whereOf(t: Translate, near: NearestStreet | undefined): string {
  if (near === undefined) return t('map.aim.nowhere');
  const { name: street, commune = 'none', metres } = near;
  return metres <= ON_STREET_M
    ? t('map.aim.on', { street, commune })
    : t('map.aim.near', { street, commune, metres: rounded(metres) });
}

/** What the place is called where nobody wrote anything. */
function labelOf(t: Translate, near: NearestStreet | undefined): string {
  if (near === undefined) return t('map.aim.labelAlone');
  const { name: street, metres } = near;
  return metres <= ON_STREET_M ? street : t('map.aim.label', { street, metres: rounded(metres) });
}
