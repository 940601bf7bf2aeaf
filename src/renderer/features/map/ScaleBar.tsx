import { useEffect, useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import type { MapEngine } from './engine/map-engine.ts';
import { roundScale } from './scale.ts';

interface ScaleBarProps {
  readonly engine: MapEngine | undefined;
}

/** How long a round distance is on this map. */
export function ScaleBar({ engine }: ScaleBarProps) {
  const t = useT();
  const [perPixel, setPerPixel] = useState<number>();
  useEffect(() => {
    setPerPixel(engine?.viewEvent.metresPerPixel);
    return engine?.subscribe((event) => {
      if (event.kind === 'view') setPerPixel(event.metresPerPixel);
    });
  }, [engine]);
  if (perPixel === undefined) return null;
  const { metres, pixels } = roundScale(perPixel);
  const text = metres < 1_000 ? t('map.scale.m', { n: metres }) : t('map.scale.km', { n: metres / 1_000 });
  return (
    <div className="map-scale">
      {text}
      <span style={{ width: `${pixels}px` }} />
    </div>
  );
}
