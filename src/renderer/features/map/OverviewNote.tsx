import { useEffect, useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import type { MapEngine } from './engine/map-engine.ts';
import { OVERVIEW_BELOW, SQUARE } from './layer/overview.ts';

/** Of so many metres the length is told in round tens. */
const ROUND_M = 10;

/** Says when a sign on the map is not one lamp but a square of ground. */
export function OverviewNote({ engine }: { readonly engine: MapEngine | undefined }) {
  const t = useT();
  const [metres, setMetres] = useState<number>();
  useEffect(() => {
    const hear = (event: MapEngine['viewEvent']) =>
      setMetres(
        event.centre.zoom < OVERVIEW_BELOW
          ? Math.round((event.metresPerPixel * SQUARE) / ROUND_M) * ROUND_M
          : undefined,
      );
    if (engine) hear(engine.viewEvent);
    return engine?.subscribe((event) => {
      if (event.kind === 'view') hear(event);
    });
  }, [engine]);
  return metres === undefined ? null : <p className="map-note">{t('map.overview', { metres })}</p>;
}
