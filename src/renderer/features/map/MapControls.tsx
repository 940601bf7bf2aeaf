import { Layers, LocateFixed, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Icon } from '../../ui/index.ts';
import type { MapEngine } from './map-engine.ts';
import type { MapLayerName } from './model.ts';

const LAYERS: readonly MapLayerName[] = ['lamps', 'names', 'cameras', 'tickets'];

interface MapControlsProps {
  readonly engine: MapEngine | undefined;
}

/** Layers, re-centre, closer, farther. */
export function MapControls({ engine }: MapControlsProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<MapLayerName>>(new Set());
  const toggle = (layer: MapLayerName, shown: boolean) => {
    const next = new Set(hidden);
    if (shown) next.delete(layer);
    else next.add(layer);
    setHidden(next);
    engine?.setShown(layer, shown);
  };
  useShortcut({ keys: '+', manner: 'walks', shown: '+', label: 'map.closer', run: () => engine?.zoomBy(1) });
  useShortcut({
    keys: '-',
    manner: 'walks',
    shown: '-',
    label: 'map.farther',
    run: () => engine?.zoomBy(-1),
  });
  const buttons = [
    { id: 'home', icon: LocateFixed, act: () => engine?.goHome() },
    { id: 'closer', icon: Plus, act: () => engine?.zoomBy(1) },
    { id: 'farther', icon: Minus, act: () => engine?.zoomBy(-1) },
  ] as const;
  return (
    <div className="map-controls">
      {open && (
        <fieldset className="map-layers">
          <legend>{t('map.layers')}</legend>
          {LAYERS.map((layer) => (
            <label key={layer}>
              <input
                type="checkbox"
                checked={!hidden.has(layer)}
                onChange={(event) => toggle(layer, event.target.checked)}
              />
              {t(`map.layer.${layer}`)}
            </label>
          ))}
        </fieldset>
      )}
      <div className="map-buttons">
        <button
          type="button"
          aria-expanded={open}
          aria-label={t('map.layers')}
          title={t('map.layers')}
          onClick={() => setOpen(!open)}
        >
          <Icon of={Layers} />
        </button>
        {buttons.map(({ id, icon, act }) => (
          <button key={id} type="button" aria-label={t(`map.${id}`)} title={t(`map.${id}`)} onClick={act}>
            <Icon of={icon} />
          </button>
        ))}
      </div>
    </div>
  );
}
