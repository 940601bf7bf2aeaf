import { useRef } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useTakesFocus } from '../../ui/index.ts';
import type { MapBase } from './base/model.ts';
import { MAP_LAYERS, type MapLayerName } from './model.ts';

interface MapLayerListProps {
  /** without one there is no such layer */
  readonly base: MapBase | undefined;
  readonly hidden: readonly MapLayerName[];
  readonly onHidden: (hidden: readonly MapLayerName[]) => void;
}

/** Which layers are shown; what somebody chose is theirs, at whatever seat of this machine. */
export function MapLayerList({ base, hidden, onHidden }: MapLayerListProps) {
  const t = useT();
  const list = useRef<HTMLFieldSetElement>(null);
  useTakesFocus(list);
  const toggle = (layer: MapLayerName, shown: boolean) =>
    onHidden(shown ? hidden.filter((one) => one !== layer) : [...hidden, layer]);
  const layers = MAP_LAYERS.filter((layer) => layer !== 'base' || base !== undefined);
  return (
    <fieldset ref={list} tabIndex={-1} className="map-layers">
      <legend>{t('map.layers')}</legend>
      {layers.map((layer) => (
        <label key={layer}>
          <input
            type="checkbox"
            checked={!hidden.includes(layer)}
            onChange={(event) => toggle(layer, event.target.checked)}
          />
          {t(`map.layer.${layer}`)}
        </label>
      ))}
    </fieldset>
  );
}
