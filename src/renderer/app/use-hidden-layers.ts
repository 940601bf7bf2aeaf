import { useCallback, useMemo } from 'react';
import { MAP_LAYERS, type MapLayerName } from '../features/map/index.ts';
import { useSettings } from '../features/settings/index.ts';

/** Which layers of the map somebody does not want to see, on whatever map, and what they make of it. */
export function useHiddenLayers() {
  const kept = useSettings((settings) => settings.hiddenLayers);
  const choose = useSettings((settings) => settings.choose);
  const hidden = useMemo(() => MAP_LAYERS.filter((layer) => kept.includes(layer)), [kept]);
  const onHidden = useCallback(
    (layers: readonly MapLayerName[]) => choose({ hiddenLayers: [...layers] }),
    [choose],
  );
  return { hidden, onHidden };
}
